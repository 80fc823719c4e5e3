import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { recordings, sendAttachment } from '../support/attachments'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { control } from '../support/simulator'
import { buildTown, type TestTown } from '../support/town'

/** What was spoken stands beside the recording in words, where WeChat can tell; nobody waits for it. */
let server: TestServer
let town: TestTown
const { see } = opinionsOf(() => ({ server, town }))

const said = (words: string) => Buffer.concat([recordings.mp3, Buffer.from(`SIM_SAYS[${words}]`)])
async function speak(file: Buffer) {
  const { id: voice } = await sendAttachment(server, town, { file, seconds: 12 })
  const input = { deputyId: town.deputy.id, kind: 'report' as const, voice, again: true as const }
  return (await town.villager.client.call(writeOpinion, { params: { town: town.id }, input })).id
}
const voiceOf = async (id: string) => (await see(town.villager, id)).messages[0]?.voice
const waiting = async () =>
  (
    await server.database.reader.query<unknown[]>(
      'SELECT id FROM opinion_attachment WHERE transcribe_after IS NOT NULL',
    )
  ).length

describe('where the operator wants it', () => {
  beforeAll(async () => {
    server = await startServer({ vars: { WECHAT_TRANSCRIBE: 'on' } })
    town = await buildTown(server)
  })
  afterAll(() => server.stop())

  test('it is heard at once, written down later, and read by whoever hears it', async () => {
    const id = await speak(said('桥栏断了两根。'))
    expect(await voiceOf(id)).toMatchObject({ seconds: 12, transcript: null })
    await server.run('transcribe')
    expect(await voiceOf(id)).toMatchObject({ transcript: '桥栏断了两根。' })
    expect((await see(town.office, id)).messages[0]?.voice?.transcript).toBe('桥栏断了两根。')
    expect(await waiting()).toBe(0)
  })

  test('WeChat that is silent for an hour is asked no more, and nothing is lost', async () => {
    const id = await speak(said('路灯不亮。'))
    await control(server, '/named-faults/connectionRefused', {})
    await server.run('transcribe')
    expect(await waiting()).toBe(1)
    server.clock.advance({ hours: 1 })
    await server.run('transcribe')
    expect([await waiting(), (await voiceOf(id))?.transcript]).toEqual([0, null])
    await fetch(`${server.simulator.controlUrl}/__sim/faults`, { method: 'DELETE' })
  })

  test('what WeChat does not take is not sent there', async () => {
    const id = await speak(recordings.webm)
    expect([await waiting(), await voiceOf(id)]).toMatchObject([0, { transcript: null }])
  })
})

test('where nobody has asked for it no recording leaves', async () => {
  server = await startServer()
  town = await buildTown(server)
  const id = await speak(said('桥栏断了。'))
  await server.run('transcribe')
  expect((await voiceOf(id))?.transcript).toBeNull()
  await server.stop()
})
