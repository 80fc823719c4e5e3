import type { Reader } from '../../database/source'
import { formIn, type KeptRegister, readableBy, spokenEnd } from '../../engine/registers/kept-register'
import { columnsFor, endedHeading, idHeading, whyHeading } from '../../engine/registers/read-line'
import { rowsFor } from '../../engine/registers/own-rows'
import { allRows } from '../../engine/registers/rows'
import { namesIn, wordOf } from '../../engine/registers/words-of'
import type { Actor } from '../../http/actor'
import { plain } from '../ledger/write-ledger'
import { registerNamed } from './found'

export const writeRegister = (reader: Reader, name: string, actor: Actor) =>
  writeTable(reader, registerNamed(name), actor)

/** The register as a spreadsheet that can be read in again: every row, ended ones too, with what the asker may read. */
export async function writeTable(reader: Reader, kept: KeptRegister, actor: Actor): Promise<Buffer> {
  const rows = await allRows(reader, kept, actor.townId, rowsFor(kept.register, actor))
  const names = await namesIn(reader, kept, actor.townId, rows)
  const columns = columnsFor(kept, readableBy(kept.register, actor))
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(kept.register.word, { views: [{ state: 'frozen', ySplit: 1 }] })
  const headings = [...columns.map(({ heading }) => heading), endedHeading, whyHeading, idHeading]
  sheet.columns = headings.map((header) => ({ header, width: 18, style: { numFmt: '@' } }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows) {
    const { id, values, endedOn } = row
    const words = columns.map(({ name }) => wordOf(formIn(kept.register, name), values[name], names) ?? '')
    sheet.addRow([...words, endedOn ?? '', (endedOn && spokenEnd(kept.register, row)) ?? '', id].map(plain))
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
