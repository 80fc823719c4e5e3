import type { RosterReport } from '../../../shared/api/roster'
import type { ImportReport } from './import-roster'
import type { Reading } from './parse-workbook'
import { sayProblem } from './problem'

const mostTold = 200

/** What a page shows of an import: of each row that is wrong, what stands in it, so that it can be mended there. */
export function reportOf({ texts }: Reading, report: ImportReport): RosterReport {
  const { problems, notices, hidden, counts, lines, missing, work, written } = report
  return {
    problems: problems.slice(0, mostTold).map((problem) => {
      const { sheet, row, heading, alike = [] } = problem
      const cells = texts[`${sheet}|${row}`] ?? {}
      return {
        ...{ sheet, row, heading, sentence: sayProblem(problem), alike: [...alike] },
        title: Object.values(cells)[0] ?? '',
        text: (heading === null ? undefined : cells[heading]) ?? '',
      }
    }),
    wrong: problems.length,
    // What is hidden is asked about on the page, and who is missing stands there by name.
    notices: notices.filter(
      (notice) =>
        !hidden.some((sentence) => notice.startsWith(sentence)) && !/^名册里有 \d+ 人不在/.test(notice),
    ),
    ...{ hidden, counts, lines, missing, work, written },
  }
}
