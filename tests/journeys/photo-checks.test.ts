import { listAuditLog } from '../../shared/api/audit-log'
import { showBoardItem } from '../../shared/api/board'
import { contentCheckSteps, listContentChecks } from '../../shared/matters/content-check/endpoints'
import { contract } from '../../server/http/contract'
import { addressForCheck } from '../../server/features/photos/address-for-check'
import { bring } from '../support/bring'
import sharp from 'sharp'
import { blurredBy, getPicture, sendPhoto, telling, uploaded } from '../support/photos'
import { sendFile } from '../support/files'
import { pushHere, tellOfPicture } from '../support/seal-push'
import { startServer, type TestServer } from '../support/server'
import { callsOf, control } from '../support/simulator'
import { forms, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown, worksInWechat, worksOnTheWeb } from '../support/town'

let server: TestServer
let town: TestTown

async function begin(options: Parameters<typeof startServer>[0] = {}) {
  server = await startServer(options)
  town = await buildTown(server)
  await pushHere(server)
}
afterEach(() => server.stop())

/** A reply with one photo of before and one of after. */
async function replied() {
  const id = await bring(server, town, 'handling')
  const [before, after] = [await uploaded(server, town), await uploaded(server, town)]
  const form = { ...forms(town).reply, photosBefore: [before], photosAfter: [after] }
  await step(town, town.unit, id, 'reply', form)
  return { id, before, after }
}
const board = (id: string) => {
  server.clock.advance({ seconds: 2 })
  return town.villager.client.call(showBoardItem, { params: { town: town.id, id } })
}
const status = async (path: string, by?: TestPerson) =>
  (await getPicture(server, `/towns/${town.id}/${path}`, by)).status
const held = async () =>
  (await town.office.client.call(listContentChecks, { params: { town: town.id } })).items.filter(
    ({ kind }) => kind === 'photo',
  )
const decide = (check: { id: string; version: number } | undefined, action: 'approve' | 'hide', form = {}) =>
  town.office.client.ask(contentCheckSteps[action] as typeof contentCheckSteps.hide, {
    params: { town: town.id, id: check?.id ?? '' },
    input: { version: check?.version ?? 0, form },
  })
/** WeChat fetches what it took, and tells. */
async function wechatTells() {
  await control(server, '/push/deliver', {})
  await server.run('readWechatEvents')
}
const traces = () =>
  server.database.reader.query<{ traceId: string }[]>(
    "SELECT trace_id AS traceId FROM content_check WHERE kind = 'photo' ORDER BY written_at, id",
  )
test('a photo is public once WeChat has fetched it and passed it; until then everybody reads 核对中 in its place', async () => {
  await begin()
  const { id, before, after } = await replied()
  const photosBeingChecked = { before: 1, after: 1 }
  expect(await board(id)).toMatchObject({ photosBefore: [], photosAfter: [], photosBeingChecked })
  expect([
    await status(`board/${id}/photos/${before}`),
    await status(`photos/${before}`, town.deputy),
  ]).toEqual([404, 200])
  await server.run('checkPhotos')
  const [asked] = await callsOf(server, '/wxa/media_check_async')
  expect(asked?.body).toMatchObject({ version: 2, scene: 2, media_type: 2, openid: town.unit.openid })
  expect(await board(id)).toMatchObject({ photosBeingChecked })
  await wechatTells()
  expect(await board(id)).toMatchObject({
    photosBefore: [before],
    photosAfter: [after],
    photosBeingChecked: { before: 0, after: 0 },
  })
  expect([await status(`board/${id}/photos/${before}`), (await held()).length]).toEqual([200, 0])
})

test('what WeChat finds is for a person, who lets it through or leaves it out with a reason; nothing is deleted', async () => {
  await begin()
  const { id, before, after } = await replied()
  await server.run('checkPhotos')
  for (const { traceId } of await traces()) await tellOfPicture(server, { traceId, suggest: 'risky' })
  const checks = await held()
  expect(checks.map(({ actions }) => actions)).toEqual([
    ['approve', 'hide', 'blur'],
    ['approve', 'hide', 'blur'],
  ])
  expect(checks.map(({ history }) => history.map(({ action }) => action))).toEqual([['doubt'], ['doubt']])
  await decide(
    checks.find(({ photo }) => photo === before),
    'approve',
  )
  const other = checks.find(({ photo }) => photo === after)
  expect((await decide(other, 'hide', { reason: '' })).code).toBe('bad_input')
  await decide(other, 'hide', { reason: '拍到了人脸。' })
  expect(await board(id)).toMatchObject({
    photosBefore: [before],
    photosAfter: [],
    photosBeingChecked: { before: 0, after: 0 },
  })
  expect([await status(`board/${id}/photos/${after}`), await status(`photos/${after}`, town.deputy)]).toEqual(
    [404, 200],
  )
  expect(await toldTo(server, town.unit)).toContain(
    '《修复大郭西段河堤》有公开的内容撤下来了，外面看不到：拍到了人脸。',
  )
  const { items } = await town.office.client.call(listAuditLog, { params: { town: town.id } })
  expect(items).toMatchObject([{ what: '撤下答复的照片：2026-0001', by: '陈静', reason: '拍到了人脸。' }])
})

