import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type * as Excel from 'exceljs'
import type { LedgerAsked } from '../../../shared/api/figures'
import { withoutUnseen } from '../../../shared/grammar/unseen'
import { droppedStates } from '../../../shared/matters/suggestion/state-lists'
import { beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { readFigures } from '../figures/queries'
import { type CellContent, type LedgerColumn, ledgerColumns, roundColumns } from './columns'
import { narrowTo } from './narrow'
import { type LedgerRow, readLedger, readRounds } from './rows'
import { type Apart, totalColumns, totalsOf } from './totals'

/** The ledger of a town as a spreadsheet, packed while it is still being written. */
export async function writeLedger(
  reader: Reader,
  townId: string,
  asked: LedgerAsked,
  now: Date,
): Promise<Uint8Array> {
  const narrowed = await narrowTo(reader, townId, asked)
  const stream = new PassThrough()
  const [bytes] = await Promise.all([
    buffer(stream),
    fill(stream, reader, townId, { ...narrowed, isBrief: asked.columns === 'brief' }, now),
  ])
  return bytes
}

async function fill(
  stream: PassThrough,
  reader: Reader,
  townId: string,
  { which, said, isBrief }: Awaited<ReturnType<typeof narrowTo>> & { isBrief: boolean },
  now: Date,
) {
  // Three hundred files that a server needs only for a spreadsheet.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const ids: string[] = []
  const apart = { rows: 0, dropped: 0, notHandedOver: 0 }
  const rows = counted(readLedger(reader, townId, which, beijingDay(now)), ids, apart)
  const columns = isBrief ? ledgerColumns.filter(({ brief }) => brief) : ledgerColumns
  await writeSheet(workbook, '代表建议台账', columns, rows, { fixed: 2, paperSize: isBrief ? a4 : a3 })
  await writeSheet(workbook, '各轮办理', roundColumns, readRounds(reader, ids), { fixed: 3, paperSize: a4 })
  const { total } = await readFigures(reader, townId, which, now)
  await writeSheet(workbook, '合计', totalColumns, totalsOf(total, apart, said), { fixed: 1, paperSize: a4 })
  await workbook.commit()
}

async function* counted(rows: AsyncIterable<LedgerRow>, ids: string[], apart: Apart) {
  for await (const row of rows) {
    ids.push(row.id)
    apart.rows += 1
    if (droppedStates.includes(row.state)) apart.dropped += 1
    else if (row.handedOverOn === null) apart.notHandedOver += 1
    yield row
  }
}

/** On paper it lies, is as wide as the sheet, and bears its heading on each. */
async function writeSheet<Row>(
  workbook: Excel.stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly LedgerColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  { fixed, paperSize }: { fixed: number; paperSize: number },
) {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: fixed, ySplit: 1 }],
    pageSetup: {
      ...{ paperSize, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: '1:1',
    },
    headerFooter: { oddHeader: `&C${name}`, oddFooter: '&C第 &P 页，共 &N 页' },
  })
  sheet.columns = columns.map(({ width }) => ({
    width,
    style: { alignment: { wrapText: true, vertical: 'top' } },
  }))
  const head = sheet.addRow(columns.map(({ heading }) => heading))
  head.font = { bold: true }
  columns.forEach((_, index) => (head.getCell(index + 1).border = framed))
  head.height = perLine * Math.max(...columns.map(({ heading, width }) => linesIn(heading, width)))
  head.commit()
  for await (const row of rows) {
    const line = sheet.addRow([])
    const lines = columns.map(({ content, width }, index) => {
      const [cell, given] = [line.getCell(index + 1), content(row)]
      cell.border = framed
      write(cell, given)
      return linesIn(given, width)
    })
    // Not every program looks for itself how high a row must be.
    line.height = Math.min(mostHigh, perLine * Math.max(...lines))
    line.commit()
  }
  sheet.commit()
}
/** By the numbers that spreadsheets give them. */
const [a3, a4] = [8, 9]
const thin = { style: 'thin' } as const
const framed = { top: thin, left: thin, bottom: thin, right: thin }
/** Points that a line of Chinese takes in the letters of a sheet. */
const perLine = 17
/** A sheet takes no row that is higher, in points. */
const mostHigh = 409

/** A column is as wide as so many digits; a Chinese character takes two. */
function linesIn(content: CellContent, width: number): number {
  if (typeof content !== 'string') return 1
  const wide = (line: string) => [...line].reduce((sum, one) => sum + (one > '\u00ff' ? 2 : 1), 0)
  return content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / (width - 1))), 0)
}

function write(cell: Excel.Cell, content: CellContent) {
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
 * the first character counts, of whichever width and shape. And one character that a sheet may not hold spoils all of it: what
 * was kept before there was an edge is cleaned on the way out too.
 */
export function plain(text: string): string {
  const seen = withoutUnseen(text)
  return /^\s*[=+\-@＝＋－＠﹢﹣﹦﹫−]/.test(seen) ? `'${seen}` : seen
}
