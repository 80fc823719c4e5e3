import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Town } from '../../server/database/entities/people/town'
import { newId } from '../../server/database/id'
import { connect } from '../../server/database/connect'
import { holidayOf } from '../../shared/rules/festivals'
import { addDays, beijingDay } from '../../shared/rules/days'

/** The script looks at the real clock, so the list is one of the year in which the test runs. */
const year = Number(beijingDay(new Date()).slice(0, 4))
const lines: string[] = []
for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
  if (holidayOf(day) !== undefined) lines.push(`${day},放假`)
}

let folder: string
let url: string

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-holidays-'))
  url = `sqlite:${path.join(folder, 'test.sqlite')}`
  const database = await connect(url)
  await database.transaction((tx) =>
    tx.insert(Town, { id: newId(), countyId: null, name: '禾丰坝镇', profile: 'henan' }),
  )
  await database.close()
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function run(text: string, ...more: string[]) {
  const file = path.join(folder, 'holidays.txt')
  fs.writeFileSync(file, text)
  const root = path.resolve(__dirname, '../..')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run.mjs', 'holidays', '--year', String(year), file, ...more],
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: folder },
    },
  )
  return { status, said: (stdout + stderr).trim().split('\n') }
}

async function daysLoaded() {
  const database = await connect(url)
  const [row] = await database.reader.query<{ days: number }[]>('SELECT COUNT(*) AS days FROM official_day')
  await database.close()
  return row?.days
}

test('without --apply it only checks', async () => {
  const { status, said } = run(lines.join('\n'))
  expect([status, said, await daysLoaded()]).toEqual([
    0,
    [
      `${year} 年：放假 13 天，调休上班 0 天；0 件在办建议的期限要变。`,
      '检查通过，还没有写入；加上 --apply 就写入。',
    ],
    0,
  ])
})

test('with --apply it writes, from lines or from JSON', async () => {
  const days = lines.map((line) => ({ day: line.slice(0, 10), kind: 'holiday' }))
  const { status, said } = run(JSON.stringify(days), '--apply')
  expect([status, said[1], await daysLoaded()]).toEqual([0, '全部写入了。', 13])
})

test('one wrong line, and nothing is written; every wrong line is told', async () => {
  const { status, said } = run([...lines, '元旦', '2027-02-30,放假'].join('\n'), '--apply')
  expect([status, said.map((line) => line.slice(0, 7)), await daysLoaded()]).toEqual([
    1,
    ['第 14 行：', '第 15 行：'],
    0,
  ])
})

test('called the wrong way it says how', () => {
  const { status, said } = run(lines.join('\n'), '--year', '明年')
  expect([status, said.slice(0, 2)]).toEqual([1, ['请写哪一年、哪个文件。', '用法：']])
})
