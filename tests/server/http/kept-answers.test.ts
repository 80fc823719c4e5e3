import { createInvite } from '../../../shared/api/people'
import { listMyOpinions, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { settleSending } from '../../../shared/api/sendings'
import { newId } from '../../../server/database/id'
import { startServer, type TestServer } from '../../support/server'
import { addDeputy, buildTown, signedIn, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const here = () => ({ town: town.id })
const opinion = (key: string, text: string) => ({
  params: here(),
  input: {
    deputyId: town.deputy.id,
    kind: 'report' as const,
    text,
    name: '李秀英',
    phone: '13900001111',
    again: true,
  },
  key,
})
/** What somebody reads who has a copy of the database. */
const stored = async () =>
  JSON.stringify(await server.database.reader.query<unknown[]>('SELECT * FROM idempotency_key'))
const answersKept = async () => {
  const [row] = await server.database.reader.query<{ count: number }[]>(
    'SELECT COUNT(answer) AS count FROM idempotency_key',
  )
  return Number(row?.count)
}
async function later(time: { minutes?: number; hours?: number; days?: number }, act: () => Promise<void>) {
  server.clock.advance(time)
  await act()
  server.clock.advance(Object.fromEntries(Object.entries(time).map(([unit, count]) => [unit, -count])))
}

describe('an answer that is kept for a retry', () => {
  test('holds no invite code, name, number or word that could be read there', async () => {
    const deputy = await addDeputy(server, town.id, '韩素梅')
    const { code } = await town.office.client.call(createInvite, { params: { ...here(), id: deputy } })
    await town.villager.client.call(writeOpinion, opinion(newId(), '水管漏了。'))
    expect(await stored()).not.toMatch(new RegExp(`${code}|韩素梅|李秀英|13900001111|水管`))
  })

  test('gives the same code to the phone that asks again within minutes, and no new one afterwards', async () => {
    const params = { ...here(), id: await addDeputy(server, town.id, '罗文斌') }
    const key = newId()
    const first = await town.office.client.call(createInvite, { params, key })
    expect(await town.office.client.call(createInvite, { params, key })).toEqual(first)
    await later({ minutes: 11 }, async () => {
      expect(await town.office.client.refused(createInvite, { params, key })).toMatchObject({
        status: 409,
        code: 'arrived_before',
        message: '上一次送出的已经送到了，不用再送。请刷新看看。',
      })
    })
  })

  test('is gone after a day, and the retry is told which matter it made, without a second effect', async () => {
    const { client } = await signedIn(server)
    const key = newId()
    const { id } = await client.call(writeOpinion, opinion(key, '井盖没有了。'))
    await later({ hours: 23 }, async () => {
      await server.run('tidy')
      expect((await client.call(writeOpinion, opinion(key, '井盖没有了。'))).id).toBe(id)
    })
    await later({ hours: 25 }, async () => {
      await server.run('tidy')
      expect(await answersKept()).toBe(0)
      const answer = await client.refused(writeOpinion, opinion(key, '井盖没有了。'))
      expect([answer.code, answer.arrived?.id]).toEqual(['arrived_before', id])
    })
    expect((await client.call(listMyOpinions, { params: here() })).items).toHaveLength(1)
  })

  test('is not waited for after its time, though nobody has tidied up', async () => {
    const { client } = await signedIn(server)
    const key = newId()
    await client.call(writeOpinion, opinion(key, '桥断了。'))
    await later({ hours: 25 }, async () => {
      expect((await client.refused(writeOpinion, opinion(key, '桥断了。'))).code).toBe('arrived_before')
    })
  })
})

describe('a lost answer and changed words', () => {
  test('are refused with what arrived, and nothing is lost or doubled', async () => {
    const { client } = await signedIn(server)
    const key = newId()
    const { id } = await client.call(writeOpinion, opinion(key, '水管漏了。'))
    const answer = await client.refused(writeOpinion, opinion(key, '水管漏了。结冰了。'))
    expect(answer).toMatchObject({
      status: 422,
      code: 'key_reused',
      message: `上一次送出的已经送到了（编号 ${id.slice(0, 8).toUpperCase()}），这次改的没有送出。请刷新看过，再补充进去，或者另送一件。`,
      arrived: { id },
    })
  })

  test('what arrived can be asked about by its key', async () => {
    const { client } = await signedIn(server)
    const key = newId()
    const { id } = await client.call(writeOpinion, opinion(key, '水管漏了。'))
    expect(await client.call(settleSending, { params: { key } })).toEqual({
      arrived: { id, at: server.clock.now().toISOString() },
    })
  })

  test('what did not arrive is given up: when it comes late it does not count', async () => {
    const { client } = await signedIn(server)
    const key = newId()
    for (let asked = 0; asked < 2; asked += 1)
      expect(await client.call(settleSending, { params: { key } })).toEqual({ arrived: null })
    const late = await client.refused(writeOpinion, opinion(key, '水管漏了。'))
    expect([late.code, late.message]).toEqual(['sending_given_up', '这一次没有送出去，请再点一次送出。'])
    expect((await client.call(listMyOpinions, { params: here() })).items).toEqual([])
  })

  test('asked about while it is on its way, it counts once or not at all, and what was told is so', async () => {
    const { client } = await signedIn(server)
    for (let round = 0; round < 20; round += 1) {
      const key = newId()
      const [sent, { arrived }] = await Promise.all([
        client.ask(writeOpinion, opinion(key, `第${round}件事。`)),
        client.call(settleSending, { params: { key } }),
      ])
      expect(arrived === null ? sent.code : sent.status).toBe(arrived === null ? 'sending_given_up' : 200)
    }
  })

  test('nobody learns of another’s sending', async () => {
    const key = newId()
    await town.villager.client.call(writeOpinion, opinion(key, '水管漏了。'))
    const stranger = await signedIn(server)
    expect(await stranger.client.call(settleSending, { params: { key } })).toEqual({ arrived: null })
    expect((await town.villager.client.call(settleSending, { params: { key } })).arrived).not.toBeNull()
  })
})
