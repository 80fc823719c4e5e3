import { publicEverywhere, publicKinds, publicTables } from './public-tables'
import type { Database, Reader, Tx } from './source'

/** Stands for every town at once. */
export const everywhere = '*'

const prefix = 'public '
/** Under which name it is told that what is public of a town has changed. */
export const changedIn = (townId: string) => prefix + townId
/** The towns of which that was told. */
export const townsChanged = (names: ReadonlySet<string>) =>
  [...names].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))

/** What one transaction has done so far. */
export interface Done {
  /** Kinds that have moved, among others. */
  names: ReadonlySet<string>
  /** Tables that were written. */
  written: ReadonlySet<string>
  /** In which towns it works. */
  towns: ReadonlySet<string>
}

/** The towns whose public pages may look different then; all of them where nobody said in which town the work was. */
export function changedTowns({ names, written, towns }: Done): string[] {
  const tables = [...written].filter((table) => publicTables.has(table))
  if (tables.length === 0 && !publicKinds.some((kind) => names.has(kind))) return []
  return towns.size === 0 || tables.includes(publicEverywhere) ? [everywhere] : [...towns].sort()
}

const ifThere = {
  sqlite: 'ON CONFLICT (town_id) DO UPDATE SET',
  mysql: 'ON DUPLICATE KEY UPDATE',
  mariadb: 'ON DUPLICATE KEY UPDATE',
} as const

const moveVersions = (tx: Tx, engine: Database['engine'], towns: readonly string[]) =>
  tx.query(
    `INSERT INTO public_version (town_id, version) VALUES ${towns.map(() => '(?, 1)').join(', ')}
     ${ifThere[engine]} version = version + 1`,
    [...towns],
  )

/** So long after a change other servers are told of it, together with those that came meanwhile. */
const tellMs = 50
const tellAgainMs = 1000

/**
 * Tells other servers of a database in which towns something has changed. Nobody waits for it: whoever made the change
 * knows it already, and a row that every step of a town wrote would have them all wait for each other. What a server that
 * falls has not told is noticed within `unheardMs` all the same.
 */
export function createTeller({ engine, transaction }: Pick<Database, 'engine' | 'transaction'>) {
  const owed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let telling = Promise.resolve()

  async function tell() {
    const towns = [...owed].sort()
    owed.clear()
    if (towns.length === 0) return
    try {
      await transaction((tx) => moveVersions(tx, engine, towns))
    } catch {
      for (const town of towns) owed.add(town)
      later(tellAgainMs)
    }
  }
  const now = () => {
    clearTimeout(timer)
    timer = undefined
    telling = telling.then(tell)
    return telling
  }
  function later(ms: number) {
    timer ??= setTimeout(() => void now(), ms).unref()
  }
  return {
    owe(towns: readonly string[]) {
      for (const town of towns) owed.add(town)
      if (towns.length > 0) later(tellMs)
    },
    /** Before the connection is closed. */
    async settled() {
      await now()
      clearTimeout(timer)
    },
  }
}

/** Whatever is kept of public pages is made anew after this time, however little was heard of a change. */
export const unheardMs = 60_000

/** A number that is another one after every change of what everyone may read of a town, whoever made it. */
export async function readVersion(reader: Reader, townId: string): Promise<number> {
  const [row] = await reader.query<{ version: number | string | null }[]>(
    'SELECT SUM(version) AS version FROM public_version WHERE town_id IN (?, ?)',
    [townId, everywhere],
  )
  return Number(row?.version ?? 0)
}
