import { voiceWords } from '../../shared/matters/opinion/attachments'
import { showOpinion } from '../../shared/matters/opinion/endpoints'
import { planReceptions, receptionSteps, showReception } from '../../shared/matters/reception/endpoints'
import { getAttachment, recordings, sendAttachment } from '../support/attachments'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 接访登记 by voice: the recording stays with what was written down, and goes along with what becomes a message. */
let server: TestServer
let town: TestTown
let one: { town: string; id: string }
beforeAll(async () => {
  server = await startServer({ vars: { WECHAT_TRANSCRIBE: 'on' } })
  town = await buildTown(server)
  const { planned } = await town.office.client.call(planReceptions, {
    params: { town: town.id },
    input: { stationId: town.station, from: '2026-12-01', to: '2026-12-31', each: '1' },
  })
  one = { town: town.id, id: planned[0]?.id ?? '' }
  await staySignedIn(server)
  server.clock.set('2026-12-08T03:00:00Z')
})
afterAll(() => server.stop())

const said = (words: string) => Buffer.concat([recordings.mp3, Buffer.from(`SIM_SAYS[${words}]`)])
const spoken = async (words: string, by = town.deputy) =>
  (await sendAttachment(server, town, { by, file: said(words), seconds: 12 })).id
const see = ({ client }: TestPerson) => client.call(showReception, { params: one })
async function receive({ client }: TestPerson, form: object) {
  const { version } = await see(town.office)
  const input = { version, form: form as { said: string; how: 'answered' } }
  return client.ask(receptionSteps.receive, { params: one, input })
}
const gets = async (id: string, by: TestPerson) => (await getAttachment(server, town, id, by)).status
const readers = () => [town.deputy, town.office, town.otherDeputy, town.presidium, town.unit, town.villager]

test('who came speaks; whoever sits there and the office hear it, and read what a machine has heard', async () => {
  const nothing = await receive(town.deputy, { how: 'answered', answer: '到村委会交。' })
  expect(nothing).toMatchObject({ fields: { said: '请写他说了什么，或者按住“按住说话”说一段。' } })
  const voice = await spoken('水费到哪里交？')
  const answer = await receive(town.deputy, { voice, how: 'answered', answer: '到村委会一楼交。' })
  expect(answer.status).toBe(200)
  const shown = { said: voiceWords(12), voice: { id: voice, seconds: 12, transcript: null } }
  expect((await see(town.deputy)).records).toMatchObject([shown])
  await server.run('transcribe')
  expect((await see(town.office)).records[0]?.voice?.transcript).toBe('水费到哪里交？')
  expect(await Promise.all(readers().map((by) => gets(voice, by)))).toEqual([200, 200, 404, 404, 404, 404])
  // What is kept here is used up, and is not forgotten with what nobody sent.
  expect(await receive(town.deputy, { voice, how: 'answered', answer: '交过了。' })).toMatchObject({
    fields: { voice: expect.stringContaining('这段录音用不了') as string },
  })
  server.clock.advance({ days: 2 })
  await server.run('tidy')
  expect(await gets(voice, town.office)).toBe(200)
})

test('what becomes a message takes its recording along, to whom the message is for', async () => {
  const voice = await spoken('村口的桥裂了。')
  const form = { voice, how: 'message', kind: 'report', villageId: town.village }
  const answer = await receive(town.deputy, form)
  expect(answer.status).toBe(200)
  const last = (await see(town.office)).records.at(-1)
  expect(last).toMatchObject({ said: voiceWords(12), voice: null })
  const params = { town: town.id, id: last?.slip?.opinionId ?? '' }
  const { messages } = await town.office.client.call(showOpinion, { params })
  expect(messages).toMatchObject([{ voice: { id: voice, seconds: 12 } }])
  expect(
    await Promise.all(
      readers()
        .slice(1)
        .map((by) => gets(voice, by)),
    ),
  ).toEqual([200, 404, 404, 404, 404])
})
