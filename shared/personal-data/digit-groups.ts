/** Digits that stand next to each other, written in one way. */
export interface DigitGroup {
  digits: string
  from: number
  to: number
  inHan: boolean
  /** Nothing but what people put between the parts of a number stands between this group and the one before. */
  joined: boolean
}

const hanDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  洞: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  拐: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
}
/** Letters and signs that are typed for a digit; only where a digit stands before them. */
const lookalikes: Readonly<Record<string, string>> = {
  o: '0',
  O: '0',
  '○': '0',
  '◯': '0',
  l: '1',
  I: '1',
}
const isArabic = (character: string | undefined) =>
  character !== undefined && character >= '0' && character <= '9'

const between = /^[\s\-‐‑‒–—―−_.·•・*()（）[\]【】/\\,，、~～+]{1,3}$/

/** All groups of a flat text, in order. What is spelt in han and what is not are groups of their own. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = []
  let last: DigitGroup | undefined
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const han = hanDigits[character]
    const touches = last !== undefined && last.to === at
    const digit = isArabic(character) ? character : (han ?? (touches ? lookalikes[character] : undefined))
    if (digit === undefined) continue
    const inHan = han !== undefined && !isArabic(character)
    if (last !== undefined && touches && last.inHan === inHan) {
      last.digits += digit
      last.to = at + 1
      continue
    }
    const joined = last !== undefined && (touches || between.test(text.slice(last.to, at)))
    last = { digits: digit, from: at, to: at + 1, inHan, joined }
    groups.push(last)
  }
  return groups
}

/** A number as somebody may have meant it: whole groups, put together. */
export interface Written {
  digits: string
  from: number
  to: number
  groups: number
}

/** Everything that whole groups next to each other make up, the longest first, up to `most` digits. */
export function numbersWritten(groups: readonly DigitGroup[], most: number): Written[] {
  const all: Written[] = []
  for (let first = 0; first < groups.length; first += 1) {
    const whole: Written[] = []
    let digits = ''
    for (let next = first; next < groups.length; next += 1) {
      const group = groups[next]
      if (group === undefined || (next > first && !group.joined)) break
      digits += group.digits
      if (digits.length > most) break
      whole.push({ digits, from: groups[first]?.from ?? 0, to: group.to, groups: next - first + 1 })
    }
    all.push(...whole.reverse())
  }
  return all
}
