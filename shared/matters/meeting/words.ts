import { addDays, addMonths, type Day, quarterOf, spokenDate, spokenDay } from '../../rules/days'
import { deputyNamed } from '../../words/messages'
import { type MeetingKind, meetingKinds } from './kinds'

const quarterWords = ['一', '二', '三', '四'] as const

/** `2026年四季度`. */
export const spokenQuarter = (day: Day) =>
  `${day.slice(0, 4)}年${quarterWords[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? ''}季度`

export const lastDayOfQuarter = (day: Day): Day => addDays(addMonths(quarterOf(day), 3), -1)

/** `第三代表小组2026年四季度意见汇总会`. */
export const meetingTitle = (kind: MeetingKind, group: string, heldBy: Day) =>
  `${group}${spokenQuarter(heldBy)}${meetingKinds[kind].what}`

/** A name of its own, or that of the group and the quarter. */
export const nameOfMeeting = (one: {
  meetingKind: MeetingKind
  title: string | null
  groupName: string | null
  heldBy: Day
}) => one.title ?? meetingTitle(one.meetingKind, one.groupName ?? '', one.heldBy)

/** What is decided of one opinion: the word of it, and what becomes of it in the sum. */
export const reviewDecisions = {
  raise: { label: '写成建议', counted: '写成建议' },
  merge: { label: '并入别的建议', counted: '并入别的建议' },
  explain: { label: '向群众说明', counted: '说明结果' },
  askAgain: { label: '再问群众一句', counted: '再问群众' },
  drop: { label: '不往上提', counted: '不往上提，说明原因' },
  putOff: { label: '留到下次', counted: '留到下次' },
} as const
export type ReviewDecision = keyof typeof reviewDecisions

/** Why an opinion that was on the list is not talked about any more. */
export const goneWords = {
  ended: '会前已经答复办结，不用再议',
  raised: '已经写成建议，不用再议',
  asked: '正等群众回话，下次再议',
  checking: '刚有新的话正在核对，下次再议',
  withOffice: '已经转到镇人大办，不用再议',
  passedOn: '已经转给别的小组的代表，不用再议',
} as const
export type Gone = keyof typeof goneWords

export const rollMarks = {
  arrived: '到了',
  left: '先走',
  leave: '请假',
  /** Afterwards, and not answered yet. */
  asked: '补假',
  absent: '没到',
  undone: '点错了',
} as const
export type Mark = keyof typeof rollMarks

export const rollSources = { clerk: '当场点名', paper: '照纸质签到册' } as const
export type RollSource = keyof typeof rollSources

export const attendances = {
  present: '到会',
  late: '后到',
  leave: '请假',
  absent: '缺席',
} as const
export type Attendance = keyof typeof attendances

/** What somebody says who is expected. */
export const attendWords = { comes: '参加', leave: '请假' } as const

/** Where it stands with each of them before the meeting. */
export const attendStandings = {
  coming: '参加',
  leaveAsked: '请假，等答复',
  onLeave: '准了假',
  refused: '没有准假，等回话',
} as const
export type AttendStanding = keyof typeof attendStandings

/** How many of what was decided. */
export type Tally = Readonly<Partial<Record<ReviewDecision, number>>>

/** `议了 12 条意见：写成建议 3 条，说明结果 5 条`. */
export function spokenTally(tally: Tally): string {
  const parts = (Object.keys(reviewDecisions) as ReviewDecision[]).flatMap((decision) => {
    const count = tally[decision] ?? 0
    return count === 0 ? [] : [`${reviewDecisions[decision].counted} ${count} 条`]
  })
  const all = Object.values(tally).reduce((sum, one) => sum + one, 0)
  return all === 0 ? '没有要议的意见' : `议了 ${all} 条意见：${parts.join('，')}`
}

/** To whoever leads the suggestion that a meeting has decided on, where it is not whom the resident wrote to. */
export const asksToLead = (meeting: string, summary: string) =>
  `${meeting}请您领衔写一件建议：“${summary}”。草稿已经放好，请补上情况和建议再提交。`

/** The day that was set, with hour and place; before that, until when it is to be held. */
export function spokenMeeting(
  {
    day,
    startsAt,
    place,
    heldBy,
  }: { day: Day | null; startsAt: string | null; place: string | null; heldBy: Day },
  today: Day,
) {
  if (day === null) return spokenDay(heldBy, today)
  return [spokenDate(day, today), startsAt, place && `在${place}`].filter(Boolean).join(' ')
}

/** What the history says of one item, by which number it has on the list: two may be called the same. */
export const decidedNote = (
  { no, gist, deputyName }: { no: number; gist: string | null; deputyName: string },
  decision: ReviewDecision,
) => `第${no}条，${gist ?? `${deputyNamed(deputyName)}收到的一条`}：${reviewDecisions[decision].label}`

/** What became of an item of an agenda where nothing was voted on. */
export const itemOutcomes = { noted: '听取了', putOff: '推到下次', withdrawn: '撤回' } as const
/** What became of what an earlier meeting gave somebody to do. */
export const followUps = { done: '办好了', notYet: '还没办好', dropped: '不再办' } as const
export type FollowUp = keyof typeof followUps
export type ItemOutcome = keyof typeof itemOutcomes | 'decided' | FollowUp
export const outcomeWords: Readonly<Record<ItemOutcome, string>> = {
  ...itemOutcomes,
  decided: '表决了',
  ...followUps,
}

/** `第 2 次：等配件，6月30日前办好`. */
export const spokenNotYet = (times: number, reason: string, dueOn: Day) =>
  `第 ${times} 次：${reason}，${spokenDay(dueOn, dueOn)}前办好`

/** 鼓掌通过 is none of them: nobody can be counted. */
export const voteMethods = {
  showOfHands: '举手',
  secretBallot: '无记名投票',
  electronic: '按表决器',
} as const
export type VoteMethod = keyof typeof voteMethods

/** `应到 42 人，到会 26 人，要 28 人`. */
export const spokenNoQuorum = (expected: number, present: number, needed: number) =>
  `应到${expected}人，到会${present}人，要${needed}人`

/** `议程 5 项，表决 2 项`. */
export const spokenAgenda = (items: number, votes: number) =>
  votes === 0 ? `议程 ${items} 项` : `议程 ${items} 项，表决 ${votes} 项`

/** Why a notice that comes late has to say why. */
export const spokenShortNotice = (wanted: number, left: number) =>
  `规定会前 ${wanted} 天通知，现在只剩 ${left} 天，请写明原因。`

/** What is left to do, on the list and in sentences, for whoever keeps a group's meetings. */
export const itemsListed = '收到的意见都列好了。'
export const groupLeads = '组长'
export const bodyLeads = '召集人'

/** What somebody reads who marks a deputy that may not sit there. */
export const suspendedNow = '已暂停执行代表职务，不计入到会'
export const notInOffice = '现在不在应到的人里，不计入到会'

/** What stands below approved minutes, with the names of both. */
export const spokenCorrection = (text: string, reason: string, agreed: string) =>
  [text, `原因：${reason}`, `${agreed}同意`].join('　')
