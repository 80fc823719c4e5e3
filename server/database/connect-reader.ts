import { connect, patienceMs } from './connect'
import type { OpenReader } from './source'
import { openSqliteReader } from './sqlite'

/** For whoever only reads, in a process of its own: on SQLite its connection cannot write. */
export async function connectReader(url: string): Promise<OpenReader> {
  if (url.startsWith('sqlite:')) return openSqliteReader(url.slice('sqlite:'.length), patienceMs)
  const database = await connect(url)
  return { query: (sql, parameters) => database.reader.query(sql, parameters), close: () => database.close() }
}
