import { setAvatar } from '../../shared/api/own-details'
import { setPortrait } from '../../shared/api/people'
import { uploadPhoto } from '../../shared/api/photos'
import {
  type Bomb,
  greedyPictures,
  noPictures,
  tellingJpegs,
  tellingOthers,
} from '../../scripts/faults/bombs/pictures'
import { png } from '../../scripts/faults/bombs/png'
import { newId } from '../../server/database/id'
import { picture } from '../support/photos'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** Every way by which a picture comes in: nothing breaks, and nobody else waits meanwhile. */
/** A picture has fifteen seconds; a busy machine, twice as long for all that is around it. */
const slowestMs = 30_000

let server: TestServer
let town: TestTown

let bombs: Bomb[]
beforeAll(async () => {
  bombs = [
    ...(await greedyPictures()),
    ...(await noPictures()),
    ...(await tellingJpegs()),
    ...(await tellingOthers()),
  ]
})
afterEach(() => server.stop())
async function start(limited = false) {
  server = await startServer({ limited })
  town = await buildTown(server)
}

const doors = {
  avatar: { path: setAvatar.path, by: () => town.villager },
  portrait: { path: setPortrait.path, by: () => town.office },
  photo: { path: uploadPhoto.path, by: () => town.unit },
} as const
type Door = keyof typeof doors

async function send(door: Door, file: Buffer, { by = doors[door].by(), key = newId() } = {}) {
  const form = new FormData()
  form.set(door, new Blob([new Uint8Array(file)]), 'picture.jpg')
  const path = doors[door].path.replace(':town', town.id).replace(':id', town.deputy.id)
  const answer = await fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.client.token}`, 'idempotency-key': key },
    body: form,
  })
  return {
    status: answer.status,
    replayed: answer.headers.get('idempotent-replay'),
    ...((await answer.json()) as { code?: string; message?: string; id?: string }),
  }
}

/** Asks for health ten times a second while `work` goes on. @returns the longest wait */
async function longestWait(work: () => Promise<void>): Promise<number> {
  let longest = 0
  let on = true
  const watch = (async () => {
    while (on) {
      const began = Date.now()
      await (await fetch(`${server.url}/api/health`)).text()
      longest = Math.max(longest, Date.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  await work()
  on = false
  await watch
  return longest
}

test.each(Object.keys(doors) as Door[])(
  '%s: bombs get 200 or 400, and health is asked without waiting',
  async (door) => {
    await start()
    const wrong: string[] = []
    const longest = await longestWait(async () => {
      for (const { name, file, expect: expected } of bombs) {
        const began = Date.now()
        const { status, code } = await send(door, file)
        const right = { taken: [200], refused: [400], either: [200, 400] }[expected]
        if (!right.includes(status)) wrong.push(`${name}: ${status} ${code ?? ''}`)
        if (Date.now() - began > slowestMs) wrong.push(`${name}: ${Date.now() - began} ms`)
      }
    })
    expect(wrong).toEqual([])
    expect(longest).toBeLessThan(2000)
  },
)

test('the limit is counted before a picture is decoded, and what was delivered is answered all the same', async () => {
  await start(true)
  const file = await picture(40, 30)
  const key = newId()
  expect((await send('avatar', file, { key })).status).toBe(200)
  const statuses: number[] = []
  while (statuses.length < 200 && !statuses.includes(429))
    statuses.push((await send('avatar', Buffer.from('no picture'))).status)
  expect(statuses.filter((status) => status === 400).length).toBeGreaterThan(50)
  expect(await send('avatar', file)).toMatchObject({ status: 429, code: 'too_many' })
  expect(await send('avatar', file, { key })).toMatchObject({ status: 200, replayed: 'true' })
})

test('so many files are in hand at once and no more; of one account three', async () => {
  await start()
  const slow = png({ width: 2000, height: 2000, depth: 16, colour: 6, interlaced: true })
  const of = (by: TestPerson, many: number) =>
    Array.from({ length: many }, () => send('avatar', slow, { by }))
  const byOne = await Promise.all(of(town.villager, 5))
  expect(byOne.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503, 503])
  expect(byOne.find(({ status }) => status === 503)).toMatchObject({
    code: 'unavailable',
    message: '正在处理的照片太多，请过一会儿再传，照片还在您的手机里。',
  })
  const people = [town.villager, town.office, town.deputy, town.unit, town.coUnit]
  const byMany = await Promise.all(people.flatMap((by) => of(by, 3)))
  const statuses = byMany.map(({ status }) => status)
  expect([
    statuses.filter((one) => one === 200).length,
    statuses.filter((one) => one === 503).length,
  ]).toEqual([12, 3])
  expect((await send('avatar', slow)).status).toBe(200)
})

test('a picture that was delivered is answered again without being decoded again', async () => {
  await start()
  const file = await picture(40, 30)
  const key = newId()
  const first = await send('photo', file, { key })
  const again = await send('photo', file, { key })
  expect([again.id, again.replayed]).toEqual([first.id, 'true'])
})
