import fs from 'node:fs'
import path from 'node:path'
import { type Delivery, listDeliveries, sendAgain } from '../../shared/api/deliveries'
import { answerDeskRequest } from '../../shared/api/desk'
import { showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { lookAtResident } from '../../shared/matters/opinion/looks'
import { signIn } from '../../shared/api/sign-in'
import { type Header, writeArchive } from '../../server/database/backup/archive'
import { openBackup } from '../../server/database/backup/restore-backup'
import { openAsItIs } from '../../server/database/backup/source-of-rows'
import { ownMigrations } from '../../server/database/backup/take-backup'
import { connect } from '../../server/database/connect'
import { createBrowser } from '../support/browser-client'
import { type Client, createClient } from '../support/client'
import { runScript } from '../support/command'
import { type EmptyPlace, emptyPlace } from '../support/empty-place'
import { startProcess } from '../support/process'
import { startServer, type TestServer } from '../support/server'
import { consent, loginCode, sentTo } from '../support/simulator'
import { buildTown, type TestTown } from '../support/town'
import { wechatConfig } from '../support/wechat-config'

/** The drill: a town at work, a backup while it works, and an empty machine that goes on from it. */
/** Of a working day in Beijing: whoever is told something then is told at once. */
const morning = '2026-11-23T01:00:00.000Z'
let world: TestServer
let town: TestTown
let place: EmptyPlace
let backups: string

beforeEach(async () => {
  world = await startServer({ at: morning })
  town = await buildTown(world)
  place = await emptyPlace()
  backups = path.join(path.dirname(place.dataDir), 'backups')
})
afterEach(async () => {
  await world.stop()
  await place.drop()
})

const backup = () => runScript('backup', [backups], { DATABASE_URL: world.databaseUrl })
const file = () => path.join(backups, fs.readdirSync(backups)[0] ?? '')
const restore = (...more: string[]) =>
  runScript('restore', [file(), ...more], { DATABASE_URL: place.url, DATA_DIR: place.dataDir })

async function write(text: string) {
  const { id } = await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: { deputyId: town.deputy.id, kind: 'report', text, phone: '13800000001', again: true },
  })
  return { id, text, knownAt: new Date().toISOString() }
}
/** Writes on until it is told to stop. */
function keepWriting() {
  const acknowledged: Awaited<ReturnType<typeof write>>[] = []
  let stopped = false
  const done = (async () => {
    for (let n = 0; !stopped; n += 1) acknowledged.push(await write(`第 ${n} 处路灯不亮 🏮`))
  })()
  return {
    acknowledged,
    stop: async () => {
      stopped = true
      await done
    },
  }
}
const startRestored = () =>
  startProcess(
    {
      NODE_ENV: 'development',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: place.dataDir,
      DATABASE_URL: place.url,
      JOB_PAUSE_MS: '50',
      ...wechatConfig(world.simulator.url),
    },
    morning,
  )
async function everyDelivery(office: Client) {
  const items: Delivery[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await office.call(listDeliveries, {
      params: { town: town.id },
      query: cursor === undefined ? {} : { cursor },
    })
    items.push(...page.items)
    cursor = page.next
  }
  return items
}
async function clientAt(url: string, openid: string) {
  const { token } = await createClient(url).call(signIn, { input: { code: await loginCode(world, openid) } })
  return createClient(url, token)
}

/** One browser that was let in, and one whose code was confirmed and that has not come for it yet. */
async function signInAtDesk() {
  const [inside, confirmed] = [createBrowser(world.url), createBrowser(world.url)]
  for (const browser of [inside, confirmed]) {
    const { body } = await browser.post('/desk/requests', { miniCode: false })
    const scene = (body.link as string).split('/q/')[1] ?? ''
    await town.office.client.call(answerDeskRequest, { params: { scene }, input: { confirm: true } })
  }
  expect((await inside.post('/desk/requests/mine', {})).body).toEqual({ state: 'signedIn' })
  return { inside, confirmed }
}

test('a backup while people write, restored to an empty place: all of before is there, and nothing is sent twice', async () => {
  for (const { openid } of [town.villager, town.deputy, town.office]) await consent(world, openid)
  const first = await write('河堤塌了一段，𠮷家门口。')
  await world.run('checkOpinions')
  await world.run('deliver')
  const owed = await write('桥栏杆松了。')
  await world.run('checkOpinions')
  const sent = await sentTo(world, town.deputy.openid)
  expect(sent.length).toBeGreaterThan(0)

  const atDesk = await signInAtDesk()
  const writing = keepWriting()
  const made = await backup()
  await writing.stop()
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('核对过') as string })
  expect([mode(backups), mode(file())]).toEqual(['700', '600'])
  // What was owed when the backup was taken is sent in the meantime.
  await world.run('deliver')
  const sentMeanwhile = await sentTo(world, town.deputy.openid)

  const back = await restore()
  expect(back.said).toMatch(/群众留言：\d+\n/)
  expect([back.code, /最近的一件事：20/.test(back.said)]).toEqual([0, true])
  if (place.url.startsWith('sqlite:')) {
    const restored = await openAsItIs(place.url)
    // SQLite knows how much there is of what was brought back.
    const known = await restored.query<unknown[]>("SELECT 1 FROM sqlite_stat1 WHERE tbl = 'opinion_message'")
    expect(known.length).toBeGreaterThan(0)
    await restored.destroy()
  }

  const server = await startRestored()
  try {
    const [takenAt = ''] = /20\d\d-\S+Z/.exec(back.said) ?? []
    const deputy = await clientAt(server.url, town.deputy.openid)
    const before = [first, owed, ...writing.acknowledged.filter(({ knownAt }) => knownAt < takenAt)]
    for (const { id, text } of before.slice(-20)) {
      const villager = await clientAt(server.url, town.villager.openid)
      const seen = await villager.call(showOpinion, { params: { town: town.id, id } })
      expect(seen.messages[0]?.text).toBe(text)
    }
    expect(
      (
        await deputy.call(lookAtResident, {
          params: { town: town.id, id: first.id },
          input: { reason: 'askMore' },
        })
      ).phone,
    ).toBe('13800000001')
    // Who was signed in is signed in no more.
    expect(
      (
        await createClient(server.url, town.deputy.client.token).ask(showOpinion, {
          params: { town: town.id, id: first.id },
        })
      ).status,
    ).toBe(401)

    expect((await atDesk.inside.at(server.url).get('/me')).status).toBe(401)
    expect((await atDesk.confirmed.at(server.url).post('/desk/requests/mine', {})).body).toEqual({
      state: 'ended',
    })

    const office = await clientAt(server.url, town.office.openid)
    const marked = (await everyDelivery(office)).filter(({ reason }) =>
      reason?.startsWith('恢复备份以前没有发出的'),
    )
    expect(marked.length).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const ofBefore = (await sentTo(world, town.deputy.openid)).filter(({ lines }) =>
      lines.some(({ value }) => numbersOf(sentMeanwhile).includes(value)),
    )
    expect(ofBefore).toHaveLength(sentMeanwhile.length)
    // The office may send one of them again.
    const again = marked.find(({ recipient }) => recipient === '王建国')
    await office.call(sendAgain, { params: { town: town.id, id: again?.id ?? '' } })
  } finally {
    await server.kill('SIGTERM')
  }
})

