import { acceptInvite } from '../../../shared/api/sign-in'
import { writeOpinion } from '../../../shared/api/opinions'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, signedIn, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer({ limited: true })
  town = await buildTown(server)
})
afterAll(() => server.stop())

const opinion = () => ({
  params: { town: town.id },
  input: { deputyId: town.deputy.id, kind: 'report' as const, text: '路灯不亮。' },
})

test('the sixth opinion within ten minutes is asked to wait', async () => {
  for (let sent = 0; sent < 5; sent += 1) await town.villager.client.call(writeOpinion, opinion())
  const answer = await town.villager.client.refused(writeOpinion, opinion())
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
})

test('a whole village behind one address can still be heard', async () => {
  const village = await Promise.all(Array.from({ length: 50 }, () => signedIn(server)))
  const answers = await Promise.all(village.map(({ client }) => client.ask(writeOpinion, opinion())))
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
})

test('an invite cannot be guessed: after five tries one waits', async () => {
  const { client } = await signedIn(server)
  const tries = Array.from({ length: 6 }, (_, index) => `WRONGCODE${index}`)
  const codes: string[] = []
  for (const code of tries) codes.push((await client.refused(acceptInvite, { input: { code } })).code)
  expect(codes).toEqual(['invite_bad', 'invite_bad', 'invite_bad', 'invite_bad', 'invite_bad', 'too_many'])
})
