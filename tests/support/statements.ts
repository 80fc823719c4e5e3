import { AbstractLogger } from 'typeorm'

/** The brackets of a transaction are no question to the database; SQLite's own are not seen here either. */
const bracket = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET )/i

const listeners = new Set<(sql: string) => void>()

// Each driver says here what it asks, on whichever of its connections.
Object.assign(AbstractLogger.prototype, {
  logQuery(sql: string) {
    if (!bracket.test(sql)) for (const listen of listeners) listen(sql)
  },
})

/** What the databases of this process were asked while `work` ran. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = []
  const listen = (sql: string) => void heard.push(sql)
  listeners.add(listen)
  try {
    await work()
  } finally {
    listeners.delete(listen)
  }
  return heard
}
