import type { Row, Worksheet } from 'exceljs'
import type { HowToRead as Asked } from '../../../shared/api/roster'
import { BadWorkbook } from '../../gateways/workbooks/bad-workbook'
import { openWorkbook } from '../../gateways/workbooks/open'
import { lineIn, type Shown, shownIn } from '../../gateways/workbooks/shown'
import * as columns from './columns'
import type { Column } from './columns'
import { findHeading, type Heading, missingIn } from './headings'
import type { Problem } from './problem'
import { type Halves, type Rows, type SheetKey, sheets } from './sheets'
import { keyOf } from './which-sheet'

const mostRows = 20_000

/** Columns that are not known, one by one; the rest as a number. */
const mostNamed = 10

export interface Reading {
  rows: Rows
  /** Rows of which a cell could not be read, with what could: looked at for what else is wrong, and never written. */
  halves: Halves
  problems: Problem[]
  notices: string[]
  /** What was hidden and is not read: a notice and a question. */
  hidden: string[]
  /** What stands in each row, by sheet and number and then by heading. */
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>
}
/** What somebody said about the file: whether what is hidden is to come in, what is typed anew, what is left out. */
export type HowToRead = Pick<Asked, 'withHidden'> & Partial<Pick<Asked, 'mends' | 'leaves'>>

/**
 * Reads every sheet of the workbook; whatever is not right becomes a problem with its row number. Runs in a process of
 * its own.
 * @throws BadWorkbook where it is no workbook, or there is nothing in it that could be brought in
 */
export async function parseWorkbook(file: Buffer, how: HowToRead): Promise<Reading> {
  const workbook = await openWorkbook(file)
  const texts: Record<string, Record<string, string>> = {}
  const reading: Reading & { texts: typeof texts } = {
    rows: {
      villages: [],
      deputies: [],
      units: [],
      stations: [],
      sessions: [],
      electedDeputies: [],
      staff: [],
    },
    halves: {},
    problems: [],
    notices: [],
    hidden: [],
    texts,
  }
  const found = new Set<SheetKey>()
  for (const sheet of workbook.worksheets) {
    if (sheet.name.trim() === '填写说明') continue
    if (sheet.state !== 'visible' && !how.withHidden) {
      hide(reading, `“${sheet.name}”这张表是隐藏的，没有读。`)
      continue
    }
    const key = keyOf(sheet)
    if (key === undefined) reading.notices.push(`“${sheet.name}”这张表不认识，没有读。`)
    else {
      found.add(key)
      readSheet(sheet, key, reading, how)
    }
  }
  const isEmpty = Object.values(reading.rows).every((rows: unknown[]) => rows.length === 0)
  if (isEmpty && reading.problems.length === 0)
    throw new BadWorkbook(
      [
        '这个文件里没有一行可以导入。请照模板填写：每张表要有表头（例如“姓名”“代表级别”），下面至少有一行。',
        ...reading.notices,
      ].join('\n'),
    )
  for (const key of Object.keys(sheets) as SheetKey[])
    if (!found.has(key) && !('optional' in sheets[key]))
      reading.notices.push(`没有“${sheets[key].name}”这张表，跳过。`)
  return reading
}

const comeIn = '要一起导入，请取消隐藏或筛选，或者说明隐藏的也要（命令加 --with-hidden）。'

function hide({ notices, hidden }: Reading, sentence: string) {
  hidden.push(sentence)
  notices.push(sentence + comeIn)
}

function readSheet(
  sheet: Worksheet,
  key: SheetKey,
  reading: Reading & { texts: Record<string, Record<string, string>> },
  { withHidden, mends = [], leaves = [] }: HowToRead,
) {
  const { name, columns } = sheets[key]
  const heading = findHeading(sheet, columns)
  if (!isComplete(heading, key, reading)) return
  const left = { below: [] as number[], hidden: [] as number[] }
  const unwanted = new Set(leaves.filter((one) => one.sheet === name).map(({ row }) => row))
  const typed = new Map(
    mends.filter((one) => one.sheet === name).map((one) => [`${one.row}|${one.heading}`, one.text]),
  )
  let filled = 0
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (number <= heading.row || isEmpty(row)) return
    if (isBelow(row)) return void left.below.push(number)
    if (row.hidden && !withHidden) return void left.hidden.push(number)
    if (unwanted.has(number)) return
    filled += 1
    if (filled > mostRows) return
    if (isExample(row)) {
      const sentence = '是模板里的示例，请改成真实的内容，或删掉这一行'
      reading.problems.push({ sheet: name, row: number, heading: null, sentence })
      return
    }
    const cellOf = (column: Column<unknown>, place: number | undefined) => {
      const anew = typed.get(`${number}|${column.heading}`)
      return anew === undefined ? place && shownIn(row.getCell(place)) : { text: anew.trim() }
    }
    const cells = Object.fromEntries(
      Object.entries<Column<unknown>>(columns).map(([column, one]) => [
        column,
        cellOf(one, heading.places.get(column)),
      ]),
    )
    reading.texts[`${name}|${number}`] = textsOf(columns, cells)
    const { values, isSound } = readRow(cells, columns, {
      problem: (of, sentence) => reading.problems.push({ sheet: name, row: number, heading: of, sentence }),
      notice: (of, sentence) => reading.notices.push(`${name} 第 ${number} 行 ${of}：${sentence}。`),
    })
    const into = isSound ? reading.rows[key] : (reading.halves[key] ??= [])
    ;(into as unknown[]).push({ row: number, ...values })
  })
  if (filled > mostRows) {
    const sentence = `有 ${filled} 行，一次最多 ${mostRows} 行，请拆开导入`
    reading.problems.push({ sheet: name, row: null, heading: null, sentence })
  }
  if (filled === 0) reading.notices.push(`“${name}”这张表只有表头，没有内容。`)
  if (left.below.length > 0)
    reading.notices.push(`${name}：第 ${listed(left.below)} 行是合计或落款，没有读。`)
  if (left.hidden.length > 0) hide(reading, `${name}：第 ${listed(left.hidden)} 行是隐藏的，没有读。`)
}

