import { visits } from '../../shared/registers/visits'
import { getAttachment, recordings, sendAttachment } from '../support/attachments'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 走访记一笔 (catalogue 25, 26): two minutes, and whoever does not type speaks. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
})
afterAll(() => server.stop())

const visit = { visitedOn: '2026-11-20', visitKind: 'home', persons: '3' }
const speak = async (by: TestPerson = town.deputy) =>
  (await sendAttachment(server, town, { by, file: recordings.mp3, seconds: 42 })).id
const note = (voice: string) =>
  town.deputy.client.call(visits.endpoints.add, { params, input: { ...visit, voice } })
const hears = async (id: string, by: TestPerson) => (await getAttachment(server, town, id, by)).status
const waiting = () =>
  server.database.reader.query<unknown[]>(
    'SELECT id FROM opinion_attachment WHERE transcribe_after IS NOT NULL',
  )

test('what is spoken of a visit is heard by the deputy and the office alone, and no machine listens', async () => {
  const voice = await speak()
  const { id, words, values } = await note(voice)
  expect([values.voice, words.voice]).toEqual([voice, '一段录音'])
  expect([await hears(voice, town.deputy), await hears(voice, town.office)]).toEqual([200, 200])
  for (const other of [town.coSigner, town.presidium, town.unit, town.villager])
    expect(await hears(voice, other)).toBe(404)
  expect(await waiting()).toEqual([])
  // The day after, when what nobody has used is forgotten, it is still there.
  server.clock.advance({ days: 2 })
  await server.run('tidy')
  expect(await hears(voice, town.deputy)).toBe(200)

  const at = { params: { ...params, id } }
  const again = await speak()
  const change = (version: number, more: object) => ({
    ...at,
    input: { version, form: { ...visit, ...more } },
  })
  await town.deputy.client.call(visits.endpoints.change, change(0, { voice: again }))
  expect([await hears(voice, town.deputy), await hears(again, town.deputy)]).toEqual([404, 200])
  await town.deputy.client.call(visits.endpoints.change, change(1, { voice: again, persons: '4' }))
  expect(await hears(again, town.office)).toBe(200)
  await town.deputy.client.call(visits.endpoints.change, change(2, { persons: '4' }))
  expect(await hears(again, town.deputy)).toBe(404)
})

test('what somebody else spoke, or was used already, is no recording of a visit, and nothing is kept', async () => {
  const used = await speak()
  await note(used)
  const count = async () =>
    (await town.deputy.client.call(visits.endpoints.list, { params, query: {} })).items.length
  const before = await count()
  for (const voice of [await speak(town.coSigner), used]) {
    const input = { ...visit, visitedOn: '2026-11-21', voice }
    expect((await town.deputy.client.refused(visits.endpoints.add, { params, input })).fields).toEqual({
      voice: '这段录音用不了：已经用在别处，或放得太久。请去掉它，重新说一段。',
    })
  }
  expect(await count()).toBe(before)
})
