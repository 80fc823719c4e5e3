import type { Database, Tx } from './source'

/** Of each transaction that is open: who is to look once it has been kept. */
const named = new WeakMap<Tx, Set<string>>()

/** Names what this transaction has written for somebody: `push`, `clock`, a kind of matter. Nobody looks before it is kept. */
export const wake = (tx: Tx, name: string) => void named.get(tx)?.add(name)

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
        named.set(tx, names)
        return work(tx)
      })
      if (names.size > 0) for (const listen of listeners) listen(names)
      return result
    },
  }
}

/** Between two slices of long work whoever asks for something comes first. */
export const giveWay = () => new Promise<void>((next) => setImmediate(next))