const listed = (rows: readonly number[]) =>
  rows.slice(0, 20).join('、') + (rows.length > 20 ? ` 等 ${rows.length}` : '')

/** Whether all needed columns are there; what is missing, not known or stands above is said. */
function isComplete(heading: Heading | undefined, key: SheetKey, reading: Reading): heading is Heading {
  const { name, columns } = sheets[key] as {
    name: string
    columns: Readonly<Record<string, Column<unknown>>>
  }
  for (const missing of missingIn(columns, heading)) {
    const row = heading?.row ?? 1
    const sentence = `缺少“${missing}”这一列，请照模板补上`
    reading.problems.push({ sheet: name, row, heading: null, sentence })
  }
  if (heading === undefined || missingIn(columns, heading).length > 0) return false
  for (const [column, { absent }] of Object.entries(columns))
    if (absent && !heading.places.has(column)) reading.notices.push(`${name}：${absent.notice}。`)
  if (heading.row > 1) reading.notices.push(`${name}：表头在第 ${heading.row} 行，它上面的没有当作名册读。`)
  const unknown = heading.unknown.filter((word) => !isCounting(word))
  for (const word of unknown.slice(0, mostNamed))
    reading.notices.push(`${name}：“${word.slice(0, 20)}”这一列不认识，没有读。`)
  if (unknown.length > mostNamed)
    reading.notices.push(`${name}：还有 ${unknown.length - mostNamed} 列不认识，没有读。`)
  return true
}

/** A column that only numbers the lines. */
const isCounting = (word: string) => /^(序号|编号|顺序号|No\.?)$/i.test(word)

interface Reports {
  problem: (heading: string, sentence: string) => void
  notice: (heading: string, sentence: string) => void
}

type ColumnsOfSheet = Readonly<Record<string, Column<unknown>>>
/** By the name of the column; nothing where the sheet does not have it. */
type CellsOfRow = Readonly<Record<string, Shown | 0 | undefined>>

const textsOf = (columns: ColumnsOfSheet, cells: CellsOfRow) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, { heading }]) => {
      const cell = cells[name]
      return cell && 'text' in cell ? [[heading, cell.text]] : []
    }),
  )

function readRow(
  cells: CellsOfRow,
  columns: ColumnsOfSheet,
  report: Reports,
): { values: Record<string, unknown>; isSound: boolean } {
  let isSound = true
  const wrong = (heading: string, sentence: string) => {
    isSound = false
    report.problem(heading, sentence)
  }
  const values = Object.entries(columns).map(([name, column]): [string, unknown] => {
    const cell = cells[name]
    if (!cell) return [name, column.absent?.value]
    if ('wrong' in cell) return [name, wrong(column.heading, cell.wrong)]
    if (cell.text === '') return [name, column.needed ? wrong(column.heading, '没有填') : undefined]
    const read = column.read(readsDays(column) ? (cell.day ?? cell.text) : cell.text)
    if ('wrong' in read) return [name, wrong(column.heading, read.wrong)]
    if (read.note !== undefined) report.notice(column.heading, read.note)
    return [name, read.value]
  })
  return { values: Object.fromEntries(values), isSound }
}

/** A day is meant, however little of it the sheet shows. */
const readsDays = ({ read }: Column<unknown>) => read === columns.day

/** The first thing in a row. */
function firstOf(row: Row): string {
  let first = ''
  row.eachCell({ includeEmpty: false }, (cell) => {
    first ||= lineIn(cell)
  })
  return first
}

/** What stands below a roster that is kept for printing. */
const isBelow = (row: Row) =>
  /^(合计|总计|小计|共计|共\d+人|((填表|制表|填报|审核|审批|复核|联系)(人|单位|日期|时间)?|注|备注|说明)[:：])/.test(
    firstOf(row).replace(/\s/g, ''),
  )

/** No one and no place is called so; the examples of the template are. */
function isExample(row: Row): boolean {
  let example = false
  row.eachCell({ includeEmpty: false }, (cell) => {
    if (lineIn(cell).includes('某某')) example = true
  })
  return example
}

/** Rows that only have a border or a space are no rows. A merged cell counts where it begins. */
function isEmpty(row: Row): boolean {
  let empty = true
  row.eachCell({ includeEmpty: false }, (cell) => {
    const shown = shownIn(cell)
    if ('wrong' in shown || shown.text !== '') empty = false
  })
  return empty
}
