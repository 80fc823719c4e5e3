import { asLine, asPlainSigns } from '../grammar/written'

/**
 * On which days deputies receive whoever comes, as offices write it: 每月5日 (catalogue 27), 每月第二个星期二 (28),
 * 每季度第一个月10日, 每月10日后第一个工作日, and 逢三六九, the market days of the lunar calendar (field note M9). Which days
 * that are in the sun's calendar says `reception-days.ts`, which a phone does not load.
 */
export type ReceptionRule =
  /** `quarterMonth`: only in that month of each quarter, 1 to 3. */
  | { dayOfMonth: number; quarterMonth?: number }
  | { nth: number; weekday: number; quarterMonth?: number }
  /** The first working day after this day of the month; 0 of the month itself. */
  | { workingDayAfter: number; quarterMonth?: number }
  /** Lunar days that end in one of these figures; a market is held on them whatever the office does. */
  | { lunarEndings: readonly number[] }

const weekdays = '日一二三四五六'
const numerals = '零一二三四五六七八九十'
const quarterMonths = '一二三'

/** How to write it, for a form and for whoever wrote something else. */
export const howToWriteReceptionDays =
  '“每月5日”“每月第二个星期二”“每季度第一个月10日”“每月10日后第一个工作日”，赶圩的日子写“逢三六九”（按农历）；几种都有的用分号隔开'

/** Several, one after another. @returns undefined where one of them says nothing that is known */
export function readReceptionDays(text: string): ReceptionRule[] | undefined {
  const rules = partsOf(text).map(readOne)
  return rules.length > 0 && rules.every((rule) => rule !== undefined) ? rules : undefined
}

/** The same in the one way in which it is kept; what is not understood stays as it was written. */
export const asReceptionDays = (text: string): string => {
  const rules = readReceptionDays(text)
  return rules === undefined ? asLine(text) : [...new Set(rules.map(spokenRule))].join('；')
}

/** A mark between figures of one market is none between rules. */
const partsOf = (text: string) =>
  asPlainSigns(text)
    .replace(/\s/g, '')
    .split(/[;,。\n]|、(?=每|逢|农历)|和(?=每|逢|农历)/)
    .filter((part) => part !== '')

function readOne(text: string): ReceptionRule | undefined {
  const market =
    /^(?:农历)?(?:每月)?逢([初\d零一二三四五六七八九十、逢]+|单日?|双日?)(?:圩日?|赶?集|集日|赶圩|场)?$/.exec(
      text,
    )
  if (market) return marketRule(market[1] ?? '')
  const [, quarter, rest = ''] = /^每(?:个?月|季度?(?:的?第?([一二三首末])个?月)的?)(.+)$/.exec(text) ?? []
  if (rest === '') return undefined
  const of = quarter === undefined ? {} : { quarterMonth: monthOf(quarter) }
  if (rest === '第一个工作日') return { workingDayAfter: 0, ...of }
  const after = /^(\d{1,2})[日号](?:以后|之后|后)的?第一个工作日$/.exec(rest)
  if (after && isDate(after[1])) return { workingDayAfter: Number(after[1]), ...of }
  const date = /^(\d{1,2})[日号]$/.exec(rest)
  if (date && isDate(date[1])) return { dayOfMonth: Number(date[1]), ...of }
  const nth = /^第([一二三四1-4])个?(?:星期|周)([一二三四五六日天])$/.exec(rest)
  if (nth)
    return { nth: figureOf(nth[1]), weekday: weekdays.indexOf((nth[2] ?? '').replace('天', '日')), ...of }
  return undefined
}

const monthOf = (word: string) => (word === '首' ? 1 : word === '末' ? 3 : quarterMonths.indexOf(word) + 1)
const isDate = (text = '') => Number(text) >= 1 && Number(text) <= 31
const figureOf = (text = '') => (/\d/.test(text) ? Number(text) : numerals.indexOf(text))

/** 逢五逢十, 逢3、6、9, 逢单. Ten ends in nought. */
function marketRule(text: string): ReceptionRule | undefined {
  if (text.startsWith('单')) return { lunarEndings: [1, 3, 5, 7, 9] }
  if (text.startsWith('双')) return { lunarEndings: [2, 4, 6, 8, 0] }
  const figures = [...text.replace(/10/g, '十').replace(/[初、逢]/g, '')].map((one) => figureOf(one) % 10)
  const lunarEndings = [...new Set(figures)].sort((one, other) => (one || 10) - (other || 10))
  return lunarEndings.length > 0 ? { lunarEndings } : undefined
}

function spokenRule(rule: ReceptionRule): string {
  if ('lunarEndings' in rule) return `逢${rule.lunarEndings.map((one) => numerals[one || 10]).join('')}`
  const every =
    rule.quarterMonth === undefined ? '每月' : `每季度第${quarterMonths[rule.quarterMonth - 1] ?? ''}个月`
  if ('nth' in rule) return `${every}第${numerals[rule.nth] ?? ''}个星期${weekdays[rule.weekday] ?? ''}`
  if ('dayOfMonth' in rule) return `${every}${rule.dayOfMonth}日`
  return rule.workingDayAfter === 0
    ? `${every}第一个工作日`
    : `${every}${rule.workingDayAfter}日后第一个工作日`
}