test('a photo that WeChat could not fetch is for a person', async () => {
  await begin()
  await replied()
  await control(server, '/named-faults/mediaDownloadFailed', {})
  await server.run('checkPhotos')
  await wechatTells()
  expect((await held()).map(({ history }) => history.map(({ action }) => action))).toEqual([['hold']])
})

test('a photo of which WeChat never tells is for a person after half an hour', async () => {
  await begin()
  const { id } = await replied()
  await control(server, '/named-faults/mediaEventNever', { times: 2 })
  await server.run('checkPhotos')
  await wechatTells()
  server.clock.advance({ minutes: 29 })
  await server.run('checkPhotos')
  expect(await held()).toHaveLength(0)
  server.clock.advance({ minutes: 2 })
  await server.run('checkPhotos')
  expect(await held()).toHaveLength(2)
  expect(await board(id)).toMatchObject({ photosBeingChecked: { before: 1, after: 1 } })
})

test('a word that comes before the answer to the request waits for it', async () => {
  await begin()
  const { id } = await replied()
  await tellOfPicture(server, { traceId: 'early', suggest: 'pass' })
  await server.database.transaction((tx) =>
    tx.query("UPDATE content_check SET trace_id = 'early' WHERE kind = 'photo'"),
  )
  await server.run('readWechatEvents')
  expect((await board(id)).photosBeingChecked).not.toEqual({ before: 1, after: 1 })
})

test('where nothing outside reaches the server, or the uploader is not in WeChat, a person looks', async () => {
  await begin({ reachable: false })
  await replied()
  await server.run('checkPhotos')
  expect(await held()).toHaveLength(2)
  expect(await callsOf(server, '/wxa/media_check_async')).toEqual([])
  await server.stop()
  await begin()
  worksOnTheWeb(server, town.unit)
  await replied()
  await server.run('checkPhotos')
  worksInWechat(town.unit)
  expect(await held()).toHaveLength(2)
})

test('the address for WeChat is good for one photo and for an hour', async () => {
  await begin()
  const { before, after } = await replied()
  const site = { publicUrl: server.url, secretKey: server.env.secretKey }
  const address = addressForCheck(site, { townId: town.id, photoId: before }, server.clock.now())
  const of = async (url: string) => (await fetch(url)).status
  expect([
    await of(address),
    await of(address.replace(before, after)),
    await of(address.replace(/mark=./, 'mark=z')),
    await of(address.replace(/until=\d/, 'until=9')),
    await of(`${server.url}/api/towns/${town.id}/photos/${before}/for-check`),
  ]).toEqual([200, 404, 400, 404, 400])
  server.clock.advance({ minutes: 61 })
  expect(await of(address)).toBe(404)
})

const bytesOf = async (path: string, by?: TestPerson) => {
  const answer = await getPicture(server, `/towns/${town.id}/${path}`, by)
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}
/** How much neighbouring pixels differ where the fine pattern was, and the colour of a corner. */
async function looks(jpeg: Buffer) {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => data[(y * info.width + x) * 3] ?? 0
  let sharpest = 0
  for (let y = 110; y < 190; y += 1)
    for (let x = 110; x < 290; x += 1) sharpest = Math.max(sharpest, Math.abs(at(x, y) - at(x + 2, y)))
  return {
    sharpest,
    corner: at(5, 5),
    size: [info.width, info.height],
    metadata: await sharp(jpeg).metadata(),
  }
}
const madeOf = (answer: Awaited<ReturnType<typeof blurredBy>>) =>
  answer.code === undefined ? answer.body.id : answer.message
const fieldsOf = (answer: object) => ('fields' in answer ? (answer.fields as Record<string, string>) : {})
const checkOf = async (photo: string) => {
  const check = (await held()).find((one) => one.photo === photo)
  if (check === undefined) throw new Error('nobody looks at this photo')
  return check
}
const take = async (
  by: TestPerson,
  { id, version }: { id: string; version: number },
  action: 'blur' | 'showWhole' | 'approve',
  form = {},
) => {
  const answer = await by.client.ask(contentCheckSteps[action] as typeof contentCheckSteps.blur, {
    params: { town: town.id, id },
    input: { version, form: form as { blurred: string } },
  })
  return { body: undefined, ...answer }
}

