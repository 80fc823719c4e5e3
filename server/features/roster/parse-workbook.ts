import ExcelJS, { type Row, type Worksheet } from 'exceljs'
import { cellText } from './cell-text'
import type { Column } from './columns'
import { BadWorkbook, type Problem } from './problem'
import { type Rows, type SheetKey, sheets } from './sheets'
import { guardUnzip } from './unzip-guard'

const mostRows = 20_000

/** Columns that are not known, one by one; the rest as a number. */
const mostNamed = 10

export interface Reading {
  rows: Rows
  problems: Problem[]
  notices: string[]
}

/** What only looks nice, or may be written for a million cells at once. */
export const notRead = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'tableParts',
  'extLst',
]

/**
 * Reads every sheet of the workbook; whatever is not right becomes a problem with its row number. Runs in a process of
 * its own.
 * @throws BadWorkbook where it is no workbook
 */
export async function parseWorkbook(file: Buffer): Promise<Reading> {
  guardUnzip(file)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer, { ignoreNodes: notRead }).catch(() => {
    throw new BadWorkbook('表格打不开，请用表格软件另存为 .xlsx 再导入。')
  })
  const reading: Reading = {
    rows: { villages: [], deputies: [], units: [], stations: [], sessions: [], staff: [] },
    problems: [],
    notices: [],
  }
  const known = new Set<string>(['填写说明'])
  for (const key of Object.keys(sheets) as SheetKey[]) {
    known.add(sheets[key].name)
    const sheet = workbook.worksheets.find(({ name }) => name.trim() === sheets[key].name)
    if (sheet) readSheet(sheet, key, reading)
    else if (!('optional' in sheets[key])) reading.notices.push(`没有“${sheets[key].name}”这张表，跳过。`)
  }
  if (workbook.worksheets.length === 0)
    throw new BadWorkbook('这个文件里一张表也没有，请用表格软件打开名册，另存为 .xlsx 再导入。')
  for (const { name } of workbook.worksheets) {
    if (!known.has(name.trim())) reading.notices.push(`“${name}”这张表不认识，没有读。`)
  }
  return reading
}

function readSheet(sheet: Worksheet, key: SheetKey, reading: Reading) {
  const { name, columns } = sheets[key]
  const places = findColumns(sheet, key, reading)
  if (places === undefined) return
  let filled = 0
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (number === 1 || isEmpty(row)) return
    filled += 1
    if (filled > mostRows) return
    if (isExample(row)) {
      const sentence = '是模板里的示例，请改成真实的内容，或删掉这一行'
      reading.problems.push({ sheet: name, row: number, heading: null, sentence })
      return
    }
    const read = readRow(row, columns, places, (heading, sentence) =>
      reading.problems.push({ sheet: name, row: number, heading, sentence }),
    )
    if (read) (reading.rows[key] as unknown[]).push({ row: number, ...read })
  })
  if (filled > mostRows) {
    const sentence = `有 ${filled} 行，一次最多 ${mostRows} 行，请拆开导入`
    reading.problems.push({ sheet: name, row: null, heading: null, sentence })
  }
}

/** Where each column stands, by its heading in row 1; undefined when a needed one is missing. */
function findColumns(sheet: Worksheet, key: SheetKey, { problems, notices }: Reading) {
  const { name, columns } = sheets[key]
  const headings = new Map<string, number>()
  sheet.getRow(1).eachCell((cell, number) => {
    const read = cellText(cell)
    if ('text' in read && read.text !== '') headings.set(read.text.replace(/[\s*＊]/g, ''), number)
  })
  const wanted = Object.values<Column<unknown>>(columns)
  const missing = wanted.filter((column) => column.needed && !headings.has(column.heading))
  for (const { heading } of missing) {
    problems.push({ sheet: name, row: 1, heading: null, sentence: `缺少“${heading}”这一列，请照模板补上` })
  }
  const unknown = [...headings.keys()].filter(
    (heading) => !wanted.some((column) => column.heading === heading),
  )
  for (const heading of unknown.slice(0, mostNamed))
    notices.push(`${name}：“${heading.slice(0, 20)}”这一列不认识，没有读。`)
  if (unknown.length > mostNamed)
    notices.push(`${name}：还有 ${unknown.length - mostNamed} 列不认识，没有读。`)
  return missing.length > 0 ? undefined : headings
}

function readRow(
  row: Row,
  columns: Readonly<Record<string, Column<unknown>>>,
  places: ReadonlyMap<string, number>,
  report: (heading: string, sentence: string) => void,
): Record<string, unknown> | undefined {
  let sound = true
  const wrong = (heading: string, sentence: string) => {
    sound = false
    report(heading, sentence)
  }
  const values = Object.entries(columns).map(([name, column]): [string, unknown] => {
    const place = places.get(column.heading)
    const cell = place === undefined ? { text: '' } : cellText(row.getCell(place))
    if ('wrong' in cell) return [name, wrong(column.heading, cell.wrong)]
    if (cell.text === '') return [name, column.needed ? wrong(column.heading, '没有填') : undefined]
    const read = column.read(cell.text)
    return 'wrong' in read ? [name, wrong(column.heading, read.wrong)] : [name, read.value]
  })
  return sound ? Object.fromEntries(values) : undefined
}

/** No one and no place is called so; the examples of the template are. */
function isExample(row: Row): boolean {
  let example = false
  row.eachCell({ includeEmpty: false }, (cell) => {
    const read = cellText(cell)
    if ('text' in read && read.text.includes('某某')) example = true
  })
  return example
}

/** Rows that only have a border or a space are no rows. A merged cell counts where it begins. */
function isEmpty(row: Row): boolean {
  let empty = true
  row.eachCell({ includeEmpty: false }, (cell) => {
    const read = cellText(cell)
    if ('wrong' in read || read.text !== '') empty = false
  })
  return empty
}
