import { addDays, addMonths, type Day, daysBetween, quarterOf, spokenDay, yearOf } from './days'

/**
 * 该开会了: whether a body meets as often as it has to, seen before the day. Of a body and never of a person; it blocks
 * nothing, and nothing follows from it.
 */
export interface Lamp {
  tone: 'calm' | 'soon' | 'late'
  says: string
}

/** 河南 5, 浙江 24: the presidium meets every three months while the congress is not in session. */
const presidiumMonths = 3
/** 组织法 14: a township congress meets twice a year as a rule. */
const sessionsYearly = 2
/** So many days before its last day a meeting has a date; not regulated. */
const soonDays = { presidium: 15, group: 15, session: 60 } as const

/** When a body met and will meet, as far as is known. */
export interface Held {
  /** Days of meetings that were held. */
  held: readonly Day[]
  /** Days for which one is convened. */
  convened: readonly Day[]
}

const latestOf = (days: readonly Day[]) => [...days].sort().at(-1)
const within = (days: readonly Day[], from: Day, to: Day) => days.filter((day) => day >= from && day <= to)

/** Until this day one is to be held: with a date, close to it, or past it. */
function lampUntil(latest: Day, convened: readonly Day[], today: Day, soon: number): Lamp {
  const by = spokenDay(latest, today)
  const set = [...convened].sort()[0]
  const date = set === undefined ? '' : `，已定 ${spokenDay(set, today)}`
  if (today > latest) return { tone: 'late', says: `${by}过了 ${daysBetween(latest, today)} 天${date}` }
  if (set !== undefined && set <= latest) return { tone: 'calm', says: `已定 ${spokenDay(set, today)}` }
  if (set !== undefined) return { tone: 'soon', says: `${by}前要开${date}，晚了` }
  if (today >= addDays(latest, -soon)) return { tone: 'soon', says: `${by}前要开，还没有定日子` }
  return { tone: 'calm', says: `下一次在${by}前` }
}

function firstHere(convened: readonly Day[], today: Day): Lamp {
  const set = [...convened].sort()[0]
  return set === undefined
    ? { tone: 'soon', says: '这里还没有记过，每三个月要开一次' }
    : { tone: 'calm', says: `已定 ${spokenDay(set, today)}` }
}

/** @param begunOn when the term began, from which the first one is counted */
export function presidiumLamp({ held, convened }: Held, begunOn: Day | null, today: Day): Lamp | null {
  const last = latestOf(held)
  const since = last ?? begunOn
  if (since === null) return null
  const latest = addMonths(since, presidiumMonths)
  // Whoever begins here in the middle of a term has met before: what is not written down is not late.
  if (last === undefined && today > latest) return firstHere(convened, today)
  return lampUntil(latest, convened, today, soonDays.presidium)
}

/** Until when a body meets again that met on this day. */
export const nextMeetingBy = (body: string, since: Day): Day =>
  addMonths(since, body === 'congress' ? 12 / sessionsYearly : presidiumMonths)

/** Once a calendar quarter. */
export function groupLamp({ held, convened }: Held, today: Day): Lamp {
  const first = quarterOf(today)
  const last = addDays(addMonths(first, 3), -1)
  if (within(held, first, last).length > 0) return { tone: 'calm', says: '这个季度已开' }
  return lampUntil(last, within(convened, first, last), today, soonDays.group)
}

/** Twice a year: past the middle of it the first is close on, and it is late when the year is over. */
export function sessionLamp({ held, convened }: Held, today: Day): Lamp {
  const year = yearOf(today)
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const done = within(held, first, last).length
  if (done >= sessionsYearly) return { tone: 'calm', says: `今年开了 ${done} 次` }
  const middle = `${year}-06-30`
  const set = within(convened, first, last)
  if (done === 0 && today > middle && set.length === 0)
    return { tone: 'soon', says: '上半年没有开，还没有定日子' }
  return lampUntil(done === 0 && today <= middle ? middle : last, set, today, soonDays.session)
}
