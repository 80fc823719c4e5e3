import { listAuditLog } from '../../shared/api/audit-log'
import { showBoardItem } from '../../shared/api/board'
import { contentCheckSteps, listContentChecks } from '../../shared/matters/content-check/endpoints'
import { addressForCheck } from '../../server/features/photos/address-for-check'
import { bring } from '../support/bring'
import { getPicture, uploaded } from '../support/photos'
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
    ['approve', 'hide'],
    ['approve', 'hide'],
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
