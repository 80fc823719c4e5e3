import { wrongField } from '../../../shared/words/refusals'
import { part, readTogether } from '../../database/together'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'

interface KeptCategory {
  id: string
  name: string
  parentCode: string | null
  endedOn: string | null
}

/** The categories of a town in the order of the tree, ended ones too. */
export const readCategories = (reader: Reader, townId: string) =>
  reader.query<KeptCategory[]>(
    `SELECT id, name, parent_code AS parentCode, ended_on AS endedOn FROM category
     WHERE town_id = ? ORDER BY place, id`,
    [townId],
  )

/** @throws Refusal `bad_input` unless it is a category that the town still uses */
export async function categoryInTown(reader: Reader, townId: string, id: string) {
  const { found } = await readTogether(reader, {
    found: part<{ id: string }>({
      columns: { id: 'x.id' },
      from: 'FROM category x WHERE x.town_id = ? AND x.id = ? AND x.ended_on IS NULL',
      order: 'x.id',
      parameters: [townId, id],
    }),
  })
  if (found.length === 0) throw wrongField('category', '没有这个类别或已经停用，请重新选择。')
}

/** How many suggestions are filed under each. */
export async function countsOfCategories(reader: Reader, townId: string, ids: readonly string[]) {
  const rows = await reader.query<{ id: string; count: number | string }[]>(
    `SELECT category AS id, COUNT(*) AS count FROM suggestion
     WHERE town_id = ? AND category IN (${marks(ids)}) GROUP BY category`,
    [townId, ...ids],
  )
  return new Map(rows.map(({ id, count }) => [id, { suggestions: Number(count) }]))
}

export const categoryPart = (townId: string, id: string | null) =>
  id === null
    ? undefined
    : part<{ name: string; parent: string | null }>({
        columns: { name: 'c.name', parent: 'p.name' },
        from: `FROM category c LEFT JOIN category p ON p.town_id = c.town_id AND p.id = c.parent_code
          WHERE c.town_id = ? AND c.id = ?`,
        order: 'c.id',
        parameters: [townId, id],
      })

/** `基础设施 · 道路桥梁`. */
export function presentCategory(
  [found]: readonly { name: string; parent: string | null }[],
  code: string | null,
) {
  if (code === null) return null
  return { code, name: [found?.parent, found?.name ?? code].filter(Boolean).join(' · ') }
}
