import { codeOf, type Row } from './rows'

/** To what a row belongs, and with it the id that it has: to a matter, to one town, or to all towns. */
export type Layer = 'matter' | 'town' | 'all'

export interface Tables {
  readonly [table: string]: readonly Row[]
}

/** A printed code has one behind its `q`. */
const idPattern = /(?<=(?:^|[^0-9a-z])q?)[0-9a-z]{26}(?![0-9a-z])/g

/** Every id that stands anywhere in a row: in its columns, in holders such as `person:<id>`, in addresses of pages. */
export const idsIn = (row: Row): string[] =>
  Object.values(row).flatMap((value) => (typeof value === 'string' ? (value.match(idPattern) ?? []) : []))

const ownId = ({ id, scene }: Row) =>
  typeof id === 'string' ? id : typeof scene === 'string' ? scene.match(idPattern)?.[0] : undefined

/**
 * Which ids belong to a matter: its own, and that of every row that speaks of one. What is left belongs to the town,
 * unless it belongs to the county.
 */
export function layersOf(tables: Tables): Map<string, Layer> {
  const layers = new Map<string, Layer>()
  const rows = Object.values(tables).flat()
  for (const row of rows) {
    const id = ownId(row)
    if (id !== undefined) layers.set(id, 'town')
  }
  for (const { id } of tables.county ?? []) layers.set(String(id), 'all')
  for (const person of tables.person ?? [])
    if (person.town_id === null) for (const id of idsIn(person)) layers.set(id, 'all')
  for (const post of tables.post ?? []) if (post.town_id === null) layers.set(String(post.id), 'all')
  for (const { id } of tables.matter ?? []) layers.set(String(id), 'matter')
  for (let found = true; found;) {
    found = false
    for (const row of rows) {
      const id = ownId(row)
      if (id === undefined || layers.get(id) !== 'town') continue
      if (!idsIn(row).some((one) => layers.get(one) === 'matter')) continue
      layers.set(id, 'matter')
      found = true
    }
  }
  return layers
}

export function layerOf(row: Row, layers: ReadonlyMap<string, Layer>): Layer {
  const found = idsIn(row).map((id) => layers.get(id))
  if (found.includes('matter')) return 'matter'
  return found.includes('town') ? 'town' : 'all'
}

/** Matters that name each other stay together: a suggestion, the opinions behind it, the checks of its words. */
export function clustersOf(rows: readonly Row[], layers: ReadonlyMap<string, Layer>): Map<string, number> {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    const above = parent.get(id) ?? id
    return above === id ? id : rootOf(above)
  }
  for (const row of rows) {
    const [first, ...others] = idsIn(row).filter((id) => layers.get(id) === 'matter')
    if (first === undefined) continue
    const root = rootOf(first)
    parent.set(root, root)
    for (const other of others) parent.set(rootOf(other), root)
  }
  const numbers = new Map<string, number>()
  const clusters = new Map<string, number>()
  for (const id of [...parent.keys()].sort()) {
    const root = rootOf(id)
    if (!numbers.has(root)) numbers.set(root, numbers.size)
    clusters.set(id, numbers.get(root) ?? 0)
  }
  return clusters
}

/** The end of an id that tells one copy from another, as a mark to be replaced. */
export const marks = { town: '{town}', matter: '{copy}' } as const

/** A number that is given once in a town, and with which copy it ends. */
const numberPattern = /(?<![0-9a-z])(19-\d-b?j\d{3}|20\d\d-\d{4})(?![0-9a-z-])/gi

/** The row with marks where its copies differ. */
export function marked(row: Row, layers: ReadonlyMap<string, Layer>): Row {
  const withMarks = (text: string) =>
    text
      .replace(idPattern, (id) => {
        const layer = layers.get(id)
        return layer === undefined || layer === 'all' ? id : id.slice(0, -codeOf(0).length) + marks[layer]
      })
      .replace(numberPattern, `$1-${marks.matter}`)
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? withMarks(value) : value]),
  )
}
