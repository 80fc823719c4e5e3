import { showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { saveProfile } from '../../../shared/api/sign-in'
import { newId } from '../../../server/database/id'
import { picture } from '../../support/photos'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, signedIn, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer({ limited: true })
  town = await buildTown(server)
})
afterAll(() => server.stop())

const opinion = (key: string, text = '路灯不亮。') => ({
  params: { town: town.id },
  input: { deputyId: town.deputy.id, kind: 'report' as const, text },
  key,
})

test('what was delivered is answered however often it is sent; only what is new is counted', async () => {
  const { client } = await signedIn(server)
  const key = newId()
  const { id } = await client.call(writeOpinion, opinion(key))
  for (let again = 0; again < 10; again += 1)
    expect((await client.call(writeOpinion, opinion(key))).id).toBe(id)
  for (let other = 0; other < 4; other += 1)
    await client.call(writeOpinion, opinion(newId(), `第${other}件。`))
  expect((await client.refused(writeOpinion, opinion(newId()))).code).toBe('too_many')
})

test('ten copies on their way at once are one, and are counted as one', async () => {
  const { client } = await signedIn(server)
  const key = newId()
  const copies = await Promise.all(Array.from({ length: 10 }, () => client.call(writeOpinion, opinion(key))))
  expect(new Set(copies.map(({ id }) => id)).size).toBe(1)
  for (let other = 0; other < 4; other += 1)
    await client.call(writeOpinion, opinion(newId(), `第${other}件。`))
})

test('a picture and a profile that arrived are answered when no write is left', async () => {
  const { client } = await signedIn(server)
  const keys = [newId(), newId()] as const
  const jpeg = await picture()
  const send = async (key: string, bytes = jpeg) => {
    const body = new FormData()
    body.append('avatar', new Blob([new Uint8Array(bytes)]), 'avatar.jpg')
    const headers = { authorization: `Bearer ${client.token}`, 'idempotency-key': key }
    const url = `${server.url}/api/towns/${town.id}/own-details/avatar`
    const answer = await fetch(url, { method: 'POST', headers, body })
    return [answer.status, answer.headers.get('idempotent-replay')]
  }
  const profile = (key: string) => ({ params: { town: town.id }, input: { phone: '13900000000' }, key })
  expect(await send(keys[0])).toEqual([200, null])
  await client.call(saveProfile, profile(keys[1]))
  let left = true
  while (left) left = (await client.ask(saveProfile, profile(newId()))).status === 200

  expect(await send(newId())).toEqual([429, null])
  expect(await send(keys[0])).toEqual([200, 'true'])
  expect((await client.ask(saveProfile, profile(keys[1]))).status).toBe(200)
})

test('is answered only to who sent it', async () => {
  const { client } = await signedIn(server)
  const key = newId()
  const { id } = await client.call(writeOpinion, opinion(key))
  const somebody = await signedIn(server)
  const theirs = await somebody.client.call(writeOpinion, opinion(key))
  expect(theirs.id).not.toBe(id)
  expect((await somebody.client.refused(showOpinion, { params: { town: town.id, id } })).code).toBe(
    'not_found',
  )
})
