import { type Day, spokenDate } from '../../rules/days'
import { type Rate, spokenRate } from '../../rules/rates'
import { type Satisfaction, satisfactions } from '../../words/words'

/** 选民评议: what those in the room say of one report, unnamed. The three are equal; whoever says nothing says nothing. */
export type Rating = 'satisfied' | 'basicallySatisfied' | 'notSatisfied'
export const ratings = [
  'satisfied',
  'basicallySatisfied',
  'notSatisfied',
] as const satisfies readonly (Rating & Satisfaction)[]
export type Ratings = Readonly<Record<Rating, number>>
export const ratingWords: Readonly<Record<Rating, string>> = {
  satisfied: satisfactions.satisfied,
  basicallySatisfied: satisfactions.basicallySatisfied,
  notSatisfied: satisfactions.notSatisfied,
}

export const validIn = (votes: Ratings) => ratings.reduce((sum, one) => sum + votes[one], 0)

/** With fewer valid votes one could tell who said what: nobody reads them (D.L8). */
export const fewestVotes = 10
/** With fewer, or with less than half of the room, the counts stand alone: a handful makes no rate. */
export const fewestForRate = 20
/** How many voters a town would like to see; fewer is said, and the meeting goes on. */
export const votersWanted = 50
/** A notice that goes out later than this many days ahead says why. */
export const fewestNoticeDays = 5
export const mostVoters = 2000

const spokenCounts = (votes: Ratings) => ratings.map((one) => `${ratingWords[one]} ${votes[one]}`).join('，')

/** What may be read of one report: counts and rates, counts alone, or only why there are none. */
export interface Result {
  valid: number
  /** Null where they are too few to be shown. */
  votes: Ratings | null
  satisfied: Rate | null
  withBasically: Rate | null
  says: string
}

export function resultOf(votes: Ratings, presentVoters: number): Result {
  const valid = validIn(votes)
  const none = { valid, satisfied: null, withBasically: null }
  if (valid < fewestVotes)
    return { ...none, votes: null, says: `有效票 ${valid} 张，不足 ${fewestVotes} 张，不公布票数。` }
  const counts = `有效票 ${valid} 张：${spokenCounts(votes)}。`
  if (valid < fewestForRate)
    return { ...none, votes, says: `${counts}不足 ${fewestForRate} 张，不算满意率。` }
  if (valid * 2 < presentVoters)
    return { ...none, votes, says: `${counts}不到到会 ${presentVoters} 人的一半，不算满意率。` }
  const satisfied = { of: votes.satisfied, among: valid }
  const withBasically = { of: votes.satisfied + votes.basicallySatisfied, among: valid }
  return {
    ...{ valid, votes, satisfied, withBasically },
    says: `${counts}满意率 ${spokenRate(satisfied)}，含基本满意 ${spokenRate(withBasically)}。`,
  }
}

/** 满意 and 基本满意 together are less than half: the presidium is asked to talk with the deputy, and nothing else follows. */
export const asksForTalk = ({ withBasically }: Result) =>
  withBasically !== null && withBasically.of * 2 < withBasically.among

/** `到会 41 人，未到本镇规定的 50 人。` */
export const spokenTooFewVoters = (present: number) =>
  present < votersWanted ? `到会 ${present} 人，未到本镇规定的 ${votersWanted} 人。` : null

export const meetingTitle = (district: string) => `${district}述职评议会`

/** What the history says of one who does not report this time. */
export const spokenAway = (deputy: string, reason: string) => `${deputy}：${reason}`

export const spokenTellers = (one: string, two: string) => `监票人：${one}、${two}`
export const spokenSlips = (slips: number) => `${slips} 张`
export const spokenYear = (year: number) => `${year} 年`

/** The day that was set, with hour and place; before that, until when it is to be announced. */
export const spokenWhen = (
  { heldOn, startsAt, place }: { heldOn: Day | null; startsAt: string | null; place: string | null },
  today: Day,
) => (heldOn === null ? '日子待定' : `${spokenDate(heldOn, today)} ${startsAt ?? ''}，${place ?? ''}`)

/** The four heads of a report, in the order in which it is given. */
export const reportHeads = {
  resolutions: '学习和贯彻决议',
  deliberations: '会议审议和建议',
  betweenSessions: '闭会期间活动',
  contacts: '联系选民办实事',
} as const
export type ReportHead = keyof typeof reportHeads
export const reportHeadNames = Object.keys(reportHeads) as ReportHead[]

/** How far the two tellers are with a report, or with the papers that came back. */
export const countStandings = {
  none: '还没有录',
  one: '录了一遍，等第二位监票人',
  same: '两遍一样',
  differs: '两遍不一样，请重数',
} as const
export type CountStanding = keyof typeof countStandings

export const spokenDiffer = (whose: readonly string[]) =>
  `两人录入的数不一样：${whose.join('、')}。请重数，两位都重新录一遍。`

/** Where a voter rates the reports of a meeting; the code stands on the wall. */
export const ballotPage = (townId: string, code: string) => `duty/ballot?town=${townId}&code=${code}`
