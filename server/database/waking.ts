import { changedIn, changedTowns, createTeller } from './public-version'
import type { Access, Database, Reader, Tx } from './source'

/**
 * Of each transaction that is open: who is to look once it has been kept, what has been read in it once for all, in which
 * towns it works and which tables it has written.
 */
interface Notes {
  names: Set<string>
  once: Map<string, unknown>
  towns: Set<string>
  written: Set<string>
}
const open = new WeakMap<object, Notes>()

/**
 * Names what this transaction has written for somebody: `push`, `clock`, a kind of matter; `manyRows`, for the planner of
 * the database. Nobody looks before it is kept.
 */
export const wake = (tx: Tx, name: string) => void open.get(tx)?.names.add(name)

/** Says in which town a transaction works. */
export const inTown = (tx: Tx, townId: string) => void open.get(tx)?.towns.add(townId)

/** What every step of one transaction asks for, where it is known already. */
export const knownIn = <T>(reader: Reader | Tx, name: string) =>
  open.get(reader)?.once.get(name) as T | undefined

export function know<T>(reader: Reader | Tx, name: string, value: T): T {
  open.get(reader)?.once.set(name, value)
  return value
}

/** Asked for once, where what is known is remembered; also what is done for nothing but that it is done. */
export const onceIn = async <T>(reader: Reader, name: string, read: () => Promise<T>): Promise<T> =>
  open.get(reader)?.once.has(name) ? (knownIn<T>(reader, name) as T) : know(reader, name, await read())

/** The same reader, with a memory of its own. */
export function remembering(reader: Reader): Reader {
  const own: Reader = { query: (sql, parameters) => reader.query(sql, parameters) }
  open.set(own, { names: new Set(), once: new Map(), towns: new Set(), written: new Set() })
  return own
}

/** What was known is not so any more. */
export const forget = (reader: Reader | Tx, name: string) => void open.get(reader)?.once.delete(name)

/** A database that tells what each transaction has left for others, once it is kept. */
export function waking(database: Omit<Database, 'whenKept'>): Database {
  const listeners: ((names: ReadonlySet<string>) => void)[] = []
  const teller = createTeller(database)

  const telling =
    (transaction: Access['transaction']): Access['transaction'] =>
    async (work) => {
      let names = new Set<string>()
      let changed: string[] = []
      const result = await transaction(async (tx) => {
        // The database may try the work again: what counts is what was kept.
        names = new Set()
        const notes = { names, once: new Map(), towns: new Set<string>(), written: new Set<string>() }
        open.set(tx, notes)
        changed = []
        const made = await hearing(tx, notes.written, () => work(tx))
        changed = changedTowns(notes)
        return made
      })
      for (const town of changed) names.add(changedIn(town))
      teller.owe(changed)
      // What was kept is kept, whatever becomes of the counting.
      if (names.has('manyRows')) await database.analyze('all').catch(() => {})
      if (names.size > 0) for (const listen of listeners) listen(names)
      return result
    }

  return {
    ...database,
    whenKept: (listen) => void listeners.push(listen),
    transaction: telling(database.transaction),
    of(townId) {
      const { reader, transaction } = database.of(townId)
      return { reader, transaction: telling(transaction) }
    },
    async close() {
      await teller.settled()
      await database.close()
    },
  }
}

const writes = /^\s*(?:INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+[`"]?(\w+)/i
type Query = (...all: unknown[]) => Promise<unknown>

/** Hears which tables are written while the work runs, by whatever words: none can be forgotten. */
async function hearing<T>(tx: Tx, written: Set<string>, work: () => Promise<T>): Promise<T> {
  const runner = tx.queryRunner as unknown as { query: Query }
  const { query } = runner
  runner.query = (...all) => {
    const table = writes.exec(String(all[0]))?.[1]
    if (table !== undefined) written.add(table)
    return query.apply(runner, all)
  }
  try {
    return await work()
  } finally {
    runner.query = query
  }
}
