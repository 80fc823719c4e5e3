import * as z from 'zod/mini'
import type { Day } from '../../../shared/rules/days'
import { readReceptionRule } from '../../../shared/matters/opinion/reception'
import { posts, type PostKind } from '../../../shared/permissions'
import {
  congressLevels,
  type CongressLevel,
  stationKinds,
  type StationKind,
  unitKinds,
  type UnitKind,
} from '../../../shared/words/words'

/** How a text of a cell becomes a value, or a sentence that says what is wrong with it. */
export type Read<T> = (text: string) => { value: T } | { wrong: string }

export interface Column<T> {
  heading: string
  needed: boolean
  read: Read<T>
  /** For the template. */
  example: string
}

/** Control and format characters: nobody types them, and some turn the reading direction round. */
const controlCharacters = /[\p{Cc}\p{Cf}]/u

export const text =
  (most: number): Read<string> =>
  (value) => {
    if (controlCharacters.test(value)) return { wrong: '含有看不见的控制字符，请重新输入' }
    const length = [...value].length
    return length > most ? { wrong: `有 ${length} 个字，最多 ${most} 个，请删减` } : { value }
  }

/** Full-width digits, spaces and hyphens are what people type; anything else is a mistake. */
export const phone: Read<string> = (value) => {
  const digits = value
    .replace(/[０-９]/g, (digit) => String('０１２３４５６７８９'.indexOf(digit)))
    .replace(/[\s-]/g, '')
  if (/^1\d{10}$/.test(digits) || /^0\d{9,11}$/.test(digits)) return { value: digits }
  return { wrong: `“${value}”不是 11 位手机号（或带区号的座机号），请改正` }
}

/** 1, 2, 3 …; also as people write them: `第19届`, `第2次`. */
export const ordinal: Read<number> = (value) => {
  const digits = /^第?(\d{1,2})(届|次(会议)?)?$/.exec(value)?.[1]
  return digits === undefined || Number(digits) === 0
    ? { wrong: `“${value}”读不懂，请填 1 到 99 的数字` }
    : { value: Number(digits) }
}

/** `2026-01-20`, and with points, strokes or the words 年月日. */
export const day: Read<Day> = (value) => {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(value) ?? []
  const read = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return z.safeParse(z.iso.date(), read).success
    ? { value: read }
    : { wrong: `“${value}”不是日期，请写成“2026-01-20”这样` }
}

const oneOf =
  <K extends string>(words: Readonly<Record<string, K>>): Read<K> =>
  (value) => {
    const found = Object.hasOwn(words, value) ? words[value] : undefined
    return found === undefined
      ? { wrong: `“${value}”不在可填的范围里，请填：${Object.keys(words).join('、')}` }
      : { value: found }
  }

const invert = <K extends string>(labels: Readonly<Record<K, string>>) =>
  Object.fromEntries(Object.entries<string>(labels).map(([key, label]) => [label, key as K]))

export const unitKind = oneOf<UnitKind>(invert(unitKinds))
export const stationKind = oneOf<StationKind>(invert(stationKinds))
export const gender = oneOf({ 男: 'male', 女: 'female' })
export const leader = oneOf({ 组长: 'leader', 组员: 'member' })

/** `镇人大代表`, and shorter as offices write it: `镇代表`, `镇级`, `镇`. */
export const congressLevel = oneOf<CongressLevel>(
  Object.fromEntries(
    Object.entries(congressLevels).flatMap(([level, label]) => {
      const short = label.slice(0, 1)
      return [label, `${short}代表`, `${short}级`, short].map((word) => [word, level as CongressLevel])
    }),
  ),
)

const officePosts = [
  'congressOffice',
  'presidiumMember',
  'countyStaff',
] as const satisfies readonly PostKind[]
export type OfficePost = (typeof officePosts)[number]
export const officePost = oneOf<OfficePost>(
  Object.fromEntries(officePosts.map((kind) => [posts[kind].label, kind])),
)

const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const numerals = ['零', '一', '二', '三', '四', '五']

/** `每月5日` → `day:5`; `每月第二个星期二` → `weekday:2:2`. */
export const receptionRule: Read<string> = (value) => {
  const day = /^每月(\d{1,2})[日号]$/.exec(value)
  if (day && Number(day[1]) >= 1 && Number(day[1]) <= 31) return { value: `day:${Number(day[1])}` }
  const nth = /^每月第([一二三四])个?(?:星期|周)([一二三四五六日天])$/.exec(value)
  if (nth) {
    const rule = `weekday:${numerals.indexOf(nth[1] ?? '')}:${weekdays.indexOf((nth[2] ?? '').replace('天', '日'))}`
    if (readReceptionRule(rule)) return { value: rule }
  }
  return { wrong: `“${value}”读不懂，请写成“每月5日”或“每月第二个星期二”` }
}

/** Names one after another, in the order of the turns. */
export const names: Read<string[]> = (value) => ({
  value: value
    .split(/[、，,;；\s]+/)
    .map((name) => name.trim())
    .filter(Boolean),
})
