/** One thing in the workbook that is not right, said so that the office can mend it. */
export interface Problem {
  sheet: string
  /** Row number as the spreadsheet shows it; null for the sheet as a whole. */
  row: number | null
  heading: string | null
  sentence: string
}

export const sayProblem = ({ sheet, row, heading, sentence }: Problem): string =>
  [sheet, row === null ? undefined : `第 ${row} 行`, heading].filter(Boolean).join(' ') + `：${sentence}`

/** The workbook cannot be read at all; the sentence says what to do. */
export class BadWorkbook extends Error {}
