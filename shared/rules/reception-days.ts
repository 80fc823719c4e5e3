import { type Calendar, nationalCalendar, onOrAfterWorkingDay } from './calendar'
import { addDays, addMonths, type Day, daysBetween, weekday } from './days'
import { lunarDay } from './festivals'
import type { ReceptionRule } from './reception-rules'

/** A day on which deputies receive whoever comes. */
export interface ReceptionDay {
  on: Day
  /** The day off on which it would have been. */
  movedFrom: Day | null
  /** 农历十月廿三, of a market day. */
  lunar: string | null
}

/**
 * The days of these rules from `from` to `to`, both counted, each once. One that falls on a day off moves to the next
 * working day; a market day does not, for it is not the office that holds the market.
 */
export function receptionDaysBetween(
  rules: readonly ReceptionRule[],
  from: Day,
  to: Day,
  calendar: Calendar = nationalCalendar,
): ReceptionDay[] {
  const days = rules.flatMap((rule) =>
    'lunarEndings' in rule ? marketDays(rule.lunarEndings, from, to) : solarDays(rule, from, to, calendar),
  )
  const inPeriod = days.filter(({ on }) => on >= from && on <= to)
  // Of two that meet on one day the one that was not moved stays, and what is said of the moon with it.
  inPeriod.sort((one, other) =>
    one.on < other.on
      ? -1
      : one.on > other.on
        ? 1
        : Number(one.movedFrom !== null) - Number(other.movedFrom !== null),
  )
  return inPeriod.filter(({ on }, at) => inPeriod[at - 1]?.on !== on)
}

/** A year holds one of every rule, and a few months more where it was moved. */
const farthest = 400

/** The next one on or after `today`. */
export const nextReceptionDay = (
  rules: readonly ReceptionRule[],
  today: Day,
  calendar: Calendar = nationalCalendar,
): ReceptionDay | undefined => {
  for (let from = today; daysBetween(today, from) < farthest; from = addDays(from, 41)) {
    const [first] = receptionDaysBetween(rules, from, addDays(from, 40), calendar)
    if (first) return first
  }
  return undefined
}

function marketDays(endings: readonly number[], from: Day, to: Day): ReceptionDay[] {
  const all = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
  return all.flatMap((on) => {
    const { date, spoken } = lunarDay(on)
    return endings.includes(date % 10) ? [{ on, movedFrom: null, lunar: spoken }] : []
  })
}

type SolarRule = Exclude<ReceptionRule, { lunarEndings: readonly number[] }>

/** From the month before, whose last day may have moved into this one. */
function solarDays(rule: SolarRule, from: Day, to: Day, calendar: Calendar): ReceptionDay[] {
  const days: ReceptionDay[] = []
  for (let first = addMonths(from.slice(0, 8) + '01', -1); first <= to; first = addMonths(first, 1)) {
    if (rule.quarterMonth !== undefined && monthInQuarter(first) !== rule.quarterMonth) continue
    const day = inMonth(rule, first)
    const on = onOrAfterWorkingDay(day, calendar)
    days.push({ on, movedFrom: on === day || 'workingDayAfter' in rule ? null : day, lunar: null })
  }
  return days
}

const monthInQuarter = (day: Day) => ((Number(day.slice(5, 7)) - 1) % 3) + 1

function inMonth(rule: SolarRule, firstOfMonth: Day): Day {
  if ('nth' in rule) {
    const ahead = (rule.weekday - weekday(firstOfMonth) + 7) % 7
    return addDays(firstOfMonth, ahead + 7 * (rule.nth - 1))
  }
  const last = addDays(addMonths(firstOfMonth, 1), -1)
  if ('workingDayAfter' in rule) {
    const day = addDays(firstOfMonth, rule.workingDayAfter)
    return day < last ? day : addDays(last, 1)
  }
  const day = addDays(firstOfMonth, rule.dayOfMonth - 1)
  return day < last ? day : last
}

/** 轮流值守: whose week it is, in the order of the roster; the week begins on Monday. */
export function turnOfWeek(count: number, today: Day): number {
  const someMonday = '2024-01-01'
  const weeks = Math.floor(daysBetween(someMonday, today) / 7)
  return ((weeks % count) + count) % count
}
