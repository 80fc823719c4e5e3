import sharp from 'sharp'
import { voiceWords } from '../../shared/matters/opinion/attachments'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { getAttachment, recordings, sendAttachment } from '../support/attachments'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** What stands beside the words of a message: photos and recordings, and who sees and hears them. */
let server: TestServer
let town: TestTown
const { see, take, received } = opinionsOf(() => ({ server, town }))

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const send = (carried: object, by = town.villager) =>
  by.client.ask(writeOpinion, {
    params: { town: town.id },
    input: { deputyId: town.deputy.id, kind: 'report', again: true, ...carried },
  })
const idOf = (answer: Awaited<ReturnType<typeof send>>) => ('body' in answer ? answer.body.id : '')
const gets = async (id: string, by?: TestPerson) => (await getAttachment(server, town, id, by)).status
const spoken = async (by?: TestPerson) =>
  (await sendAttachment(server, town, { file: recordings.mp3, seconds: 12, ...(by ? { by } : {}) })).id
const photo = async () => (await sendAttachment(server, town)).id

test('somebody speaks and attaches photos: a person looks first, then this deputy and the office have them, and nobody else', async () => {
  const [voice, first, second] = [await spoken(), await photo(), await photo()]
  const others = [town.unit, town.presidium, town.otherDeputy, undefined]
  // Until it is sent it is the phone's own.
  expect([
    await gets(voice, town.villager),
    await gets(voice, town.deputy),
    await gets(voice, town.office),
  ]).toEqual([200, 404, 404])
  const id = idOf(await send({ voice, photos: [second, first], place: '村东头桥边' }))
  const shown = { photos: [second, first], voice: { id: voice, seconds: 12 } }
  expect((await see(town.villager, id)).messages).toMatchObject([{ text: voiceWords(12), ...shown }])
  await server.run('checkOpinions')
  // The machine only reads: a person of the office listens, and nothing is refused.
  expect((await see(town.villager, id)).plain).toContain('镇人大办工作人员核实后转给')
  expect([await gets(voice, town.office), await gets(voice, town.deputy)]).toEqual([200, 404])
  expect((await take(town.office, id, 'release')).status).toBe(200)
  expect(await see(town.deputy, id)).toMatchObject({ place: '村东头桥边', messages: [shown] })
  const readers = [town.villager, town.deputy, town.office]
  for (const one of [voice, first, second]) {
    expect(await Promise.all(readers.map((by) => gets(one, by)))).toEqual([200, 200, 200])
    expect(await Promise.all(others.map((by) => gets(one, by)))).toEqual([404, 404, 404, 401])
  }
  const heard = await getAttachment(server, town, voice, town.deputy)
  expect([heard.headers.get('content-type'), Buffer.from(await heard.arrayBuffer())]).toEqual([
    'audio/mpeg',
    recordings.mp3,
  ])
  // What was heard once is not listened to again: later words go through by machine.
  expect((await take(town.villager, id, 'write', { text: '就在桥头。' })).status).toBe(200)
  await server.run('checkOpinions')
  expect((await see(town.deputy, id)).state).toBe('received')
})

test('a photo of a message tells neither place nor camera', async () => {
  const id = await photo()
  const bytes = Buffer.from(await (await getAttachment(server, town, id, town.villager)).arrayBuffer())
  const { format, exif } = await sharp(bytes).metadata()
  expect([format, exif, bytes.includes('CANARY')]).toEqual(['jpeg', undefined, false])
})

test('the deputy answers by voice; the resident hears it when a second person has', async () => {
  const id = await received()
  const voice = await spoken(town.deputy)
  expect((await take(town.deputy, id, 'answer', { voice })).status).toBe(200)
  await server.run('checkOpinions')
  expect([(await see(town.deputy, id)).state, await gets(voice, town.villager)]).toEqual(['answerHeld', 404])
  expect((await take(town.office, id, 'releaseAnswer')).status).toBe(200)
  expect([(await see(town.villager, id)).messages.at(-1)?.voice, await gets(voice, town.villager)]).toEqual([
    { id: voice, seconds: 12, transcript: null },
    200,
  ])
})

test('later words carry photos and recordings too; each is used once, by whoever brought it', async () => {
  const id = await received('水渠堵了。')
  const [voice, own] = [await spoken(), await photo()]
  expect((await take(town.villager, id, 'write', { voice, photos: [own] })).status).toBe(200)
  expect((await see(town.villager, id)).messages.at(-1)).toMatchObject({
    photos: [own],
    voice: { id: voice, seconds: 12 },
  })
  const foreign = await spoken(town.deputy)
  const answers = [
    await send({ voice }),
    await send({ voice: foreign }),
    await send({ voice: await photo() }),
    await send({ text: '看照片。', photos: [await spoken()] }),
    await send({}),
    await send({ text: '看照片。', photos: Array.from({ length: 10 }, () => own) }),
  ]
  expect(answers.map((one) => [one.status, 'fields' in one ? one.fields : {}])).toEqual([
    [400, { voice: '这段录音用不了：已经用在别处，或放得太久。请去掉它，重新说一段。' }],
    [400, { voice: '这段录音用不了：已经用在别处，或放得太久。请去掉它，重新说一段。' }],
    [400, { voice: '这段录音用不了：已经用在别处，或放得太久。请去掉它，重新说一段。' }],
    [400, { photos: '有一张照片用不了：已经用在别处，或放得太久。请去掉它，重新选一张。' }],
    [400, { text: '请填写想说的话。不方便写字，就按住“按住说话”说一段。' }],
    [400, { photos: '照片最多 9 张，请去掉几张。' }],
  ])
})

test('what is no recording is refused with what to do; what is one is known by its content', async () => {
  const kept = []
  for (const file of Object.values(recordings))
    kept.push(await sendAttachment(server, town, { by: town.deputy, file, seconds: 3 }))
  expect(kept.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const film = Buffer.concat([recordings.webm, Buffer.from('V_VP8')])
  const refused = [
    await sendAttachment(server, town, { file: film, seconds: 3 }),
    await sendAttachment(server, town, { file: Buffer.from('%PDF-1.4'), seconds: 3 }),
    await sendAttachment(server, town, { file: recordings.ogg }),
    await sendAttachment(server, town, { file: recordings.mp3, seconds: 61 }),
    await sendAttachment(server, town, {
      file: Buffer.concat([recordings.mp3, Buffer.alloc(3 * 1024 * 1024)]),
      seconds: 60,
    }),
  ]
  expect(refused.map(({ status, message }) => [status, message])).toEqual([
    [400, '这段录音打不开，请重新说一段，或者写几个字。'],
    [400, '这段录音打不开，请重新说一段，或者写几个字。'],
    [400, '这是一段录音，不是照片。请选一张照片。'],
    [400, expect.any(String)],
    [413, '录音太长，请说短一些，一分钟以内。'],
  ])
})

test('what was never sent is forgotten after a day', async () => {
  const [used, unused] = [await photo(), await photo()]
  await send({ text: '路边的树倒了。', photos: [used] })
  server.clock.advance({ hours: 25 })
  await server.run('tidy')
  expect([await gets(used, town.villager), await gets(unused, town.villager)]).toEqual([200, 404])
})
