import type { DeputyStructure } from '../../../shared/api/congress'
import {
  ageBand,
  structureOf,
  structureParts,
  type StructurePart,
  unknownBand,
} from '../../../shared/rules/deputy-bands'
import { beijingDay } from '../../../shared/rules/days'
import { spokenRate } from '../../../shared/rules/rates'
import { isOfTownship } from '../../database/in-office'
import type { Reader } from '../../database/source'

export interface StructureRow {
  birthYear: number | null
  party: string | null
  occupation: string | null
  gender: string | null
  education: string | null
  count: number | string
}

/** Those who sit in the congress of the township now, counted by what they are. */
export async function readStructure(reader: Reader, townId: string, now: Date): Promise<DeputyStructure> {
  const rows = await reader.query<StructureRow[]>(
    `SELECT ${structureColumns}, COUNT(DISTINCT p.id) AS count
     FROM mandate m JOIN person p ON p.id = m.person_id
     WHERE m.town_id = ? AND ${isOfTownship('m')}
     GROUP BY ${structureGroups}`,
    [townId],
  )
  return madeUpOf(rows, structureParts, now)
}

/** What one row of counting tells of those that it counts. */
export const structureColumns =
  'p.birth_year AS birthYear, p.party, p.occupation_kind AS occupation, p.gender, p.education'
export const structureGroups = 'p.birth_year, p.party, p.occupation_kind, p.gender, p.education'

/** Each part in all of its bands; whom the register says nothing of stands last, where there is anybody. */
export function madeUpOf(
  rows: readonly StructureRow[],
  parts: readonly StructurePart[],
  now: Date,
): DeputyStructure {
  const year = Number(beijingDay(now).slice(0, 4))
  return {
    total: rows.reduce((sum, { count }) => sum + Number(count), 0),
    parts: parts.map((part) => {
      const { word, bands } = structureOf[part]
      const counts = new Map<string, number>()
      for (const row of rows) {
        const key = bandOf(part, row, year)
        counts.set(key, (counts.get(key) ?? 0) + Number(row.count))
      }
      const known = Object.entries(bands).map(([key, name]) => ({ key, name, count: counts.get(key) ?? 0 }))
      const unknown = counts.get(unknownKey) ?? 0
      return {
        ...{ part, word },
        rows: unknown === 0 ? known : [...known, { key: unknownKey, name: unknownBand, count: unknown }],
      }
    }),
  }
}

const unknownKey = 'unknown'
const bandOf = (part: StructurePart, { birthYear, ...row }: StructureRow, year: number) =>
  (part === 'age' ? (birthYear === null ? null : ageBand(Number(birthYear), year)) : row[part]) ?? unknownKey

/** The same as a sheet: what, how many, and the share of all. */
export async function writeStructure({ total, parts }: DeputyStructure): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('代表结构', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = ['项目', '分类', '人数', '占比'].map((header) => ({ header, width: 18 }))
  sheet.getRow(1).font = { bold: true }
  for (const { word, rows } of parts)
    for (const { name, count } of rows)
      sheet.addRow([word, name, count, spokenRate({ of: count, among: total })])
  sheet.addRow(['合计', '', total, ''])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
