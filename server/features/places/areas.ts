import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'

/** Every part of a village that is there, as `大坝口 三组`: natural villages and groups, in the order of the register. */
export const readAreas = (reader: Reader, townId: string) =>
  reader.query<{ id: string; name: string; villageId: string }[]>(
    `SELECT a.id, ${areaNameSql('a', 'n')} AS name, a.village_id AS villageId
     FROM area a LEFT JOIN area n ON n.id = a.area_id
     WHERE a.town_id = ? AND a.ended_on IS NULL ORDER BY a.position, a.id`,
    [townId],
  )

/** Of an area, and of the natural village that it lies in, where there is one. */
export const areaNameSql = (area: string, above: string) => `CONCAT_WS(' ', ${above}.name, ${area}.name)`

/** What stands directly below some villages, or below some natural villages, added up. */
export interface Parts {
  naturalVillages: number
  groups: number
  households: number
  population: number
}

/**
 * A natural village that says how many live there counts as it says; of one that does not, its groups are added up.
 * @param below `village_id` of villages, or `area_id` of natural villages
 */
export async function partsOf(
  reader: Pick<Reader, 'query'>,
  townId: string,
  below: 'village_id' | 'area_id',
  ids: readonly string[],
): Promise<ReadonlyMap<string, Parts>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.query<Row[]>(
    `SELECT a.${below} AS above, a.id, a.area_id AS areaId, a.area_kind AS areaKind, a.households, a.population
     FROM area a WHERE a.town_id = ? AND a.${below} IN (${marks(ids)}) AND a.ended_on IS NULL`,
    [townId, ...ids],
  )
  return new Map(
    ids.map((id) => {
      const own = rows.filter(({ above }) => above === id)
      return [id, sumOf(own, below === 'area_id' ? id : null)]
    }),
  )
}

interface Row {
  above: string
  id: string
  areaId: string | null
  areaKind: 'naturalVillage' | 'villagerGroup'
  households: number | null
  population: number | null
}

function sumOf(rows: readonly Row[], top: string | null): Parts {
  const of = (what: 'households' | 'population', row: Row): number =>
    row[what] === null ? below(rows, row.id).reduce((sum, one) => sum + of(what, one), 0) : Number(row[what])
  const heads = rows.filter(({ areaId }) => areaId === top)
  const total = (what: 'households' | 'population') => heads.reduce((sum, row) => sum + of(what, row), 0)
  const count = (kind: Row['areaKind']) => rows.filter(({ areaKind }) => areaKind === kind).length
  return {
    naturalVillages: count('naturalVillage'),
    groups: count('villagerGroup'),
    households: total('households'),
    population: total('population'),
  }
}

const below = (rows: readonly Row[], id: string) => rows.filter(({ areaId }) => areaId === id)

/** “3 个自然村，5 个小组，合计 312 户、1204 人”; nothing where nothing is below. */
export function saysParts({ naturalVillages, groups, households, population }: Parts): string | undefined {
  const parts = [
    naturalVillages > 0 ? `${naturalVillages} 个自然村` : '',
    groups > 0 ? `${groups} 个小组` : '',
  ].filter(Boolean)
  if (parts.length === 0) return undefined
  const sums = [households > 0 ? `${households} 户` : '', population > 0 ? `${population} 人` : ''].filter(
    Boolean,
  )
  return [...parts, ...(sums.length === 0 ? [] : [`合计 ${sums.join('、')}`])].join('，')
}

/** The same for a register to say, where there is anything. */
export async function tellParts(
  reader: Pick<Reader, 'query'>,
  townId: string,
  below: 'village_id' | 'area_id',
  ids: readonly string[],
  name: string,
) {
  const parts = await partsOf(reader, townId, below, ids)
  return new Map(
    [...parts].flatMap(([id, one]) => {
      const said = saysParts(one)
      return said === undefined ? [] : [[id, { [name]: said }] as const]
    }),
  )
}
