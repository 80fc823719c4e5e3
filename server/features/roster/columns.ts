import * as z from 'zod/mini'
import { asLine, asName, asPhone, asPlainSigns } from '../../../shared/grammar/written'
import type { Day } from '../../../shared/rules/days'
import {
  asReceptionDays,
  howToWriteReceptionDays,
  readReceptionDays,
} from '../../../shared/rules/reception-rules'
import { posts, type PostKind } from '../../../shared/permissions'
import { presidiumPosts } from '../../../shared/registers/posts'
import {
  congressLevels,
  type CongressLevel,
  stationKinds,
  type StationKind,
  unitKinds,
  type UnitKind,
} from '../../../shared/words/words'

/** How a text of a cell becomes a value, or a sentence that says what is wrong with it. */
export type Read<T> = (text: string) => { value: T; note?: string } | { wrong: string }

export interface Column<T> {
  heading: string
  /** What offices write instead. */
  also: readonly string[]
  needed: boolean
  read: Read<T>
  /** For the template. */
  example: string
  /** What holds where the whole column is not there, and what is said of it. */
  absent?: { value: T; notice: string }
}

const within = (value: string, most: number): ReturnType<Read<string>> => {
  const length = [...value].length
  return length > most ? { wrong: `有 ${length} 个字，最多 ${most} 个，请删减` } : { value }
}

export const text =
  (most: number): Read<string> =>
  (value) =>
    within(asLine(value), most)

export const personName: Read<string> = (value) => within(asName(value), 20)

/** Whole: who is called from elsewhere needs the area as well. */
const wholeNumber = /^(1\d{10}|0\d{9,11})$/

/** A cell may hold two numbers; the first mobile is kept. */
export const phone: Read<string> = (value) => {
  const whole = asPhone(value)
  if (wholeNumber.test(whole)) return { value: whole }
  const several = value
    .split(/[/／、，,;；\n]|\s{2,}/)
    .map(asPhone)
    .filter((number) => wholeNumber.test(number))
  const kept = several.find((number) => number.startsWith('1')) ?? several[0]
  if (kept === undefined) return { wrong: `“${value}”不是 11 位手机号（或带区号的座机号），请改正` }
  return { value: kept, note: `写了几个号码，只记 ${kept}` }
}

const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/
const digit = (word: string) => '零一二三四五六七八九'.indexOf(word)

/** `19`, `十九`, `二十`. */
function numberOf(words: string): number {
  if (/^\d{1,2}$/.test(words)) return Number(words)
  const [, ten, one] = tens.exec(words) ?? []
  if (ten === undefined) return words.length === 1 ? Math.max(digit(words), 0) : 0
  return (ten === '' ? 1 : digit(ten)) * 10 + (one ? digit(one) : 0)
}

/** 1, 2, 3 …; also as people write them: `第19届`, `第十九届`, `第二次会议`. */
export const ordinal: Read<number> = (value) => {
  const words = /^第?([\d一二三四五六七八九十]{1,3})(届|次(会议)?)?$/.exec(asPlainSigns(value))?.[1]
  const number = words === undefined ? 0 : numberOf(words)
  return number === 0 ? { wrong: `“${value}”读不懂，请填 1 到 99 的数字` } : { value: number }
}

/** `2026-01-20`, and with points, strokes or the words 年月日, in digits of either width. */
export const day: Read<Day> = (value) => {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(asPlainSigns(value)) ?? []
  const read = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return z.safeParse(z.iso.date(), read).success
    ? { value: read }
    : { wrong: `“${value}”不是日期，请写成“2026-01-20”这样` }
}

const oneOf = <K extends string>(words: Readonly<Record<string, K>>): Read<K> => {
  const keyOf = new Map(Object.entries<K>(words).map(([word, key]) => [asPlainSigns(word), key]))
  return (value) => {
    const key = keyOf.get(asPlainSigns(value))
    return key === undefined
      ? { wrong: `“${value}”不在可填的范围里，请填：${Object.keys(words).join('、')}` }
      : { value: key }
  }
}

const invert = <K extends string>(labels: Readonly<Record<K, string>>) =>
  Object.fromEntries(Object.entries<string>(labels).map(([key, label]) => [label, key as K]))

export const unitKind = oneOf<UnitKind>(invert(unitKinds))
export const stationKind = oneOf<StationKind>(invert(stationKinds))
export const gender = oneOf({ 男: 'male', 女: 'female' })
export const leader = oneOf({ 组长: 'leader', 组员: 'member' })

/** `镇人大代表`, and shorter as offices write it: `镇代表`, `镇级`, `镇`; a town may be a 乡. */
export const congressLevel = oneOf<CongressLevel>(
  Object.fromEntries(
    [...Object.entries(congressLevels), ...['乡', '乡镇'].map((word) => ['township', word])].flatMap(
      ([level = '', label = '']) => {
        const short = label.replace('人大代表', '')
        return [`${short}人大代表`, `${short}代表`, `${short}级`, short].map((word) => [
          word,
          level as CongressLevel,
        ])
      },
    ),
  ),
)

const officePosts = [
  'congressOffice',
  'presidiumMember',
  'leadingOfficial',
  'partyCommittee',
  'countyStaff',
] as const satisfies readonly PostKind[]
export type PresidiumPost = keyof typeof presidiumPosts
type OfficePost = (typeof officePosts)[number] | PresidiumPost
const officeWord = oneOf<OfficePost>({
  ...Object.fromEntries(officePosts.map((kind) => [posts[kind].label, kind])),
  ...invert(presidiumPosts),
})

/** `主席` and `副主席` also as offices write them: `镇人大主席`, `主席团副主席`; whoever is one is a member of the presidium. */
export const officePost: Read<{
  kind: (typeof officePosts)[number]
  presidiumPost: PresidiumPost | undefined
}> = (value) => {
  const read = officeWord(value.replace(/\s+/g, '').replace(/^(?:[镇乡]?人大)?(?:主席团)?(?=副?主席$)/, ''))
  if ('wrong' in read) return read
  const { value: word } = read
  return word in presidiumPosts
    ? { value: { kind: 'presidiumMember', presidiumPost: word as PresidiumPost } }
    : { value: { kind: word as (typeof officePosts)[number], presidiumPost: undefined } }
}

export const receptionDays: Read<string> = (value) =>
  readReceptionDays(value) === undefined
    ? { wrong: `“${value}”读不懂，请写成${howToWriteReceptionDays}` }
    : { value: asReceptionDays(value) }

/** Names one after another, in the order of the turns. One that is set with spaces is still one. */
export const names: Read<string[]> = (value) => {
  const parts = value.split(/[、，,;；/／\n]+/).map((part) => part.trim())
  const words = asLine(value).split(/\s+/)
  const several = parts.length === 1 && words.every((word) => [...word].length > 1) ? words : parts
  return { value: several.map(asName).filter(Boolean) }
}
