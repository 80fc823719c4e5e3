import { own } from '../../../shared/grammar/own'

/**
 * What each kind of template field takes. WeChat names the kind in the key: `thing2` is a `thing`. A value that does not
 * fit is never sent: WeChat would refuse the whole card (47003).
 */
export type FieldFit = { value: string } | { unfit: string }

interface Kind {
  /** Makes the value fit where that loses no meaning. */
  tidy?: (value: string) => string
  takes: (value: string) => boolean
  says: string
}

/** An ordinary line: nothing that controls the display, no line breaks, no emoji. */
const plain = (value: string) =>
  value
    .replace(/[\r\n\t]+/g, ' ')
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\uFE00-\uFE0F]/gu,
      '',
    )
    .trim()
const shortenedTo = (length: number) => (value: string) => {
  const points = [...plain(value)]
  return points.length <= length ? points.join('') : points.slice(0, length - 1).join('') + '…'
}
const countOf = (value: string) => [...value].length
const moment = String.raw`\d{4}年(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日`
const clock = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const matches = (pattern: RegExp) => (value: string) => pattern.test(value)

const kinds: Readonly<Record<string, Kind>> = {
  thing: {
    tidy: shortenedTo(20),
    takes: (value) => countOf(value) >= 1 && countOf(value) <= 20,
    says: '要写 1 到 20 个字',
  },
  number: {
    takes: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
    says: '只能是数字，不超过 32 位',
  },
  letter: { takes: matches(/^[A-Za-z]{1,32}$/), says: '只能是字母，不超过 32 位' },
  symbol: { takes: matches(/^[\p{P}\p{S}]{1,5}$/u), says: '只能是符号，不超过 5 位' },
  character_string: {
    takes: matches(/^[\x21-\x7e]{1,32}$/),
    says: '只能是数字、字母和符号，不超过 32 位',
  },
  time: {
    takes: matches(new RegExp(`^(${moment} )?${clock}(~(${moment} )?${clock})?$`)),
    says: '要写 24 小时制的时间，例如 2026年11月21日 09:05',
  },
  date: {
    takes: matches(new RegExp(`^${moment}( ${clock})?$`)),
    says: '要写年月日，例如 2026年11月21日',
  },
  amount: { takes: matches(/^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/), says: '要写一个金额，不超过 10 位数字' },
  phone_number: { takes: matches(/^[\d+()\- ]{1,17}$/), says: '要写电话号码，不超过 17 位' },
  car_number: { takes: matches(/^[\p{Script=Han}A-Z0-9]{1,8}$/u), says: '要写车牌号码，不超过 8 位' },
  name: {
    takes: (value) =>
      /\p{Script=Han}/u.test(value)
        ? countOf(value) <= 10 && plain(value) === value
        : /^[A-Za-z\p{P} ]{1,20}$/u.test(value),
    says: '不超过 10 个汉字，或 20 个字母',
  },
  phrase: { takes: matches(/^\p{Script=Han}{1,5}$/u), says: '不超过 5 个汉字' },
}
/** Fields of these kinds take only what the template itself lists. */
const listed = ['enum', 'const']

/** `character_string12` → `character_string`. */
export const kindOf = (key: string) => key.replace(/\d+$/, '')

export const isKnownKind = (key: string) =>
  own(kinds, kindOf(key)) !== undefined || listed.includes(kindOf(key))

/** @param allowed what the template lists for this key, where it lists anything */
export function fitField(key: string, value: string, allowed?: readonly string[]): FieldFit {
  if (allowed !== undefined && allowed.length > 0) {
    return allowed.includes(value) ? { value } : { unfit: `${key} 只能是：${allowed.join('、')}` }
  }
  const kind = own(kinds, kindOf(key))
  if (!kind) return { unfit: `${key} 是没有见过的字段类型` }
  const tidied = (kind.tidy ?? ((given: string) => given))(value)
  return kind.takes(tidied) ? { value: tidied } : { unfit: `${key} ${kind.says}` }
}
