import { addDays, beijingDay, type Day, startOfDay } from '../rules/days'
import type { Party } from '../words/parties'
import type { LadderPlan, LadderRow, Rung } from './ladder'

/** Of `Due`: the last day in time, and the instants from which it counts as close and as late. */
interface Clock {
  on: Day
  soonAt: Date
  lateFrom: Date
}

/** The instant of a row. A short limit leaves no room for the days before it: no later row comes before it is close. */
export function instantOfRow(row: LadderRow, { on, soonAt, lateFrom }: Clock): Date {
  if (row.day === 'dueSoon') return soonAt
  if (row.day === 'overdue') return lateFrom
  const day = addDays(on, row.day)
  const soonOn = beijingDay(soonAt)
  const start = startOfDay(day <= soonOn ? addDays(soonOn, 1) : day)
  return row.hour === undefined ? start : new Date(start.getTime() + row.hour * 3_600_000)
}

const weekMs = 7 * 24 * 3_600_000

/** When a step is taken: a row, or after them a week. Undefined after the last of a ladder without weeks. */
export function instantOfStep({ rows, weekly }: LadderPlan, clock: Clock, step: number): Date | undefined {
  const row = rows[step]
  if (row !== undefined) return instantOfRow(row, clock)
  const last = rows[rows.length - 1]
  if (weekly === null || last === undefined) return undefined
  return new Date(instantOfRow(last, clock).getTime() + (step - rows.length + 1) * weekMs)
}

/**
 * The highest step that has come by now: a row, or after them a week. A clock that was not looked at for a while
 * has one step to take, not each that was missed.
 * @returns -1 before the first
 */
export function stepOn(plan: LadderPlan, clock: Clock, now: Date): number {
  const { rows, weekly } = plan
  const step = rows.filter((row) => instantOfRow(row, clock) <= now).length - 1
  const last = rows[rows.length - 1]
  if (weekly === null || last === undefined || step < rows.length - 1) return step
  return step + Math.floor((now.getTime() - instantOfRow(last, clock).getTime()) / weekMs)
}

/** Whether this step is one of the weeks after the last row. */
export const isWeekly = ({ rows }: LadderPlan, step: number) => step >= rows.length

/** Whether the ladder itself comes back to a rung that has heard it: then it hears it again. */
export const comesBack = ({ rows }: LadderPlan, step: number) =>
  step >= rows.length || rows.slice(0, step).some(({ rung }) => rung === rows[step]?.rung)

/** Whom a step tells; where nobody is known or bound there, the next above, and at the top the nearest below. */
export function rungsFrom({ rows, weekly }: LadderPlan, step: number): Rung[] {
  const above = rows.slice(step + 1).map(({ rung }) => rung)
  const below = rows
    .slice(0, step)
    .map(({ rung }) => rung)
    .reverse()
  const first = rows[step]?.rung ?? weekly
  return [...new Set([...(first === null ? [] : [first]), ...above, ...below])]
}

/** Who only learns of it, of the rows that have come since the last look. */
export const alsoBetween = ({ rows }: LadderPlan, before: number, step: number): (Party | 'awaited')[] =>
  rows.slice(before + 1, step + 1).flatMap(({ also }) => also ?? [])
