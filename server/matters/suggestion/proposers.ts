import type { At } from '../../engine/kind'
import { holdersOf, person } from '../../engine/holders'
import type { SuggestionRecord } from './record'

/** Whom a unit must consult before it replies: the lead deputy, and whoever proposed what is handled together with it. */

/** Of whom: null is the lead deputy; else the suggestion that waits merged, whoever leads that. */
export type Proposer = string | null
type Talk = SuggestionRecord['consultations'][number]

const mergedOf = ({ merged, leadDeputyId }: SuggestionRecord) =>
  // Two of the same deputy are talked about at once.
  merged.filter((one) => one.state === 'merged' && one.leadDeputyId !== leadDeputyId)

export const proposersOf = (record: SuggestionRecord): Proposer[] => [
  null,
  ...mergedOf(record).map(({ id }) => id),
]

const has = ({ consultations }: SuggestionRecord, proposer: Proposer, answer: Talk['answer']) =>
  consultations.some((talk) => talk.mergedId === proposer && talk.answer === answer)

/** Who has not confirmed that they were consulted. */
export const notConsulted = (record: SuggestionRecord): Proposer[] =>
  proposersOf(record).filter((one) => !has(record, one, 'confirmed'))

/** A talk with the lead deputy is written down, and it is not said whether it was so. Where the presidium has decided, nobody waits. */
export const isLeadAsked = (record: SuggestionRecord) =>
  record.replyOpenedAt === null && has(record, null, 'open')

/** Those of the others whose word is awaited. */
export const mergedAsked = (record: SuggestionRecord) =>
  record.replyOpenedAt !== null
    ? []
    : mergedOf(record).filter(({ id }) => has(record, id, 'open') && !has(record, id, 'confirmed'))

/** The talks of this round that somebody may confirm or dispute: their own; whoever types it does so for the lead deputy. */
export function talksOf(record: SuggestionRecord, asker: At['asker']): Talk[] {
  const open = record.consultations.filter(({ answer }) => answer === 'open')
  if (asker === null) return open
  const mine = holdersOf(asker)
  const own = mergedOf(record).filter(({ leadDeputyId }) => mine.includes(person(leadDeputyId)))
  const isLead = own.length === 0 || mine.includes(person(record.leadDeputyId))
  return open.filter(({ mergedId }) => (mergedId === null ? isLead : own.some(({ id }) => id === mergedId)))
}

/** With whom the talks were held that were written down last. */
export function lastTalkedWith({ consultations }: SuggestionRecord): readonly Proposer[] {
  const last = consultations
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .pop()
  return consultations.filter(({ recordedAt }) => recordedAt === last).map(({ mergedId }) => mergedId)
}
