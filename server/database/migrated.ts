import { DataSource, type DataSourceOptions } from 'typeorm'
import { analyze } from './analyze'
import { entities } from './entities'
import { migrations } from './migrations'
import { SnakeNaming } from './naming'

/** What the connections of both drivers have in common. */
export const shared = {
  entities,
  migrations,
  namingStrategy: new SnakeNaming(),
  migrationsTransactionMode: 'each',
} as const

/** SQLite takes any name of a type and keeps bytes under each that has BLOB in it; TypeORM asks for a list. */
export async function opened(options: DataSourceOptions): Promise<DataSource> {
  const source = new DataSource(options)
  if (options.type === 'better-sqlite3') source.driver.supportedDataTypes.push('mediumblob')
  else lookAtOneTable(source)
  await source.initialize()
  // Whoever writes a row names every value that anybody reads: what the database filled in is not asked for again.
  for (const metadata of source.entityMetadatas) metadata.getInsertionReturningColumns = () => []
  return source
}

/**
 * A migration looks up a table in joined views of the catalogue. Where the optimizer merges those it opens every table
 * there is: 8 ms instead of 1 for each look, some two hundred times from nothing to today.
 */
function lookAtOneTable({ driver }: DataSource) {
  const createQueryRunner = driver.createQueryRunner.bind(driver)
  driver.createQueryRunner = (mode) => {
    const runner = createQueryRunner(mode)
    const merging = (isOn: boolean) => async () => {
      await runner.query(`SET SESSION optimizer_switch = 'derived_merge=${isOn ? 'on' : 'off'}'`)
    }
    return Object.assign(runner, { beforeMigration: merging(false), afterMigration: merging(true) })
  }
}

/** @param onUpgrade told where there is something to do */
export async function migrated(
  options: DataSourceOptions,
  onUpgrade: () => void = () => {},
): Promise<DataSource> {
  const source = await opened(options)
  try {
    await alone(source, async () => {
      if (await source.showMigrations()) onUpgrade()
      const ran = await source.runMigrations()
      // A house that is built from nothing has nothing to count.
      if (ran.length > 0 && ran.length < source.migrations.length) await analyze(source, 'all')
    })
    return source
  } catch (error) {
    await source.destroy()
    throw error
  }
}

const otherIsAtItSeconds = 600

/** Two servers of a new version that start at once move the tables on one after the other; SQLite has one server. */
async function alone(source: DataSource, work: () => Promise<unknown>) {
  if (source.options.type === 'better-sqlite3') return work()
  const runner = source.createQueryRunner()
  const name = "LEFT(CONCAT('migrations ', DATABASE()), 64)"
  try {
    await runner.query(`SELECT GET_LOCK(${name}, ${otherIsAtItSeconds})`)
    await work()
    await runner.query(`SELECT RELEASE_LOCK(${name})`)
  } finally {
    await runner.release()
  }
}
