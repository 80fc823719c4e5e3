import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { deputyNamed, type MessageWords } from '../../../shared/words/messages'
import { suggestionKinds } from '../../../shared/words/words'
import type { SuggestionRecord } from './record'

/** The words that every message about a suggestion may use; a step adds its own. */
export const wordsOf = (suggestion: SuggestionRecord, now: Date): Partial<MessageWords> => ({
  subject: suggestion.subject,
  kind: suggestionKinds[suggestion.kind],
  deputy: deputyNamed(suggestion.leadDeputyName),
  ...(suggestion.suggestionNo ? { no: suggestion.suggestionNo } : {}),
  ...(suggestion.unitName ? { unit: suggestion.unitName } : {}),
  ...(suggestion.deadlineOn ? { deadline: spokenDay(suggestion.deadlineOn, beijingDay(now)) } : {}),
})
