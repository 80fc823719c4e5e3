import { withoutUnseen } from './unseen'

/**
 * The one edge between text as people write and paste it and text as it is kept, for forms, rosters and settings alike.
 * What somebody sees stays as it was written; what nobody sees does not come in.
 */

/** Every break that Word, old machines and terminals know. */
const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Spaces of other widths, but for the ideographic one, which is a character of its own. */
const oddSpaces = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g
/** What Word draws as the points of a list, out of its own fonts. */
const wordPoints = /[\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0fc]/g

const clean = (text: string) =>
  withoutUnseen(text.replace(breaks, '\n').replace(oddSpaces, ' ').replace(wordPoints, '•')).normalize('NFC')

/** Text of several lines. */
export const asParagraph = (text: string): string =>
  clean(text)
    .replace(/[ \u3000]+\n/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()

/** Text of one line: a break becomes a space. */
export const asLine = (text: string): string =>
  clean(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()

/** Full-width digits, letters and signs as the plain ones. */
export const asPlainSigns = (text: string): string => asLine(text).normalize('NFKC')

const han = '[\\u2e80-\\u2fff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3fffd}]'
const spaced = new RegExp(`(${han})\\s+(?=${han})`, 'gu')
const dotted = new RegExp(`(${han})\\s*[·•‧∙⋅･・．.\\u0387\\u16eb\\u2e33]\\s*(?=${han})`, 'gu')

/** A person's name: 李 勇 is 李勇, and between the parts of a name stands one kind of dot, whichever was typed. */
export const asName = (text: string): string =>
  asLine(text).replace(spaced, '$1').replace(dotted, '$1·').replace(/\s+/g, ' ')

/** A mobile, a landline with or without its area, or a service number; digits only. */
export const phoneShape = /^(1\d{10}|0\d{9,11}|[48]00\d{7}|\d{7,8})$/

/** A phone number in digits, as people type it: spaces, hyphens, brackets, +86, full width. What is none stays as it is. */
export function asPhone(text: string): string {
  const digits = asPlainSigns(text).replace(/[\s\-()\u2010-\u2015\u2212]/g, '')
  const [, own] = /^(?:\+|00)?86(1\d{10}|0\d{9,11})$/.exec(digits) ?? []
  const [, area] = /^(?:\+|00)86([2-9]\d{8,10})$/.exec(digits) ?? []
  const national = own ?? (area === undefined ? digits : `0${area}`)
  return phoneShape.test(national) ? national : asLine(text)
}
