import { connectMysql } from './mysql'
import type { Database } from './source'
import { connectSqlite } from './sqlite'
import { waking } from './waking'

/** How long whoever asks is willing to wait for a lock, for a connection, for an answer: somebody holds a phone. */
export const patienceMs = 4500

/**
 * @param url `sqlite:<path>`, `mysql://…` (MySQL and TiDB) or `mariadb://…`
 * @param onAsleep told each time the database had to be asked again because no connection came about
 * @param onUpgrade told before tables are changed, which may take long
 * @param waitMs how long one read or one write may take before it is refused
 */
export async function connect(
  url: string,
  onAsleep: (error: Error) => void = () => {},
  waitMs = patienceMs,
  onUpgrade: () => void = () => {},
): Promise<Database> {
  return waking(
    url.startsWith('sqlite:')
      ? await connectSqlite(url.slice('sqlite:'.length), waitMs, onUpgrade)
      : await connectMysql(url, onAsleep, waitMs, onUpgrade),
  )
}
