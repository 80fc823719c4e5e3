import type { listCategories } from '../../../shared/registers/category-endpoints'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { wrongField } from '../../../shared/words/refusals'
import { categories, type Category, categoryParents } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { part } from '../../database/together'

export interface KeptCategory {
  code: string
  name: string
  parentCode: string | null
  position: number
  retired: boolean
}

/** What a town begins with. */
export const firstTree: readonly KeptCategory[] = (Object.keys(categories) as Category[]).map(
  (code, position) => ({
    code,
    name: categories[code],
    parentCode: categoryParents[code] ?? null,
    position,
    retired: false,
  }),
)

/** The categories of a town in the order of the tree; the first tree while it has not touched it. */
export async function readCategories(reader: Reader, townId: string): Promise<KeptCategory[]> {
  const rows = await reader.query<(Omit<KeptCategory, 'retired'> & { retired: number })[]>(
    `SELECT code, name, parent_code AS parentCode, position, retired FROM category
     WHERE town_id = ? ORDER BY position, code`,
    [townId],
  )
  const all = rows.length === 0 ? firstTree : rows.map((row) => ({ ...row, retired: row.retired === 1 }))
  return all
    .filter(({ parentCode }) => parentCode === null)
    .flatMap((top) => [top, ...all.filter(({ parentCode }) => parentCode === top.code)])
}

/** @throws Refusal `bad_input` unless it is a category that the town still uses */
export async function categoryInTown(reader: Reader, townId: string, code: string) {
  const found = (await readCategories(reader, townId)).find((one) => one.code === code)
  if (!found || found.retired) throw wrongField('category', '没有这个类别或已经停用，请重新选择。')
}

/** A category with the one above it, as part of a view. */
export const categoryPart = (townId: string, code: string | null) =>
  code === null
    ? undefined
    : part<{ name: string; parent: string | null }>({
        columns: { name: 'c.name', parent: 'p.name' },
        from: `FROM category c LEFT JOIN category p ON p.town_id = c.town_id AND p.code = c.parent_code
          WHERE c.town_id = ? AND c.code = ?`,
        order: 'c.code',
        parameters: [townId, code],
      })

/** `基础设施 · 道路桥梁`; by the first tree while the town has not touched it. */
export function presentCategory(
  rows: readonly { name: string; parent: string | null }[],
  code: string | null,
) {
  if (code === null) return null
  const first = firstTree.find((one) => one.code === code)
  const { name, parent } = rows[0] ?? {
    name: first?.name ?? code,
    parent: firstTree.find((one) => one.code === first?.parentCode)?.name,
  }
  return { code, name: [parent, name].filter(Boolean).join(' · ') }
}

/** The tree with how many suggestions are filed under each. */
export async function treeOf(reader: Reader, townId: string): Promise<OutputOf<typeof listCategories>> {
  const counts = await reader.query<{ code: string; count: number | string }[]>(
    'SELECT category AS code, COUNT(*) AS count FROM suggestion WHERE town_id = ? AND category IS NOT NULL GROUP BY category',
    [townId],
  )
  return {
    categories: (await readCategories(reader, townId)).map(({ code, name, parentCode, retired }) => ({
      code,
      name,
      parent: parentCode,
      retired,
      suggestions: Number(counts.find((one) => one.code === code)?.count ?? 0),
    })),
  }
}
