/** What is read at the microphone of a village (M7, N19): plain words, no names, a minute at most. */

/** 大喇叭: slowly, and with a breath at the end of a sentence. */
const lettersASecond = 4
const breath = 0.5
export const mostSeconds = 60

/** How long a text reads aloud, in whole seconds. */
export function secondsToRead(text: string): number {
  const letters = [...text.replace(/[\p{P}\p{S}\s]/gu, '')].length
  const stops = [...text.matchAll(/[。！？；：]/g)].length
  return Math.ceil(letters / lettersASecond + stops * breath)
}

const furtherOn = '详细的贴在公告栏里。'

/**
 * Before what comes in the middle and after it what always stays; of the middle as many whole clauses as a minute holds,
 * and then where to read on.
 */
export function withinAMinute(before: string, middle: string, after: string): string {
  const whole = `${before}${middle}${after}`
  if (secondsToRead(whole) <= mostSeconds) return whole
  const clauses = middle.match(/[^，。；！？]+[，。；！？]?/g) ?? []
  let kept = ''
  for (const clause of clauses) {
    if (secondsToRead(`${before}${kept}${clause}${furtherOn}${after}`) > mostSeconds) break
    kept += clause
  }
  return `${before}${kept.replace(/[，；]$/, '。')}${furtherOn}${after}`
}

/** Ends in one full stop. */
const asSentence = (text: string) => `${text.replace(/[。！；;.\s]+$/, '')}。`

export interface PublicMatter {
  item: string
  unit: string | null
  /** The one public sentence of the result; null where there is none yet. */
  sentence: string | null
  /** Where it stands, in plain words. */
  plain: string
}

/** What was asked for, and what came of it or where it stands. */
export const spokenMatter = ({ item, unit, sentence, plain }: PublicMatter) =>
  sentence === null
    ? withinAMinute(`乡亲们：人大代表提出的“${item}”，`, asSentence(plain), '有话要说，请找您的代表。')
    : withinAMinute(
        `乡亲们：人大代表提出的“${item}”，${unit ?? '承办单位'}答复了：`,
        asSentence(sentence),
        '办得好不好，请告诉您的代表。',
      )

/** Of the notice of a village, which names numbers and nobody. */
export const spokenNotice = (village: string | null, numbers: readonly string[], where: string | null) =>
  withinAMinute(
    `${village ?? ''}的乡亲们：有 ${numbers.length} 位乡亲反映的事有结果了。`,
    numbers.map((number) => `编号 ${[...number].join(' ')}，`).join(''),
    `请打开小程序看“我的事”，或者带着回执到${where ?? '代表之家'}来问。`,
  )

/** How what is public reached those who never open the app. */
export const readingWays = { loudspeaker: '大喇叭念的', notice: '张贴的', meeting: '会上念的' } as const
export type ReadingWay = keyof typeof readingWays
