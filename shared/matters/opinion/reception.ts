import { type Calendar, nationalCalendar, onOrAfterWorkingDay } from '../../rules/calendar'
import { addDays, addMonths, type Day, daysBetween, weekday } from '../../rules/days'

/**
 * 代表接访日: the same day of each month (每月5日) or the nth weekday (每月第二个星期二).
 * Written in the register as `day:5` or `weekday:2:2` (second Tuesday).
 */
export type ReceptionRule = { dayOfMonth: number } | { nth: number; weekday: number }

export function readReceptionRule(text: string): ReceptionRule | undefined {
  const [kind, first, second] = text.split(':')
  if (kind === 'day') return { dayOfMonth: Number(first) }
  if (kind === 'weekday') return { nth: Number(first), weekday: Number(second) }
  return undefined
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const numerals = ['一', '二', '三', '四']

/** Every rule that there is, as people say it: the weekdays first, for most go by them. */
export const receptionDays: readonly { id: string; name: string }[] = [
  ...numerals.flatMap((nth, at) =>
    weekdays.map((day, place) => ({
      id: `weekday:${at + 1}:${(place + 1) % 7}`,
      name: `每月第${nth}个星期${day}`,
    })),
  ),
  ...Array.from({ length: 31 }, (_, at) => ({ id: `day:${at + 1}`, name: `每月${at + 1}日` })),
]

/** The next reception day on or after `today`; one that falls on a holiday moves to the next working day. */
export function nextReceptionDay(
  rule: ReceptionRule,
  today: Day,
  calendar: Calendar = nationalCalendar,
): Day {
  const firstOfMonth = today.slice(0, 8) + '01'
  for (let ahead = 0; ; ahead += 1) {
    const held = onOrAfterWorkingDay(inMonth(rule, addMonths(firstOfMonth, ahead)), calendar)
    if (held >= today) return held
  }
}

function inMonth(rule: ReceptionRule, firstOfMonth: Day): Day {
  if ('dayOfMonth' in rule) {
    const last = addDays(addMonths(firstOfMonth, 1), -1)
    const day = addDays(firstOfMonth, rule.dayOfMonth - 1)
    return day < last ? day : last
  }
  const ahead = (rule.weekday - weekday(firstOfMonth) + 7) % 7
  return addDays(firstOfMonth, ahead + 7 * (rule.nth - 1))
}

/** 轮流值守: whose week it is, in the order of the roster; the week begins on Monday. */
export function turnOfWeek(count: number, today: Day): number {
  const someMonday = '2024-01-01'
  const weeks = Math.floor(daysBetween(someMonday, today) / 7)
  return ((weeks % count) + count) % count
}
