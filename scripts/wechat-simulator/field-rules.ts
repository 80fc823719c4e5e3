import { isDate, isTime } from './field-time'
import { type TemplateKey } from './shapes'

/** No control characters or line breaks (section 3.2, A), and no emoji (assumption 11). */
const forbidden = String.raw`\p{C}\p{Zl}\p{Zp}\p{Emoji_Presentation}\uFE0F`

const patterns = {
  thing: new RegExp(`^[^${forbidden}]{1,20}$`, 'u'),
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: new RegExp(String.raw`^[^\p{L}\p{N}\p{Z}${forbidden}]{1,5}$`, 'u'),
  character_string: /^[\x20-\x7e]{1,32}$/,
  amount: /^\p{Sc}\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^(?=.*\d)[\d+\-() *#]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Za-z\d][A-Za-z\d·-]{0,6}[\p{Script=Han}A-Za-z\d]$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** Ten characters as soon as one of them is han, twenty without; letters and symbols, no digits. */
function isName(text: string): boolean {
  const most = /\p{Script=Han}/u.test(text) ? 10 : 20
  return [...text].length <= most && new RegExp(`^[^\\p{N}${forbidden}]+$`, 'u').test(text)
}

/** The table of section 3.2. The value is never empty here. */
export function fitsField(field: TemplateKey, value: string): boolean {
  switch (field.type) {
    case 'time':
      return isTime(value)
    case 'date':
      return isDate(value)
    case 'name':
      return isName(value)
    case 'enum':
    case 'const':
      return field.allowed?.includes(value) ?? false
    default:
      return patterns[field.type].test(value)
  }
}
