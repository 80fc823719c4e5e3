import { isDeputy, isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'

/** Where nobody has bound WeChat, over the rows `r` of a register: what is given to them is heard by no one. */
export const nobodyIn = {
  handlingUnit: `NOT EXISTS (SELECT 1 FROM post o JOIN person p ON p.id = o.person_id
    WHERE o.handling_unit_id = r.id AND p.account_id IS NOT NULL AND ${isHeld('o')})`,
  deputyGroup: `NOT EXISTS (SELECT 1 FROM person p
    WHERE p.deputy_group_id = r.id AND p.account_id IS NOT NULL AND ${isDeputy('p.id')})`,
  liaisonStation: `NOT EXISTS (SELECT 1 FROM station_deputy d JOIN person p ON p.id = d.person_id
    WHERE d.liaison_station_id = r.id AND p.account_id IS NOT NULL AND ${isDeputy('p.id')})`,
} as const
const tables = {
  handlingUnit: 'handling_unit',
  deputyGroup: 'deputy_group',
  liaisonStation: 'liaison_station',
} as const
const registers = ['handlingUnit', 'deputyGroup', 'liaisonStation'] as const

/** All of them that there are now; each stays on the list until somebody there is bound. */
export async function readUnreached(reader: Reader, townId: string) {
  const rows = await reader.query<{ register: (typeof registers)[number]; id: string; name: string }[]>(
    `${registers
      .map(
        (register, at) =>
          `SELECT '${register}' AS register, ${at} AS place, r.position, r.id, r.name FROM ${tables[register]} r
           WHERE r.town_id = ? AND r.ended_on IS NULL AND ${nobodyIn[register]}`,
      )
      .join(' UNION ALL ')} ORDER BY place, position, id`,
    registers.map(() => townId),
  )
  return rows.map(({ register, id, name }) => ({ register, id, name }))
}
