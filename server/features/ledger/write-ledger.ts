import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Cell } from 'exceljs'
import { withoutUnseen } from '../../../shared/grammar/unseen'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { type CellContent, ledgerColumns } from './columns'
import { readLedger } from './rows'

/** The ledger of a town as a spreadsheet, packed while it is still being written. */
export async function writeLedger(reader: Reader, townId: string, today: Day): Promise<Uint8Array> {
  const stream = new PassThrough()
  const [bytes] = await Promise.all([buffer(stream), fill(stream, reader, townId, today)])
  return bytes
}

async function fill(stream: PassThrough, reader: Reader, townId: string, today: Day) {
  // Three hundred files that a server needs only for a spreadsheet.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = workbook.addWorksheet('代表建议台账', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  sheet.columns = ledgerColumns.map(({ width }) => ({ width }))
  const head = sheet.addRow(ledgerColumns.map(({ heading }) => heading))
  head.font = { bold: true }
  head.commit()
  for await (const row of readLedger(reader, townId, today)) {
    const line = sheet.addRow([])
    ledgerColumns.forEach(({ content }, index) => write(line.getCell(index + 1), content(row)))
    line.commit()
  }
  sheet.commit()
  await workbook.commit()
}

function write(cell: Cell, content: CellContent) {
  if (content === null) return
  if (typeof content === 'object') {
    cell.value = new Date(`${content.day}T00:00:00Z`)
    cell.numFmt = 'yyyy-mm-dd'
  } else if (typeof content === 'string') {
    cell.value = plain(content)
    cell.numFmt = '@'
  } else cell.value = content
}

/**
 * What somebody typed is never a formula, not even after the sheet has been saved as CSV and opened again: then only
 * the first character counts, of whichever width. And one character that a sheet may not hold spoils all of it: what
 * was kept before there was an edge is cleaned on the way out too.
 */
export function plain(text: string): string {
  const seen = withoutUnseen(text)
  return /^\s*[=+\-@＝＋－＠]/.test(seen) ? `'${seen}` : seen
}