const numbersOf = (messages: Awaited<ReturnType<typeof sentTo>>) =>
  messages
    .flatMap(({ lines }) => lines.map(({ value }) => value))
    .filter((value) => /^[0-9A-Z-]{4,}$/.test(value))
const mode = (one: string) => (fs.statSync(one).mode & 0o777).toString(8)

describe('a restore is refused', () => {
  test('of a file with one byte changed, or cut short, or none of ours; and nothing is made', async () => {
    await backup()
    const whole = fs.readFileSync(file())
    const broken: Buffer[] = [0, 4, 9, Math.floor(whole.length / 2), whole.length - 40, whole.length - 1].map(
      (at) => {
        const copy = Buffer.from(whole)
        copy[at] = (copy[at] ?? 0) ^ 1
        return copy
      },
    )
    broken.push(
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, 100),
      Buffer.alloc(0),
      Buffer.from('a'.repeat(99)),
    )
    for (const bytes of broken) {
      fs.writeFileSync(file(), bytes)
      await expect(openBackup(file())).rejects.toThrow('不是一份完整的备份')
    }
    const said = await restore()
    expect([said.code, said.said]).toEqual([1, expect.stringContaining('什么也没有恢复')])
    expect(fs.existsSync(place.dataDir)).toBe(false)
  })

  test('of a newer program', async () => {
    await world.database.transaction((tx) =>
      tx.query("INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'OfTomorrow9999999999999')"),
    )
    try {
      expect(await backup()).toMatchObject({
        code: 1,
        said: expect.stringContaining('比这个程序新') as string,
      })
      const newer = { ...(await headerOf()), migrations: ['OfTomorrow9999999999999'] }
      await writeArchive(path.join(backups, 'newer.backup'), newer, [])
      expect(await restore()).toMatchObject({
        code: 1,
        said: expect.stringContaining('更新版本的程序') as string,
      })
    } finally {
      await world.database.transaction((tx) =>
        tx.query("DELETE FROM migrations WHERE name LIKE 'OfTomorrow%'"),
      )
    }
  })

  test('where a server runs on it, even when it may replace what is there', async () => {
    await backup()
    const said = await runScript('restore', [file(), '--replace'], {
      DATABASE_URL: world.databaseUrl,
    })
    expect(said).toMatchObject({ code: 1, said: expect.stringContaining('请先停下服务器') as string })
    expect((await write('还在。')).id).toHaveLength(26)
  })

  test('where something is there already, unless it may make room; then what was there is kept', async () => {
    await backup()
    expect((await restore()).code).toBe(0)
    const second = await restore()
    expect(second).toMatchObject({ code: 1, said: expect.stringContaining('--replace') as string })
    const third = await restore('--replace')
    const [, kept = ''] = /原来的内容留在 (\S+?)，/.exec(third.said) ?? []
    expect([third.code, fs.existsSync(kept), mode(kept)]).toEqual([0, true, '600'])
  })
})

const headerOf = async (): Promise<Header> => ({
  format: 1,
  product: 'deputies-home',
  engine: world.database.engine,
  takenAt: new Date().toISOString(),
  migrations: (await world.database.reader.query<{ name: string }[]>('SELECT name FROM migrations')).map(
    ({ name }) => name,
  ),
  keyMark: '',
})

test('a backup of an older program is moved on to the tables of today', async () => {
  const older = { ...(await headerOf()), migrations: ownMigrations().slice(0, 3) }
  fs.mkdirSync(backups)
  async function* rows() {
    yield await Promise.resolve(['a'.repeat(26), null, '禾丰坝镇', 'henan'])
  }
  await writeArchive(path.join(backups, 'older.backup'), older, [
    { name: 'town', columns: ['id', 'county_id', 'name', 'profile'], rows: rows() },
  ])
  const said = await restore()
  expect([said.code, said.said]).toEqual([0, expect.stringContaining('镇：1\n')])
  const restored = await connect(place.url)
  try {
    expect(await restored.reader.query('SELECT name FROM town')).toEqual([{ name: '禾丰坝镇' }])
    expect(await restored.reader.query('SELECT id FROM content_check')).toEqual([])
  } finally {
    await restored.close()
  }
})
