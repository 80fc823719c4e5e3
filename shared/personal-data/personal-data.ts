import {
  besideNames,
  doors,
  idWords,
  mailAddresses,
  measureWords,
  officeWords,
  plates,
  qqNumbers,
  telephoneWords,
  wechatNames,
} from './contexts'
import { digitGroups, numbersWritten } from './digit-groups'
import { type FlatText, flatten } from './flat-text'
import { isBankCard, isIdNumber, isLandline, isLocalNumber, isMobile, looksLikeIdNumber } from './numbers'

/** What nobody outside may read of a person (个人信息保护法 art. 25; rules §7). */
export const personalKinds = {
  resident: '反映情况的群众',
  idNumber: '身份证号',
  bankCard: '银行卡号',
  mobile: '手机号',
  landline: '座机号',
  wechat: '微信号',
  qq: 'QQ号',
  mail: '邮箱',
  plate: '车牌号',
  door: '门牌',
  person: '点名道姓',
} as const
export type PersonalKind = keyof typeof personalKinds

/** Where it stands in the text, counted as JavaScript counts. */
export interface Found {
  kind: PersonalKind
  from: number
  to: number
}

export interface Known {
  /** Names and numbers of those whose words are behind the matter: never, in whatever context. */
  residents?: readonly string[]
  /** Everybody on the roster: an office is public, a person is not. */
  roster?: readonly string[]
}

/** Finds what is personal in a text, first to last, none within another. Pure: the phone marks what the server refuses. */
export function findPersonal(original: string, known: Known = {}): Found[] {
  const flat = flatten(original)
  const all = [
    ...residentsIn(flat, known.residents ?? []),
    ...numbersIn(flat.text),
    ...patternsIn(flat.text),
    ...namesIn(flat, known.roster ?? []),
  ]
  const order = Object.keys(personalKinds)
  all.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || one.from - other.from)
  const kept: Found[] = []
  for (const one of all) if (!kept.some(({ from, to }) => one.from < to && from < one.to)) kept.push(one)
  return kept
    .map(({ kind, from, to }) => ({ kind, from: flat.from[from] ?? 0, to: flat.from[to] ?? original.length }))
    .sort((one, other) => one.from - other.from)
}

/** “手机号 13900002222、反映情况的群众 周桂兰”: what was found, for the sentence that says what to do. */
export const nameFound = (text: string, found: readonly Found[]) =>
  [...new Set(found.map(({ kind, from, to }) => `${personalKinds[kind]}“${text.slice(from, to)}”`))].join(
    '、',
  )

function numbersIn(text: string): Found[] {
  const found: Found[] = []
  const groups = digitGroups(text)
  for (const { digits, from, to, groups: parts } of numbersWritten(groups, 26)) {
    const before = text.slice(Math.max(0, from - 12), from)
    const x = /^\s?[xX×]/.exec(text.slice(to))
    const withX = digits.length === 17 && x ? `${digits}X` : digits
    const end = withX === digits ? to : to + (x?.[0].length ?? 0)
    if (isIdNumber(withX) || (looksLikeIdNumber(withX) && idWords.test(before)))
      found.push({ kind: 'idNumber', from, to: end })
    else if (isBankCard(digits)) found.push({ kind: 'bankCard', from, to })
    else if (isMobile(digits)) found.push({ kind: 'mobile', from, to })
    // Two numbers that were typed without anything between them.
    else if (
      parts === 1 &&
      digits.length === 22 &&
      isMobile(digits.slice(0, 11)) &&
      isMobile(digits.slice(11))
    )
      found.push({ kind: 'mobile', from, to })
    else if (isLandline(digits)) found.push({ kind: 'landline', from, to })
    else if (isLocalNumber(digits) && telephoneWords.test(before) && !measureWords.test(text.slice(to)))
      found.push({ kind: 'landline', from, to })
  }
  return found
}

const patterns: readonly (readonly [PersonalKind, RegExp])[] = [
  ['wechat', wechatNames],
  ['qq', qqNumbers],
  ['mail', mailAddresses],
  ['plate', plates],
  ...doors.map((door) => ['door', door] as const),
]

/** In the middle of a word or of an identifier. */
const goesOn = (text: string, at: number) =>
  /[a-z0-9_]/i.test(text.charAt(at)) && at > 0 && /[a-z0-9_]/i.test(text.charAt(at - 1))

function patternsIn(text: string): Found[] {
  const found: Found[] = []
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
      if (!goesOn(text, match.index))
        found.push({ kind, from: match.index, to: match.index + match[0].length })
  }
  return found
}

/** A text without blanks and dots, so that 王 建 国 is found as well as 王建国. */
function squeezed({ text }: FlatText): FlatText {
  let closed = ''
  const from: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (/[\s·•・.-]/.test(text.charAt(at))) continue
    closed += text.charAt(at)
    from.push(at)
  }
  from.push(text.length)
  return { text: closed, from }
}

function occurrences({ text, from }: FlatText, word: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push({ from: from[at] ?? 0, to: (from[at + word.length - 1] ?? 0) + 1 })
  return found
}
const wordOf = (name: string) => squeezed(flatten(name)).text

function residentsIn(flat: FlatText, residents: readonly string[]): Found[] {
  const closed = squeezed(flat)
  return [...new Set(residents.map(wordOf))]
    .filter((word) => word.length >= 2)
    .flatMap((word) => occurrences(closed, word))
    .map((place) => ({ kind: 'resident', ...place }))
}

const nearby = 10

function namesIn(flat: FlatText, roster: readonly string[]): Found[] {
  const closed = squeezed(flat)
  return [...new Set(roster.map(wordOf))]
    .filter((word) => word.length >= 2)
    .flatMap((word) => occurrences(closed, word))
    .filter(({ from, to }) => isBadBeside(flat.text, from, to))
    .map((place) => ({ kind: 'person', ...place }))
}

/** Within the same sentence; a title directly after the name makes it the office's. */
function isBadBeside(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - nearby), from).split(/[。；！？\n]/)
  const after = text.slice(to, to + nearby).split(/[。；！？\n]/)
  const around = [before[before.length - 1] ?? '', after[0] ?? '']
  const bad = besideNames.some((word) => around.some((words) => words.includes(word)))
  return bad && !(officeWords.test(text.slice(to)) && !accuses(around))
}
const accuses = (around: readonly string[]) =>
  besideNames.some((word) => !mildBesideOffice.has(word) && around.some((words) => words.includes(word)))
/** Said of somebody in office every day: “王建国代表接到投诉”, “请打王建国代表的电话”. */
const mildBesideOffice: ReadonlySet<string> = new Set([
  '电话',
  '投诉',
  '举报',
  '控告',
  '工资',
  '低保',
  '残疾',
  '家里',
])
