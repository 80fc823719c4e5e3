import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import mysql from 'mysql2/promise'
import { newId } from '../../server/database/id'
import { engineOfTests, mariadbOfTests } from './database'

/** A machine with nothing on it: an empty folder, and on MariaDB a database without a table. */
export async function emptyPlace() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-place-'))
  const dataDir = path.join(folder, 'data')
  const drop = () => fs.promises.rm(folder, { recursive: true, force: true })
  if (engineOfTests === 'sqlite')
    return { dataDir, url: `sqlite:${path.join(dataDir, 'deputies-home.sqlite')}`, drop }
  const name = `place_${newId()}`
  const admin = await mysql.createConnection(mariadbOfTests())
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`)
  return {
    dataDir,
    url: `${mariadbOfTests().replace(/^mysql:/, 'mariadb:')}/${name}`,
    async drop() {
      await admin.query(`DROP DATABASE ${name}`)
      await admin.end()
      await drop()
    },
  }
}
export type EmptyPlace = Awaited<ReturnType<typeof emptyPlace>>
