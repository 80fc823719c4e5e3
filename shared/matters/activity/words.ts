import { type Day, spokenDate } from '../../rules/days'

/** What somebody says who is asked to come. */
export const joinWords = {
  comes: '参加',
  notThisTime: '这次不参加',
  leave: '请假',
  standsAside: '回避',
} as const
export type JoinWord = keyof typeof joinWords

/** Where it stands with each before the day; whoever waits comes as soon as there is a seat. */
export const joinStandings = {
  coming: '参加',
  waiting: '排队等位子',
  notThisTime: '这次不参加',
  onLeave: '请假',
  aside: '回避',
} as const
export type JoinStanding = keyof typeof joinStandings

export const rollSources = { clerk: '当场点名', paper: '照纸质签到册' } as const
export type RollSource = keyof typeof rollSources

/** `12月7日 周一 14:00 在镇政府门口集合`, or `12月7日 周一至12月8日 周二 …`. */
export const spokenActivity = (
  { day, until, meetAt, place }: { day: Day; until: Day | null; meetAt: string; place: string },
  today: Day,
) =>
  [
    until === null ? spokenDate(day, today) : `${spokenDate(day, today)}至${spokenDate(until, today)}`,
    `${meetAt}在${place}集合`,
  ].join(' ')

/** A notice that goes out later than this many days ahead says why. */
export const fewestNoticeDays = 3

/** What becomes of what was said when the day is another one. */
export const movedSaid = {
  earlier: '提前了，来不来请再回一声',
  later: '您回过的话还算，来不了请说一声',
} as const
