import type { Table } from '../registers/parse-table'

const isDayIn = (text: string) => /\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}/.test(text)
const kind = /^(放假|上班|休|班|holiday|workday)$/

/** A list that is kept as a spreadsheet, in the lines in which it would be typed: the name of a holiday beside its days is left out. */
export function linesOfTable({ headings, rows }: Table): string[] {
  return [headings, ...rows.map(({ cells }) => cells)].flatMap((cells) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    const days = filled.filter(isDayIn)
    const word = filled.find((cell) => kind.test(cell))
    if (days.length === 0 && word === undefined) return []
    return word === undefined ? [filled.join(' ')] : [`${days.join(' 至 ')} ${word}`.trim()]
  })
}
