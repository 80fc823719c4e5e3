import { deputyNamed } from '../../words/messages'
import { beingChecked, type Satisfaction, satisfactions } from '../../words/words'

/** Words that code puts into the sentences of the tables, where a form does not give them. */

/** 并案: the other suggestion, by whose it is and what it is called. */
export const nameOfOther = (other: {
  leadDeputyName: string
  subject: string
  suggestionNo: string | null
}) =>
  `${deputyNamed(other.leadDeputyName)}的《${other.subject}》${other.suggestionNo ? `（${other.suggestionNo}）` : ''}`
export const handledTogether = (other: string) => `${other}并入一起办`
export const endedUnanswered = (other: string) => `所并入的${other}没有答复就结束了。`

export const spokenRatings = (attitude: Satisfaction, result: Satisfaction) =>
  `态度${satisfactions[attitude]}，结果${satisfactions[result]}`

/** What residents read instead of words that everyone may not read yet. */
export const someLeader = '一位领导'
export const laterHere = `（${beingChecked}，核对好了在“我的事”里能看到）`
