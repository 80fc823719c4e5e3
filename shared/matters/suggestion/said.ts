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

/** What the unit may do once somebody has confirmed a talk. */
export const afterConfirmation = (missing: number) =>
  missing === 0 ? '可以答复了' : `还有 ${missing} 位代表没有确认`

/** A promise for a day beyond the rule of the town. */
export const tooLong = (months: number) =>
  `本镇的承诺最晚 ${months} 个月办成。确实要更久，请写明原因，会告诉主席团；也可以改早一点。`
