import type { Database } from '../../../server/database/source'
import { freshDatabase, type TestDatabase } from '../database'
import { insertOpinions } from './opinions'
import { insertOthers } from './others'
import { insertPeople, insertPlace } from './place'
import { insertInto } from './rows'
import { insertSuggestions } from './suggestions'

/** The last change of the tables in the program that wrote the old town. */
const lastOld = 'CreateDeskSignIn1795219201901'

const names = async ({ source }: Database) =>
  (await source.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id')).map(({ name }) => name)

/** Back to the tables of that program. */
export async function goBack(database: Database) {
  while ((await names(database)).at(-1) !== lastOld) await database.source.undoLastMigration()
}

/**
 * A small town as the program before `matter_event` wrote it: a row of every kind, every state that there was, and the
 * tables of that time. Today's tables come with `runMigrations`.
 */
export async function oldTown(): Promise<TestDatabase> {
  const fresh = await freshDatabase()
  await goBack(fresh.database)
  const insert = insertInto(fresh.database)
  await insertPlace(insert)
  await insertPeople(insert)
  await insertSuggestions(insert)
  await insertOpinions(insert)
  await insertOthers(insert)
  return fresh
}

/** Every row of every table, those of a table in the order of their text. */
export async function everything({ source, engine }: Database): Promise<Record<string, string[]>> {
  const tables = await source.query<{ name: string }[]>(
    engine === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    if (name === 'migrations') continue
    const rows = await source.query<Record<string, unknown>[]>(`SELECT * FROM ${name}`)
    all[name] = rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()))).sort()
  }
  return all
}