/** Everything that is public, asked about each of these in every place of an address. @returns where the original came out, or was named */
async function throughPublicDoors(id: string, [photo, blurred]: [string, string], original: Buffer) {
  const told: string[] = []
  const doors = [...contract].filter(([, { who, method }]) => who === 'anyone' && method === 'GET')
  const places = doors.flatMap(([, { path }]) =>
    [photo, blurred].flatMap((one) =>
      [id, one].map((at) => path.replace(':town', town.id).replace(':id', at).replace(/:\w+/g, one)),
    ),
  )
  for (const path of new Set(places)) {
    const answer = await fetch(`${server.url}/api${path}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.ok && (bytes.equals(original) || bytes.includes(photo))) told.push(path)
  }
  expect(places.length).toBeGreaterThan(40)
  return told
}

test('faces and plates are blurred before a photo is public: everybody gets the new picture only, who may see the original keeps it', async () => {
  await begin({ reachable: false })
  const id = await bring(server, town, 'handling')
  const photo = (await sendPhoto(server, town, { file: await telling() })).id ?? ''
  await step(town, town.unit, id, 'reply', { ...forms(town).reply, photosAfter: [photo] })
  await server.run('checkPhotos')
  const check = await checkOf(photo)
  expect(check.actions).toEqual(['approve', 'hide', 'blur'])

  // What is asked for in a wrong way is told in words.
  const wrong = async (areas: object[], by = town.office) =>
    Object.values(fieldsOf(await blurredBy(town, by, photo, areas)))[0]
  expect(await wrong([])).toBe('请先在照片上框出要遮住的地方，再打码。')
  expect(await wrong([{ x: 0.7, y: 0.1, width: 0.5, height: 0.2 }])).toBe(
    '有一个框在照片外面，请把它挪回照片里，或去掉它重新框。',
  )
  expect(await wrong([{ x: 0.1, y: 0.1, width: 0, height: 0.2 }])).toBe(
    '有一个框太小，遮不住什么，请把它拉大一些，或去掉它。',
  )
  expect([
    (await blurredBy(town, town.otherDeputy, photo)).code,
    (await blurredBy(town, town.villager, photo)).code,
  ]).toEqual(['not_found', 'not_allowed'])
  expect(await blurredBy(town, town.office, 'a'.repeat(26))).toMatchObject({
    code: 'not_found',
    message: '没有找到，可能已经移走或地址不对，请返回首页重新打开。',
  })

  const first = madeOf(await blurredBy(town, town.office, photo))
  // Only looked at so far: nothing has changed.
  expect((await checkOf(photo)).blurred).toBeNull()
  expect(fieldsOf(await take(town.office, check, 'blur', { blurred: photo })).blurred).toMatch(/重新框出/)
  expect((await take(town.office, check, 'blur', { blurred: first })).body).toMatchObject({
    ...{ state: 'held', blurred: first, photo },
    actions: ['approve', 'hide', 'blur', 'showWhole'],
    history: [{ action: 'hold' }, { action: 'blur', by: '陈静' }],
  })
  expect(await toldTo(server, town.unit)).toContain(
    '《修复大郭西段河堤》要公开的照片打了码，外面看到的是打码后的，原来的照片还在。',
  )
  // Taken away, and blurred again from the original.
  expect((await take(town.office, await checkOf(photo), 'showWhole')).body?.blurred).toBeNull()
  expect((await take(town.office, await checkOf(photo), 'showWhole')).code).toBe('wrong_state')
  expect((await take(town.office, await checkOf(photo), 'blur', { blurred: first })).status).toBe(400)
  const blurred = madeOf(await blurredBy(town, town.office, photo))
  await take(town.office, await checkOf(photo), 'blur', { blurred })
  expect((await blurredBy(town, town.office, blurred)).code).toBe('not_found')
  const shown = (await take(town.presidium, await checkOf(photo), 'approve')).body
  expect([shown?.state, shown?.actions]).toEqual(['approved', ['hide', 'blur']])

  expect((await board(id)).photosAfter).toEqual([blurred])
  const public_ = await bytesOf(`board/${id}/photos/${blurred}`)
  const original = await bytesOf(`photos/${photo}`, town.deputy)
  expect([public_.status, (await bytesOf(`board/${id}/photos/${photo}`)).status]).toEqual([200, 404])
  const [out, own] = [await looks(public_.bytes), await looks(original.bytes)]
  expect(own.sharpest).toBeGreaterThan(150)
  expect(out.sharpest).toBeLessThan(40)
  expect([out.size, Math.abs(out.corner - own.corner) < 12]).toEqual([[400, 300], true])
  expect([out.metadata.exif, out.metadata.icc, out.metadata.xmp]).toEqual([undefined, undefined, undefined])
  for (const by of [town.deputy, town.office, town.unit])
    expect([
      (await bytesOf(`photos/${photo}`, by)).bytes.equals(original.bytes),
      (await bytesOf(`photos/${blurred}`, by)).bytes.equals(public_.bytes),
    ]).toEqual([true, true])
  expect([
    (await bytesOf(`photos/${photo}`, town.villager)).status,
    (await bytesOf(`photos/${photo}`)).status,
    (await bytesOf(`photos/${blurred}`, town.otherDeputy)).status,
  ]).toEqual([403, 401, 404])

  expect(await throughPublicDoors(id, [photo, blurred], original.bytes)).toEqual([])

  // What is public already is blurred further at once, and whoever kept the page is told that there is another.
  const page = () => fetch(`${server.url}/api/towns/${town.id}/board/${id}`)
  const tag = (await page()).headers.get('etag')
  const again = madeOf(await blurredBy(town, town.presidium, photo, [{ x: 0, y: 0, width: 1, height: 1 }]))
  await take(town.presidium, shown ?? check, 'blur', { blurred: again })
  server.clock.advance({ seconds: 2 })
  expect((await page()).headers.get('etag')).not.toBe(tag)
  expect((await board(id)).photosAfter).toEqual([again])
  expect((await bytesOf(`board/${id}/photos/${blurred}`)).status).toBe(404)
  // The photo stays for years, and so does what was made of it.
  server.clock.advance({ days: 3 })
  await server.run('tidy')
  expect((await bytesOf(`board/${id}/photos/${again}`)).status).toBe(200)
})

test('whoever sends a photo blurs it before; WeChat and everybody get what is blurred, and a file that is a picture as well', async () => {
  await begin()
  const id = await bring(server, town, 'handling')
  const photo = (await sendPhoto(server, town, { file: await telling() })).id ?? ''
  const file = (await sendFile(server, town, { file: await telling(), name: '现场.jpg' })).id ?? ''
  expect((await blurredBy(town, town.deputy, photo)).code).toBe('not_found')
  await blurredBy(town, town.unit, photo, [{ x: 0, y: 0, width: 0.1, height: 0.1 }])
  const own = madeOf(await blurredBy(town, town.unit, photo))
  // What is blurred is no photo of its own.
  const reply = { ...forms(town).reply, photosAfter: [photo], files: [file], filesOpen: true }
  await expect(step(town, town.unit, id, 'reply', { ...reply, photosAfter: [own] })).rejects.toThrow()
  await step(town, town.unit, id, 'reply', reply)
  const site = { publicUrl: server.url, secretKey: server.env.secretKey }
  const address = addressForCheck(site, { townId: town.id, photoId: photo }, server.clock.now())
  const asChecked = Buffer.from(await (await fetch(address)).arrayBuffer())
  expect(asChecked.equals((await bytesOf(`photos/${own}`, town.unit)).bytes)).toBe(true)
  expect((await looks(asChecked)).sharpest).toBeLessThan(40)
  await server.run('checkPhotos')
  await wechatTells()
  expect((await board(id)).photosAfter).toEqual([own])
  server.clock.advance({ days: 2 })
  await server.run('tidy')
  expect((await bytesOf(`board/${id}/photos/${own}`)).status).toBe(200)

  const { items } = await town.office.client.call(listContentChecks, { params: { town: town.id } })
  const check = items.find((one) => one.photo === file)
  if (check === undefined) throw new Error('nobody looks at this file')
  const covered = madeOf(await blurredBy(town, town.office, file))
  const { body } = await take(town.office, check, 'blur', { blurred: covered })
  await take(town.office, body ?? check, 'approve')
  const shown = await board(id)
  const taken = await bytesOf(`board/${id}/files/${covered}`)
  expect(shown.files).toMatchObject([
    { id: covered, name: '现场.jpg', kind: 'jpg', bytes: taken.bytes.length },
  ])
  expect((await looks(taken.bytes)).sharpest).toBeLessThan(40)
  expect([
    (await bytesOf(`board/${id}/files/${file}`)).status,
    (await looks((await bytesOf(`files/${file}`, town.deputy)).bytes)).sharpest > 150,
  ]).toEqual([404, true])
})
