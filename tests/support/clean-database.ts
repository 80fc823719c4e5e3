import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import mysql from 'mysql2/promise'
import { newId } from '../../server/database/id'
import { connect } from '../../server/database/connect'
import { engineOfTests, freshSqlite, mariadbOfTests, type TestDatabase } from './database'
import { roomyFolder } from './roomy'

/**
 * An empty database with every table, on the engine of this test project. Made once and used again: a hundred tests
 * that each migrate their own spend more time on tables than on the product.
 */
export const cleanDatabase = async (): Promise<TestDatabase> =>
  engineOfTests === 'mariadb' ? cleanMariadb() : freshSqlite(await sqliteTemplate())

/** Of tests of this file that are over: emptied, and still connected, for the next one. */
const shelf: TestDatabase[] = []
let isOver = false
afterAll(async () => {
  isOver = true
  await Promise.all(shelf.splice(0).map(({ drop }) => drop()))
})

/** A clean database that the tests of this file hand on to each other. */
export async function sharedDatabase(): Promise<TestDatabase> {
  const taken = shelf.pop() ?? (await cleanDatabase())
  return {
    ...taken,
    async drop() {
      if (isOver || taken.database.trouble() !== null) return taken.drop()
      await taken.database.transaction(async (tx) => {
        const tables = taken.database.source.entityMetadatas.map(({ tableName }) => tableName)
        const [isFilled] = await tx.query<Record<string, number>[]>(
          `SELECT ${tables.map((name) => `EXISTS (SELECT 1 FROM ${name}) AS ${name}`).join(', ')}`,
        )
        for (const name of tables) if (Number(isFilled?.[name])) await tx.query(`DELETE FROM ${name}`)
      })
      shelf.push(taken)
    },
  }
}

/** A migrated file, named after the sources that made it: another source, another file. */
async function sqliteTemplate(): Promise<string> {
  const template = path.join(roomyFolder(), `deputies-home-template-${digestOfSources()}.sqlite`)
  if (fs.existsSync(template)) return template
  const unfinished = `${template}.${newId()}`
  const database = await connect(`sqlite:${unfinished}`)
  await database.source.query('PRAGMA wal_checkpoint(TRUNCATE)')
  await database.close()
  fs.renameSync(unfinished, template)
  return template
}

let digestOnce: string | undefined
function digestOfSources(): string {
  digestOnce ??= readDigest()
  return digestOnce
}

function readDigest(): string {
  const sources = path.resolve(__dirname, '../../server/database')
  const digest = createHash('sha256')
  for (const name of (fs.readdirSync(sources, { recursive: true }) as string[]).sort()) {
    if (name.endsWith('.ts')) digest.update(name).update(fs.readFileSync(path.join(sources, name)))
  }
  return digest.digest('hex').slice(0, 16)
}

/**
 * Those that are free wait under their names in a database of their own, those of one set of tables on one list; who takes
 * one takes it off the list.
 */
async function cleanMariadb(): Promise<TestDatabase> {
  const admin = await mysql.createConnection({ uri: mariadbOfTests(), multipleStatements: true })
  await admin.query('CREATE DATABASE IF NOT EXISTS pool')
  const free = `pool.free_${digestOfSources()}`
  await admin.query(`CREATE TABLE IF NOT EXISTS ${free} (name VARCHAR(64) PRIMARY KEY)`)
  const [taken] = await admin.query<mysql.RowDataPacket[]>(`DELETE FROM ${free} LIMIT 1 RETURNING name`)
  const name = (taken[0]?.name as string | undefined) ?? `test_${newId()}`
  await admin.query(`CREATE DATABASE IF NOT EXISTS ${name}`)
  const url = `${mariadbOfTests().replace(/^mysql:/, 'mariadb:')}/${name}`
  const database = await connect(url)
  return {
    database,
    url,
    async drop() {
      await database.close()
      await empty(admin, name)
      await admin.query(`INSERT INTO ${free} (name) VALUES (?)`, [name])
      await admin.end()
    },
  }
}

async function empty(admin: mysql.Connection, name: string) {
  const [tables] = await admin.query<mysql.RowDataPacket[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_name <> 'migrations'",
    [name],
  )
  const deletes = tables.map((table) => `DELETE FROM ${name}.\`${table.name as string}\``)
  await admin.query(['SET foreign_key_checks = 0', ...deletes].join(';'))
}
