import type { ActionRow } from '../../../shared/grammar/matter'
import { type SuggestionAction, suggestionActions } from '../../../shared/matters/suggestion/table'
import type { Calendar } from '../../../shared/rules/calendar'
import type { Party } from '../../../shared/words/parties'
import type { Tx } from '../../database/source'
import { openChecks, type Pictured, type Words, type WrittenInSuggestion } from '../content-check/open'
import { personIdOf } from '../../engine/begin'
import type { Asker, Said } from '../../engine/kind'
import type { SuggestionRecord } from './record'

interface OfStep {
  tx: Tx
  record: SuggestionRecord
  asker: Asker
  calendar: Calendar
  now: Date
}

/** Whose words they are that this step makes public, and of which matter. */
export const writtenBy = ({ record, asker, calendar, now }: Omit<OfStep, 'tx'>): WrittenInSuggestion => ({
  townId: record.townId,
  suggestionId: record.id,
  suggestionNo: record.suggestionNo ?? undefined,
  handledWithId: record.mergedIntoId,
  confidential: record.confidential,
  personId: personIdOf(asker),
  calendar,
  now,
})

/** Opens the checks of words that anyone will read. The step itself waits for nothing. @returns the id of each check */
export const checkWords = (step: OfStep, ...words: readonly Words[]) =>
  openChecks(step.tx, writtenBy(step), words)

/** The same of the words of a reply and of the photos and files that it takes in. @returns the id of each check, and of each photo's */
export async function checkReplied(step: OfStep, words: readonly Words[], { photos, files }: Pictured) {
  const checks = await openChecks(step.tx, writtenBy(step), words, { photos, files })
  const ofPhotos = checks.slice(words.length)
  return {
    ofWords: checks.slice(0, words.length),
    ofPhotos: new Map([...photos, ...files.map(({ id }) => id)].map((id, at) => [id, ofPhotos[at] ?? null])),
  }
}

/** The same of one sentence. */
export const checkSentence = async (step: OfStep, kind: Words['kind'], text: string) =>
  (await checkWords(step, { kind, text }))[0] ?? null

/** What somebody typed for this step stands in the middle of the public line; the rest of it is the table's. */
export async function checkLine(
  tx: Tx,
  { record, action, asker, words, calendar, now }: Said<SuggestionRecord> & { calendar: Calendar },
) {
  const row: ActionRow<string, Party, string> = suggestionActions[action as SuggestionAction]
  const line = row.publicLine ?? ''
  const { publicReason, leader } = words
  const step = { tx, record, asker, calendar, now }
  if (line.includes('{publicReason}') && publicReason) return checkSentence(step, 'line', publicReason)
  return line.includes('{leader}') && leader ? record.keyLeaderCheckId : null
}
