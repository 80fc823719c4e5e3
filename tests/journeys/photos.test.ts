import sharp from 'sharp'
import { showBoardItem } from '../../shared/api/board'
import { startSuggestion } from '../../shared/matters/suggestion/endpoints'
import { newId } from '../../server/database/id'
import { beijingDay } from '../../shared/rules/days'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { getPicture, picture, sendPhoto, uploaded } from '../support/photos'
import { everythingPasses } from '../support/checks'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step, text } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** Photos of a reply, before and after, and of a consultation: what is kept of them, who sees them, who may use them. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const photo = (by?: TestPerson) => uploaded(server, town, by)
const sees = async (id: string, by?: TestPerson) =>
  (await getPicture(server, `/towns/${town.id}/photos/${id}`, by)).status
const everybodySees = async (suggestion: string, id: string) => {
  await everythingPasses(server)
  return (await getPicture(server, `/towns/${town.id}/board/${suggestion}/photos/${id}`)).status
}
const onBoard = async (id: string) => {
  await everythingPasses(server)
  server.clock.advance({ minutes: 10 })
  return createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })
}
const cannotUse = '有一张照片用不了：不是本单位传的，已经用在别处，或放得太久。请去掉它，重新选一张。'
const bytesOf = async (id: string) =>
  Buffer.from(await (await getPicture(server, `/towns/${town.id}/photos/${id}`, town.unit)).arrayBuffer())

async function replied(more: object) {
  const id = await bring(server, town, 'handling')
  return { id, seen: await step(town, town.unit, id, 'reply', { ...forms(town).reply, ...more }) }
}
const confidential = (id: string) =>
  server.database.transaction((tx) => tx.query('UPDATE suggestion SET confidential = 1 WHERE id = ?', [id]))

describe('a photo that is uploaded', () => {
  test('stands upright, is at most 1280 pixels long, and tells neither place nor camera', async () => {
    const bytes = await bytesOf(await photo())
    const { width, height, exif, format } = await sharp(bytes).metadata()
    expect([width, height, format, exif, bytes.includes('CANARY')]).toEqual([
      720,
      1280,
      'jpeg',
      undefined,
      false,
    ])
  })

  test('fits into 400 kB, however busy it is, and is kept whole', async () => {
    const noise = await sharp({
      create: {
        width: 3000,
        height: 3000,
        channels: 3,
        background: '#000000',
        noise: { type: 'gaussian', mean: 128, sigma: 90 },
      },
    })
      .png({ compressionLevel: 0 })
      .toBuffer()
      .then((large) => sharp(large).jpeg({ quality: 80 }).toBuffer())
    const { id } = await sendPhoto(server, town, { file: noise })
    const bytes = await bytesOf(id ?? '')
    expect([bytes.length <= 400_000, bytes.length > 64 * 1024]).toEqual([true, true])
    await expect(sharp(bytes, { failOn: 'error' }).raw().toBuffer()).resolves.toBeDefined()
  })

  test.each([
    ['a document', Buffer.from('%PDF-1.4 …'), 400, '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。'],
    ['nothing', Buffer.alloc(0), 400, '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。'],
    ['more than 10 MB', Buffer.alloc(11 * 1024 * 1024, 1), 413, '照片太大，请换一张 10 MB 以内的。'],
  ])('is refused with what to do: %s', async (_, file, status, message) => {
    expect(await sendPhoto(server, town, { file })).toMatchObject({ status, message })
  })

  test('comes from people of a unit, and from the office for what it types', async () => {
    const file = await picture(40, 30)
    const people = [town.deputy, town.office, town.villager, town.coUnit]
    const statuses = await Promise.all(
      people.map(async (by) => (await sendPhoto(server, town, { by, file })).status),
    )
    expect(statuses).toEqual([403, 200, 403, 200])
  })

  test('is the uploader’s alone until it is used, and forgotten after a day', async () => {
    const [used, unused] = [await photo(), await photo()]
    expect([await sees(unused, town.unit), await sees(unused, town.office)]).toEqual([200, 404])
    await replied({ photosAfter: [used] })
    server.clock.advance({ hours: 23 })
    await server.run('tidy')
    expect(await sees(unused, town.unit)).toBe(200)
    server.clock.advance({ hours: 2 })
    await server.run('tidy')
    expect([await sees(unused, town.unit), await sees(used, town.unit)]).toEqual([404, 200])
  })
})

