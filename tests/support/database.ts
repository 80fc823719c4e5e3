import fs from 'node:fs'
import path from 'node:path'
import mysql from 'mysql2/promise'
import { newId } from '../../server/database/id'
import { connect } from '../../server/database/connect'
import type { Database } from '../../server/database/source'
import { roomyFolder } from './roomy'

declare const engine: 'sqlite' | 'mariadb'
export const engineOfTests = engine

export interface TestDatabase {
  database: Database
  url: string
  drop: () => Promise<void>
}

/** The private MariaDB of this run, for the driver. */
export function mariadbOfTests(): string {
  const server = process.env.TEST_MARIADB_URL
  if (!server) throw new Error('TEST_MARIADB_URL is missing: run npm test, which starts a private MariaDB.')
  return server.replace(/^mariadb:/, 'mysql:')
}

/** Migrated from nothing, for tests of the tables themselves; gone again after `drop`. */
export const freshDatabase = (): Promise<TestDatabase> =>
  engine === 'mariadb' ? freshMariadb() : freshSqlite()

/** @param template a file to begin with, instead of none */
export async function freshSqlite(template?: string): Promise<TestDatabase> {
  const folder = fs.mkdtempSync(path.join(roomyFolder(), 'deputies-home-'))
  const file = path.join(folder, 'test.sqlite')
  if (template !== undefined) fs.copyFileSync(template, file)
  const url = `sqlite:${file}`
  const database = await connect(url)
  return {
    database,
    url,
    async drop() {
      await database.close()
      fs.rmSync(folder, { recursive: true })
    },
  }
}

async function freshMariadb(): Promise<TestDatabase> {
  const name = `test_${newId()}`
  const admin = await mysql.createConnection(mariadbOfTests())
  await admin.query(`CREATE DATABASE ${name}`)
  const url = `${mariadbOfTests().replace(/^mysql:/, 'mariadb:')}/${name}`
  const database = await connect(url)
  return {
    database,
    url,
    async drop() {
      await database.close()
      await admin.query(`DROP DATABASE ${name}`)
      await admin.end()
    },
  }
}
