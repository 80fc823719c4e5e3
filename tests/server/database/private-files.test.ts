import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { privateFolder } from '../../../server/database/private-files'
import { connect } from '../../../server/database/connect'

let folder: string
let before: number

beforeEach(() => {
  before = process.umask(0o022)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-'))
})
afterEach(() => {
  process.umask(before)
  fs.rmSync(folder, { recursive: true })
})

const rightsIn = (place: string) =>
  Object.fromEntries(
    fs
      .readdirSync(place)
      .map((name) => [name, (fs.statSync(path.join(place, name)).mode & 0o777).toString(8)]),
  )
const closed = { 'a.sqlite': '600', 'a.sqlite-shm': '600', 'a.sqlite-wal': '600' }

async function openIn(place: string) {
  const database = await connect(`sqlite:${path.join(place, 'a.sqlite')}`)
  await database.transaction((tx) => tx.query('DELETE FROM town'))
  return database
}

test('nobody else on the machine reads the folder, the database and its journals', async () => {
  const place = path.join(folder, 'data')
  privateFolder(place)
  const database = await openIn(place)
  expect([(fs.statSync(place).mode & 0o777).toString(8), rightsIn(place)]).toEqual(['700', closed])
  await database.close()
})

test('what lay open before is closed at the next start', async () => {
  const place = path.join(folder, 'data')
  fs.mkdirSync(place, { mode: 0o755 })
  await (await openIn(place)).close()
  fs.chmodSync(path.join(place, 'a.sqlite'), 0o644)
  privateFolder(place)
  const database = await openIn(place)
  expect([(fs.statSync(place).mode & 0o777).toString(8), rightsIn(place)]).toEqual(['700', closed])
  await database.close()
})
