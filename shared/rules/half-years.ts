import type { Day } from './days'

/** 上半年、下半年: `2026-1` is January to June, `2026-2` July to December (catalogue 75). */
export type HalfYear = string

export const halfYearPattern = /^20\d\d-[12]$/

export const halfYearOf = (day: Day): HalfYear => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`

export function daysOf(half: HalfYear): { from: Day; to: Day } {
  const year = half.slice(0, 4)
  return half.endsWith('1')
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` }
}

export const halfYearBefore = (half: HalfYear): HalfYear =>
  half.endsWith('2') ? `${half.slice(0, 4)}-1` : `${Number(half.slice(0, 4)) - 1}-2`

/** `2026年上半年`. */
export const spokenHalfYear = (half: HalfYear): string =>
  `${half.slice(0, 4)}年${half.endsWith('1') ? '上' : '下'}半年`
