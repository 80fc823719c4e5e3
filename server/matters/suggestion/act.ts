import { decide } from '../../../shared/grammar/decide'
import { Refusal } from '../../../shared/words/refusals'
import { suggestionTable, type SuggestionAction } from '../../../shared/matters/suggestion/table'
import { fill, type MessageWords } from '../../../shared/words/messages'
import type { SuggestionParty, SuggestionState } from '../../../shared/matters/suggestion/states'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import type { Tx } from '../../database/source'
import { writeEvents } from '../../engine/events'
import { followStanding } from '../award-standing/follow'
import type { Step } from './effect-of'
import { effects } from './effects'
import { followsOf } from './merged'
import { type Asker, personIdOf, type SuggestionRecord } from './record'
import { type SuggestionStanding, standingOf } from './standing'
import { refuseNaming } from './refuse-naming'
import { tellParties } from './tell-parties'
import { wordsOf } from './message-words'
import { checkWords } from './public-words'

/**
 * Takes one step of the table: moves the suggestion only if nobody moved it first, writes the event and tells the
 * parties, all in `tx`.
 * @throws Refusal `not_found`, `stale`, and whatever the table says
 */
export async function act(tx: Tx, asker: Asker, id: string, action: SuggestionAction, step: Step, now: Date) {
  const standing = await standingOf(tx, asker, id, now)
  const { suggestion } = standing
  if (suggestion.version !== step.version) throw new Refusal('stale')
  const to = decide(suggestionTable, action, standing, step.form)
  // What the lead deputy writes for others; the text itself is read through when it is handed in.
  if (action !== 'edit' && standing.parties.has('leadDeputy')) await refuseNaming(tx, suggestion, step.form)

  const moved = await tx.update(
    Suggestion,
    { id, version: suggestion.version },
    { state: to, version: suggestion.version + 1, ...(to === suggestion.state ? {} : { stateSince: now }) },
  )
  if (moved.affected !== 1) throw new Refusal('stale')

  const told =
    (await effects[action]?.({
      tx,
      suggestion,
      asker,
      form: step.form,
      calendar: standing.calendar,
      secretKey: step.secretKey,
      take: (other, follow, next) => act(tx, asker, other, follow, next, now),
      now,
    })) ?? {}
  const after = await standingOf(tx, { townId: suggestion.townId, system: true }, id, now)
  const words = { ...wordsOf(after.suggestion, now), ...told }
  await recordEvent(tx, { action, to, standing, asker, words, now })
  await tellParties(tx, { action, turn: after.turn, suggestion: after.suggestion, asker, words, now })
  await followRejections(tx, suggestion, after.suggestion, now)

  const system = { townId: suggestion.townId, system: true } as const
  for (const { id: other, version, action: follow } of await followsOf(tx, after.suggestion, {
    action,
    from: suggestion.state,
    to,
  })) {
    await act(tx, system, other, follow, { version, form: {} }, now)
  }
}

/** A result that the deputy does not accept may count against its unit, as long as it is the last one. */
async function followRejections(tx: Tx, before: SuggestionRecord, after: SuggestionRecord, now: Date) {
  const rejected = [before, after].filter(({ currentResultRating }) => currentResultRating === 'notSatisfied')
  for (const unitId of new Set(rejected.map(({ leadUnitId }) => leadUnitId)))
    if (unitId !== null) await followStanding(tx, after.townId, unitId, now)
}

/** The event that keeps this step for good; its number is the new version. */
async function recordEvent(
  tx: Tx,
  step: {
    action: SuggestionAction
    to: SuggestionState
    standing: SuggestionStanding
    asker: Asker
    words: Partial<MessageWords>
    now: Date
  },
) {
  const { suggestion, parties } = step.standing
  const row = suggestionTable.actions[step.action]
  const publicLine = row.publicLine === undefined ? null : fill(row.publicLine, step.words)
  const written = wordsWithin(row.publicLine ?? '', step.words)
  const party = row.by.find((party) => parties.has(party)) ?? 'system'
  const event = {
    townId: suggestion.townId,
    kind: 'suggestion',
    matterId: suggestion.id,
    version: suggestion.version + 1,
    action: step.action,
    fromState: suggestion.state,
    toState: step.to,
    party,
    personId: personIdOf(step.asker),
    unitId: actingUnit(party, step.standing, step.asker),
    note: step.words.reason ?? null,
    publicLine,
    lineCheckId: written === undefined ? null : await checkWords({ tx, suggestion, ...step }, ...written),
  }
  await writeEvents(tx, [event], step.now)
}

/** What somebody typed for this step stands in the middle of the public line; the rest of it is the table's. */
function wordsWithin(
  line: string,
  { publicReason, leader }: Partial<MessageWords>,
): ['line' | 'leader', string] | undefined {
  if (line.includes('{publicReason}') && publicReason) return ['line', publicReason]
  return line.includes('{leader}') && leader ? ['leader', leader] : undefined
}

/** The unit that the person acted for; null where a person of several units could have meant any of them. */
function actingUnit(party: SuggestionParty, { suggestion }: SuggestionStanding, asker: Asker) {
  if ('system' in asker) return null
  if (party === 'leadUnit') return suggestion.leadUnitId
  if (party !== 'coUnit' && party !== 'formerUnit' && party !== 'letterUnit') return null
  return asker.unitIds.length === 1 ? (asker.unitIds[0] ?? null) : null
}