describe('photos of a reply', () => {
  test('stand before and after in their order; parties and the public see them', async () => {
    const [first, second, after] = [await photo(), await photo(), await photo()]
    const { id, seen } = await replied({ photosBefore: [second, first], photosAfter: [after] })
    expect(seen.rounds[0]?.reply).toMatchObject({ photosBefore: [second, first], photosAfter: [after] })
    expect(await onBoard(id)).toMatchObject({ photosBefore: [second, first], photosAfter: [after] })
    const { deputy, coSigner, office, presidium, coUnit, otherDeputy, villager } = town
    const parties = [deputy, coSigner, office, presidium, coUnit]
    expect(await Promise.all(parties.map((by) => sees(after, by)))).toEqual(parties.map(() => 200))
    // Neither who has no part in it, nor whoever is not signed in, gets it by its id alone.
    expect([await sees(after, otherDeputy), await sees(after, villager), await sees(after)]).toEqual([
      404, 403, 401,
    ])
    const shown = await getPicture(server, `/towns/${town.id}/board/${id}/photos/${after}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  })

  test('are not public where the suggestion is not', async () => {
    const after = await photo()
    const { id } = await replied({ photosAfter: [after] })
    await confidential(id)
    expect([await everybodySees(id, after), await sees(after, town.deputy)]).toEqual([404, 200])
  })

  test('are public only where they belong', async () => {
    const [after, loose] = [await photo(), await photo()]
    const { id } = await replied({ photosAfter: [after] })
    const other = await bring(server, town, 'accepted')
    expect([
      await everybodySees(id, loose),
      await everybodySees(other, after),
      await everybodySees(newId(), after),
    ]).toEqual([404, 404, 404])
    const elsewhere = await buildTown(server, '邻镇')
    const across = [
      await getPicture(server, `/towns/${elsewhere.id}/board/${id}/photos/${after}`),
      await getPicture(server, `/towns/${elsewhere.id}/photos/${after}`, elsewhere.office),
    ]
    expect(across.map(({ status }) => status)).toEqual([404, 404])
  })

  test('may be left out, and are three at the most', async () => {
    const ids = [await photo(), await photo(), await photo(), await photo()]
    const { id, seen } = await replied({})
    expect(seen.rounds[0]?.reply).toMatchObject({ photosBefore: [], photosAfter: [] })
    const form = { ...forms(town).correctReply, photosBefore: ids }
    expect((await refusedStep(town, town.unit, id, 'correctReply', form)).fields).toMatchObject({
      photosBefore: '办理前的照片最多 3 张，请去掉几张。',
    })
  })

  test('another unit’s, one used before and one that is not there are refused, and nothing is lost', async () => {
    const taken = await photo()
    await replied({ photosAfter: [taken] })
    const id = await bring(server, town, 'handling')
    const fresh = await photo()
    for (const wrong of [await photo(town.coUnit), taken, newId()]) {
      const form = { ...forms(town).reply, photosBefore: [fresh], photosAfter: [wrong] }
      expect((await refusedStep(town, town.unit, id, 'reply', form)).fields).toEqual({
        photosAfter: cannotUse,
      })
    }
    const form = { ...forms(town).reply, photosBefore: [fresh] }
    expect((await step(town, town.unit, id, 'reply', form)).state).toBe('replied')
  })

  test('a correction may use those of the version before, which keeps its own', async () => {
    const [before, after, better] = [await photo(), await photo(), await photo()]
    const { id } = await replied({ photosBefore: [before], photosAfter: [after] })
    const form = forms(town).correctReply
    const corrected = await step(town, town.unit, id, 'correctReply', {
      ...form,
      photosBefore: [before],
      photosAfter: [better],
    })
    expect(corrected.rounds[0]?.reply).toMatchObject({
      version: 2,
      photosBefore: [before],
      photosAfter: [better],
    })
    expect(corrected.rounds[0]?.reply?.earlier).toMatchObject([
      { version: 1, photosBefore: [before], photosAfter: [after] },
    ])
    // What the first version showed is part of the record for those who work on it, and no longer public.
    expect([await sees(after, town.deputy), await everybodySees(id, after)]).toEqual([200, 404])
    expect(await everybodySees(id, better)).toBe(200)
    const kept = await server.database.reader.query(
      `SELECT photo_id AS photo FROM photo_use WHERE suggestion_id = ? AND reply_version = 1
       ORDER BY photo_kind DESC`,
      [id],
    )
    expect(kept).toEqual([{ photo: before }, { photo: after }])
    // Whoever does not know of photos leaves them as they are; whoever takes them out says so.
    const untold = await step(town, town.unit, id, 'correctReply', {
      ...form,
      text: `${form.text}围栏也刷了漆。`,
    })
    expect(untold.rounds[0]?.reply).toMatchObject({ photosBefore: [before], photosAfter: [better] })
    const cleared = await step(town, town.unit, id, 'correctReply', { ...form, photosAfter: [] })
    expect(cleared.rounds[0]?.reply).toMatchObject({ photosBefore: [before], photosAfter: [] })
  })

  test('are passed on with the reply to a suggestion that is handled together with it', async () => {
    const main = await bring(server, town, 'handling')
    const second = town.otherDeputy
    const { id } = await second.client.call(startSuggestion, {
      params: { town: town.id },
      input: { ...text, subject: '大郭西段河堤塌了要修' },
    })
    await step(town, second, id, 'submit')
    await step(town, town.office, id, 'startReview')
    await step(town, town.office, id, 'merge', { targetId: main, reason: '说的是同一段河堤。' })
    const heldOn = beijingDay(server.clock.now())
    const { rounds } = await step(town, town.unit, main, 'consult', {
      ...{ ...forms(town).consult, heldOn, proposerIds: [id] },
    })
    const consultationId = rounds[0]?.consultations.find(({ withDeputy }) => withDeputy)?.id
    await step(town, second, main, 'confirmConsultation', { consultationId })
    const [after, better] = [await photo(), await photo()]
    await step(town, town.unit, main, 'reply', { ...forms(town).reply, photosAfter: [after] })
    expect((await see(town, second, id)).rounds[0]?.reply).toMatchObject({ photosAfter: [after] })
    expect([await sees(after, second), await everybodySees(main, after)]).toEqual([200, 200])
    await step(town, town.unit, main, 'correctReply', {
      ...forms(town).correctReply,
      photosAfter: [better],
    })
    expect((await see(town, second, id)).rounds[0]?.reply).toMatchObject({ photosAfter: [better] })
  })
})

test('photos of a consultation are for the parties, and never public', async () => {
  const id = await bring(server, town, 'received')
  const talk = await photo()
  const form = { ...forms(town).consult, heldOn: beijingDay(server.clock.now()), photos: [talk] }
  const seen = await step(town, town.unit, id, 'consult', form)
  expect(seen.rounds[0]?.consultations[0]?.photos).toEqual([talk])
  expect([await sees(talk, town.deputy), await everybodySees(id, talk)]).toEqual([200, 404])
  expect((await refusedStep(town, town.unit, id, 'consult', form)).fields).toEqual({ photos: cannotUse })
})
