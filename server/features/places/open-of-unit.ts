import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { unit } from '../../engine/holders'
import { suggestionTable } from '../../../shared/matters/suggestion/table'

/** What a unit still owes: the suggestions that it handles, and those to which it has not given its opinion yet. */
const openSql = (holders: readonly string[]) => `
  FROM matter_holder h JOIN matter m ON m.id = h.matter_id
  WHERE h.town_id = ? AND h.holder IN (${marks(holders)}) AND h.lane IN ('mine', 'others') AND h.kind = ?
    AND (h.party = 'leadUnit' OR EXISTS (SELECT 1 FROM ask q
      WHERE q.matter_id = h.matter_id AND q.holder = h.holder AND q.answer IS NULL AND q.ended_how IS NULL))`

/** How many, for the list of units. */
export async function countOpen(reader: Reader, townId: string, ids: readonly string[]) {
  const holders = ids.map(unit)
  const rows = await reader.query<{ holder: string; open: number | string }[]>(
    `SELECT h.holder, COUNT(DISTINCT h.matter_id) AS open ${openSql(holders)} GROUP BY h.holder`,
    [townId, ...holders, suggestionTable.kind],
  )
  const open = new Map(rows.map((row) => [row.holder, row.open]))
  return new Map(ids.map((id) => [id, { open: Number(open.get(unit(id)) ?? 0) }]))
}

export interface OpenMatter {
  id: string
  title: string
  number: string | null
  /** Whether it handles it, or only gives its opinion. */
  leads: boolean
}

/** Each of them, the oldest first. */
export async function openOfUnit(reader: Reader, townId: string, unitId: string): Promise<OpenMatter[]> {
  const rows = await reader.query<(Omit<OpenMatter, 'leads'> & { leads: number | string })[]>(
    `SELECT m.id, m.title, m.number, MAX(CASE WHEN h.party = 'leadUnit' THEN 1 ELSE 0 END) AS leads
     ${openSql([unit(unitId)])} GROUP BY m.id, m.title, m.number ORDER BY m.id`,
    [townId, unit(unitId), suggestionTable.kind],
  )
  return rows.map((row) => ({ ...row, leads: Number(row.leads) === 1 }))
}
