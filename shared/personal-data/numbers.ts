/** Numbers that belong to one person, told from those that do not by their form and their check digit. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkMarks = '10X98765432'
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

const isDay = (year: number, month: number, day: number) =>
  year >= 1900 &&
  year <= 2100 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

const part = (text: string, from: number, to: number) => Number(text.slice(from, to))

/** 18 characters with a place, a day of birth and the check digit of GB 11643, or the 15 of before 1999. */
export function isIdNumber(text: string): boolean {
  if (!provinces.test(text)) return false
  if (/^\d{15}$/.test(text)) return isDay(1900 + part(text, 6, 8), part(text, 8, 10), part(text, 10, 12))
  return looksLikeIdNumber(text) && checkMarks.charAt(sumOf(text) % 11) === text.charAt(17)
}
const sumOf = (text: string) => weights.reduce((sum, weight, at) => sum + weight * Number(text.charAt(at)), 0)

/** Place and day of birth fit; the check digit may be mistyped. */
export const looksLikeIdNumber = (text: string) =>
  /^\d{17}[\dX]$/.test(text) &&
  provinces.test(text) &&
  isDay(part(text, 6, 10), part(text, 10, 12), part(text, 12, 14))

/** 16 to 19 digits of a card scheme with the check digit of ISO/IEC 7812. */
export function isBankCard(digits: string): boolean {
  if (!/^(62|60|4|5[1-5]|3[5-7]|9558|95588)\d+$/.test(digits)) return false
  if (digits.length < 16 || digits.length > 19) return false
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at))
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** With the country's number before it, or without. */
export const isMobile = (digits: string) => /^(0086|86|0)?1[3-9]\d{9}$/.test(digits)

/** With the number of its area; 400 and 800 are hotlines, and pass. */
export const isLandline = (digits: string) =>
  /^(0086|86)?0?(10|2[0-57-9])\d{8}$/.test(digits)
    ? /^(0086|86|0)/.test(digits)
    : /^(0|00860?|860?)[3-9]\d{2}[1-9]\d{6,7}$/.test(digits)

/** Seven or eight digits, as people of one county give each other. */
export const isLocalNumber = (digits: string) => /^[2-8]\d{6,7}$/.test(digits)
