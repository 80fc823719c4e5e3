/** One thing in the workbook that is not right, said so that the office can mend it. */
export interface Problem {
  sheet: string
  /** Row number as the spreadsheet shows it; null for the sheet as a whole. */
  row: number | null
  heading: string | null
  sentence: string
  /** Those of the register who may be meant. */
  alike?: readonly { id: string; says: string }[]
}

/** Where somebody is named: for the sentence when the name is not enough. */
export interface Mention {
  sheet: string
  row: number
  heading: string
}

export const sayProblem = ({ sheet, row, heading, sentence }: Problem): string =>
  [sheet, row === null ? undefined : `第 ${row} 行`, heading].filter(Boolean).join(' ') + `：${sentence}`

/** What only the register can tell: who is meant by a name. */
export class Doubtful extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('It is not certain who is meant.')
  }
}
