import type { Row } from 'exceljs'
import { BadWorkbook } from '../../gateways/workbooks/bad-workbook'
import { openWorkbook } from '../../gateways/workbooks/open'
import { shownIn } from '../../gateways/workbooks/shown'

const mostRows = 2000
const mostColumns = 60

/** The texts of the first sheet, as they stand there. */
export interface Table {
  headings: string[]
  rows: { row: number; cells: string[]; wrong: string[] }[]
}

/** Runs in a process of its own. @throws BadWorkbook */
export async function parseTable(file: Buffer): Promise<Table> {
  const workbook = await openWorkbook(file)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new BadWorkbook('这个文件里一张表也没有，请先导出一张，在上面改好再导入。')
  const width = Math.min(sheet.columnCount, mostColumns)
  const textsOf = (row: Row) => {
    const read = Array.from({ length: width }, (_, index) => shownIn(row.getCell(index + 1)))
    return {
      cells: read.map((cell) => ('text' in cell ? (cell.day ?? cell.text) : '')),
      wrong: read.flatMap((cell) => ('wrong' in cell ? [`${cell.wrong}。`] : [])),
    }
  }
  const rows: Table['rows'] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (number === 1) return
    const { cells, wrong } = textsOf(row)
    if (wrong.length > 0 || cells.some((text) => text !== '')) rows.push({ row: number, cells, wrong })
  })
  if (rows.length > mostRows)
    throw new BadWorkbook(`有 ${rows.length} 行，一次最多 ${mostRows} 行，请拆成几个文件分别导入。`)
  return { headings: textsOf(sheet.getRow(1)).cells, rows }
}
