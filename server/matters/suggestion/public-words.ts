import type { WordsKind } from '../../../shared/matters/content-check/table'
import type { ActionRow } from '../../../shared/grammar/matter'
import { type SuggestionAction, suggestionActions } from '../../../shared/matters/suggestion/table'
import type { Party } from '../../../shared/words/parties'
import type { Tx } from '../../database/source'
import { openCheck, type Written } from '../content-check/open'
import { personIdOf } from '../../engine/begin'
import type { Asker, Said } from '../../engine/kind'
import type { SuggestionRecord } from './record'

/** Whose words they are that this step makes public, and of which matter. */
export const writtenBy = (record: SuggestionRecord, asker: Asker, now: Date): Written => ({
  townId: record.townId,
  suggestionId: record.id,
  handledWithId: record.mergedIntoId,
  confidential: record.confidential,
  personId: personIdOf(asker),
  now,
})

/** Opens the check of words that anyone will read. The step itself waits for nothing. @returns the check's id */
export const checkWords = (
  { tx, record, asker, now }: { tx: Tx; record: SuggestionRecord; asker: Asker; now: Date },
  kind: WordsKind,
  text: string,
  read: { readByTwo?: boolean } = {},
) => openCheck(tx, writtenBy(record, asker, now), kind, text, read)

/** What somebody typed for this step stands in the middle of the public line; the rest of it is the table's. */
export async function checkLine(tx: Tx, { record, action, asker, words, now }: Said<SuggestionRecord>) {
  const row: ActionRow<string, Party, string> = suggestionActions[action as SuggestionAction]
  const line = row.publicLine ?? ''
  const { publicReason, leader } = words
  const step = { tx, record, asker, now }
  if (line.includes('{publicReason}') && publicReason) return checkWords(step, 'line', publicReason)
  return line.includes('{leader}') && leader ? checkWords(step, 'leader', leader) : null
}
