import { addDays, addMonths, type Day } from './days'

/** A month as `2026-06`. */
export type Month = string
export const monthPattern = /^20\d{2}-(0[1-9]|1[0-2])$/

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const monthsFrom = (month: Month, count: number): Month => monthOf(addMonths(`${month}-01`, count))

/** Its first and its last day. */
export function daysOfMonth(month: Month): { from: Day; to: Day } {
  const from = `${month}-01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

export const spokenMonth = (month: Month) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
