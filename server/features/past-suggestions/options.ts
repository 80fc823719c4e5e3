import type { Option } from '../../engine/registers/kept-register'
import type { Options } from '../../engine/registers/read-line'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'

/** Who and what a row may name: also deputies who have left and units that are no more, for it is of the past. */
export async function readOptions(reader: Reader, townId: string): Promise<Options> {
  const named = (table: string) =>
    part<Option>({
      columns: { id: 'x.id', name: 'x.name', note: 'NULL' },
      from: `FROM ${table} x WHERE x.town_id = ?`,
      order: 'x.id',
      parameters: [townId],
    })
  const { deputies, ...others } = await readTogether(reader, {
    deputies: part<Option>({
      columns: { id: 'p.id', name: 'p.name', note: 'v.name' },
      from: `FROM person p LEFT JOIN village v ON v.id = p.village_id
        WHERE p.town_id = ? AND p.merged_into_id IS NULL AND EXISTS (SELECT 1 FROM mandate d
          WHERE d.person_id = p.id AND d.town_id = p.town_id AND d.congress_level = 'township')`,
      order: 'p.position, p.id',
      parameters: [townId],
    }),
    unit: named('handling_unit'),
    village: named('village'),
    category: named('category'),
  })
  // People of the same name are told apart by their village.
  const told = deputies.flatMap((one) =>
    one.note === null ? [] : [{ ...one, name: `${one.name}（${one.note}）` }],
  )
  return new Map(Object.entries({ ...others, deputy: [...deputies, ...told] }))
}
