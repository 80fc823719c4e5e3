import type * as z from 'zod/mini'
import type {
  progressInput,
  ratingInput,
  replyInput,
} from '../../../shared/matters/external-suggestion/inputs'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { type Day } from '../../../shared/rules/days'
import type { ExternalEntry } from '../../../shared/words/words'
import { ExternalSuggestion } from '../../database/entities/matters/external-suggestion'
import { ExternalSuggestionEntry } from '../../database/entities/matters/external-suggestion-entry'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import { openNew } from '../content-check/open'
import type { ExternalRecord } from './record'
import { tellResidents } from './residents'

type Step = StepOf<ExternalRecord>

export async function noteProgress(step: Step) {
  const { heldOn, note } = step.form as z.output<typeof progressInput>
  await keepEntry(step, 'progress', heldOn, note)
}

/** An answer, which the deputy hears at once. A new one is not rated yet. */
export async function noteReply(step: Step) {
  const { tx, record } = step
  const { heldOn, note, outcome, publicResult } = step.form as z.output<typeof replyInput>
  await keepEntry(step, 'reply', heldOn, note)
  const answer = { outcome, publicResult, repliedOn: heldOn }
  refuseSame(record, answer)
  const secret = await isConfidential(tx, record)
  await tx.update(
    ExternalSuggestion,
    { id: record.id },
    { ...answer, resultCheckId: secret ? null : await checkResult(step, publicResult), satisfaction: null },
  )
  // What nobody has to look through is told at once.
  if (secret) await tellResidents(tx, { ...record, ...answer }, step.now)
}

export async function rate({ tx, record, form }: Step) {
  const { satisfaction } = form as z.output<typeof ratingInput>
  refuseSame(record, { satisfaction })
  await tx.update(ExternalSuggestion, { id: record.id }, { satisfaction })
}

async function keepEntry(
  { tx, record, asker, now }: Step,
  entryKind: ExternalEntry,
  heldOn: Day,
  note: string,
) {
  await tx.insert(ExternalSuggestionEntry, {
    id: newId(),
    externalSuggestionId: record.id,
    entryKind,
    heldOn,
    note,
    personId: personIdOf(asker) ?? '',
    at: now,
  })
}

/** Its words reach nobody, so that there is nothing to check: residents hear that there is an answer. */
async function isConfidential(tx: Tx, { suggestionId }: ExternalRecord): Promise<boolean> {
  const found = await tx.query<unknown[]>('SELECT id FROM suggestion WHERE id = ? AND confidential = 1', [
    suggestionId ?? '',
  ])
  return found.length > 0
}

/** Residents read it, so that it is checked like what stands on the board. */
async function checkResult({ tx, record, asker, calendar, now }: Step, text: string) {
  const { townId, suggestionId, opinionId, id } = record
  const written = { townId, suggestionId, opinionId, personId: personIdOf(asker), calendar, now }
  const [check] = await openNew(tx, written, [{ kind: 'externalResult', text, placeId: id }])
  return check ?? null
}
