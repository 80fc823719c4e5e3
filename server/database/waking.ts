import type { Database, Reader, Tx } from './source'

/** Of each transaction that is open: who is to look once it has been kept, and what has been read in it once for all. */
interface Notes {
  names: Set<string>
  once: Map<string, unknown>
}
const open = new WeakMap<object, Notes>()

/** Names what this transaction has written for somebody: `push`, `clock`, a kind of matter. Nobody looks before it is kept. */
export const wake = (tx: Tx, name: string) => void open.get(tx)?.names.add(name)

/** What every step of one transaction asks for, where it is known already. */
export const knownIn = <T>(reader: Reader | Tx, name: string) =>
  open.get(reader)?.once.get(name) as T | undefined

export function know<T>(reader: Reader | Tx, name: string, value: T): T {
  open.get(reader)?.once.set(name, value)
  return value
}

/** What was known is not so any more. */
export const forget = (reader: Reader | Tx, name: string) => void open.get(reader)?.once.delete(name)

/** A database that tells what each transaction has left for others, once it is kept. */
export function waking(database: Omit<Database, 'whenKept'>): Database {
  const listeners: ((names: ReadonlySet<string>) => void)[] = []
  return {
    ...database,
    whenKept: (listen) => void listeners.push(listen),
    async transaction(work) {
      let names = new Set<string>()
      const result = await database.transaction((tx) => {
        // The database may try the work again: what counts is what was kept.
        names = new Set()
        open.set(tx, { names, once: new Map() })
        return work(tx)
      })
      if (names.size > 0) for (const listen of listeners) listen(names)
      return result
    },
  }
}
