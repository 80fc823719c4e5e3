import type { Database, Tx } from '../../../server/database/source'
import { looseRows } from './guards'

class TakenBack extends Error {}

/**
 * Lets a server answer as it always does and takes back whatever it has written, so that a thousand steps can be tried
 * on one matter and each finds it as it was.
 */
export function takingBack(database: Database) {
  const { reader } = database
  const { of, transaction: write } = database
  /** Of a request that is being tried: all that it writes and reads, also what it reads after its writes. */
  let open: Tx | undefined
  let kept = 0

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (open) {
      const made = await work(open)
      kept += 1
      return made
    }
    return takenBack(async (tx) => {
      const made = await work(tx)
      kept += 1
      return made
    })
  }

  async function takenBack<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const made: T[] = []
    await write(async (tx) => {
      const tighten = looseRows(tx)
      made.push(await work(tx).finally(tighten))
      throw new TakenBack()
    }).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error
    })
    return made.at(-1) as T
  }

  let tighten = () => {}
  return {
    begin() {
      tighten = looseRows(reader)
      database.transaction = transaction
      database.of = () => database
    },
    end() {
      tighten()
      database.transaction = write
      database.of = of
    },
    /** One request, with whatever it looks at after it has written. Only one at a time. */
    trying<T>(ask: () => Promise<T>): Promise<T> {
      return takenBack(async (tx) => {
        open = tx
        const read = reader.query.bind(reader)
        reader.query = tx.query.bind(tx) as typeof reader.query
        try {
          return await ask()
        } finally {
          open = undefined
          reader.query = read
        }
      })
    },
    /** How many transactions would have been kept so far. */
    kept: () => kept,
  }
}
export type TakingBack = ReturnType<typeof takingBack>
