import { categories, type Category, categoryParents } from '../../../shared/words/words'
import type { Tx } from '../../database/source'
import { beginRows } from '../../engine/registers/keep'
import { registerNamed } from '../registers/found'

const names = Object.keys(categories) as Category[]
const digits = (at: number) => String(at).padStart(4, '0')

/** Where a category stands in the tree: behind the one that it stands under. */
const placeOf = (category: Category): string => {
  const parent = categoryParents[category]
  const own = digits(names.indexOf(category))
  return parent ? `${placeOf(parent)}.${own}` : own
}

/** What a town begins with; one that has categories keeps them. */
export async function writeFirstTree(tx: Tx, townId: string) {
  const [known] = await tx.query<unknown[]>('SELECT id FROM category WHERE town_id = ? LIMIT 1', [townId])
  if (known) return
  const rows = names.map((id) => ({
    id,
    version: 0,
    values: { name: categories[id], parentCode: categoryParents[id] ?? null },
    own: { place: placeOf(id) },
    endedOn: null,
    endedWhy: null,
    endedKind: null,
    endedPaper: null,
  }))
  await beginRows(tx, registerNamed('category'), townId, rows)
}
