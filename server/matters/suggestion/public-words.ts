import type { WordsKind } from '../../../shared/matters/content-check/table'
import type { Tx } from '../../database/source'
import { openCheck, type Written } from '../content-check/open'
import { type Asker, personIdOf, type SuggestionRecord } from './record'

/** Whose words they are that this step makes public, and of which matter. */
export const writtenBy = (suggestion: SuggestionRecord, asker: Asker, now: Date): Written => ({
  townId: suggestion.townId,
  suggestionId: suggestion.id,
  handledWithId: suggestion.mergedIntoId,
  confidential: suggestion.confidential,
  personId: personIdOf(asker),
  now,
})

/** Opens the check of words that anyone will read. The step itself waits for nothing. @returns the check's id */
export const checkWords = (
  { tx, suggestion, asker, now }: { tx: Tx; suggestion: SuggestionRecord; asker: Asker; now: Date },
  kind: WordsKind,
  text: string,
  read: { readByTwo?: boolean } = {},
) => openCheck(tx, writtenBy(suggestion, asker, now), kind, text, read)
