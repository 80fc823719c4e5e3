import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { KeptRegister, Readable } from '../../engine/registers/kept-register'
import { columnsFor, endedHeading, idHeading, type Line, whyHeading } from '../../engine/registers/read-line'
import { createWorkApart, TooHard, TooManyWaiting } from '../../gateways/apart/work-apart'
import { BadWorkbook } from '../../gateways/workbooks/bad-workbook'
import { guardSize } from '../../gateways/workbooks/unzip-guard'
import type { Table } from './parse-table'

/** The same bounds as for a roster, whose rows are more. */
const parse = createWorkApart<Uint8Array, Table | { bad: string }>('features/registers/table-process', {
  mostMs: 60_000,
  mostMegabytes: 600,
  mostWaiting: 4,
})

const field = 'table'

/** The texts of a spreadsheet that somebody sent. @throws Refusal `bad_input` where it is none, `unavailable` */
export async function readTable(file: Buffer | undefined): Promise<Table> {
  if (file === undefined) throw wrongField(field, '没有收到文件，请重新选一个 .xlsx 文件。')
  try {
    guardSize(file.length)
    const table = await parse(file)
    if ('bad' in table) throw new BadWorkbook(table.bad)
    return table
  } catch (error) {
    if (error instanceof BadWorkbook) throw wrongField(field, error.message)
    if (error instanceof TooHard)
      throw wrongField(
        field,
        '这个文件太复杂，读不出来。请新建一个空表，把内容粘贴成数值，另存为 .xlsx 再导入。',
      )
    if (error instanceof TooManyWaiting)
      throw new Refusal('unavailable', {}, '同时导入的人太多，请过一会儿再试。')
    throw error
  }
}

const mostNamed = 10
const bare = (heading: string) => heading.replace(/[\s*＊]/g, '')

export interface Column {
  name: string
  heading: string
}

/** The lines of a spreadsheet by the fields of a register, and the columns that it does not know. */
export function linesOf(kept: KeptRegister, readable: Readable, table: Table) {
  const idAt = placeOf(table, idHeading)
  const { lines, notices } = linesUnder(
    columnsFor(kept, readable),
    [endedHeading, whyHeading, idHeading],
    table,
  )
  return {
    lines: lines.map(({ cells, ...line }): Line => ({ ...line, id: cells[idAt] ?? '' })),
    notices,
  }
}

const placeOf = ({ headings }: Table, heading: string) =>
  headings.findIndex((one) => bare(one) === bare(heading))

/**
 * The lines of a spreadsheet under these headings, and what is said of headings that nobody knows.
 * @param besides headings that may stand there as well
 * @throws Refusal `bad_input` where none of them is there
 */
export function linesUnder(columns: readonly Column[], besides: readonly string[], table: Table) {
  const { headings, rows } = table
  const places = columns.map((column) => ({ ...column, at: placeOf(table, column.heading) }))
  const known = places.filter(({ at }) => at >= 0)
  if (known.length === 0)
    throw wrongField(
      field,
      `第一行没有认得的列名。请先导出一张，照它的列名填：${columns.map((one) => one.heading).join('、')}。`,
    )
  const own = [...columns.map(({ heading }) => heading), ...besides].map(bare)
  const unknown = headings.filter((heading) => heading !== '' && !own.includes(bare(heading)))
  return {
    lines: rows.map(({ row, cells, wrong }) => ({
      ...{ row, cells, wrong },
      words: Object.fromEntries(known.map(({ name, at }) => [name, cells[at] ?? ''])),
    })),
    notices: unknown.slice(0, mostNamed).map((heading) => `“${heading.slice(0, 20)}”这一列不认识，没有读。`),
  }
}
