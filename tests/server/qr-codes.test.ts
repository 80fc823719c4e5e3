import jsqr from 'jsqr'
import sharp from 'sharp'
import { listAuditLog } from '../../shared/api/audit-log'
import { listCodes, makeCode, resolveScene, revokeCode } from '../../shared/api/qr-codes'
import { listWork } from '../../shared/api/work'
import { showStation } from '../../shared/api/stations'
import { listPosters, posterSteps, startPoster } from '../../shared/matters/poster/endpoints'
import type { CodeTarget } from '../../shared/words/words'
import { newId } from '../../server/database/id'
import { createClient } from '../support/client'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { bring } from '../support/bring'
import { callsOf, control, fail } from '../support/simulator'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const params = () => ({ town: town.id })
const make = async (kind: CodeTarget, id: string) =>
  (await town.office.client.call(makeCode, { params: params(), input: { kind, id } })).scene
const image = (scene: string, by = town.office, of = town.id) =>
  fetch(`${server.url}/api/towns/${of}/qr-codes/${scene}/image`, {
    headers: { authorization: `Bearer ${by.client.token ?? ''}` },
  })
const revoke = (scene: string) =>
  town.office.client.call(revokeCode, {
    params: { ...params(), scene },
    input: { because: '门口的码被人换过' },
  })
const scan = (scene: string) => {
  // Answers for everyone are a second old at the most.
  server.clock.advance({ seconds: 2 })
  return createClient(server.url).call(resolveScene, { params: { scene } })
}
const asked = async () => (await callsOf(server, '/wxa/getwxacodeunlimit')).length

/** Reads the printed picture on its own, without the simulator's reader. */
async function decode(bytes: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

test('the picture that is printed decodes to the page and an opaque scene; WeChat is asked once for it', async () => {
  const scene = await make('station', town.station)
  const first = await image(scene)
  const bytes = Buffer.from(await first.arrayBuffer())
  expect(first.headers.get('content-type')).toBe('image/jpeg')
  expect(await decode(bytes)).toBe(`wxsim://wx0000000000000000/pages/scan?scene=${scene}`)
  expect(scene).toMatch(/^q[0-9a-z]{26}$/)
  expect(scene).not.toContain(town.station)

  await fail(server, '/wxa/getwxacodeunlimit', 'errcode', { errcode: 48001, times: 9 })
  expect(await make('station', town.station)).toBe(scene)
  expect(Buffer.from(await (await image(scene)).arrayBuffer()).equals(bytes)).toBe(true)
  expect(await asked()).toBe(1)
})

test('the screen on the wall shows the code at its door to whoever stands there, until it is taken back', async () => {
  const scene = await make('station', town.station)
  const onTheWall = () => fetch(`${server.url}/api/scenes/${scene}/image`)
  const shown = await onTheWall()
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const atTheDoor = await (await image(scene)).arrayBuffer()
  expect(Buffer.from(await shown.arrayBuffer()).equals(Buffer.from(atTheDoor))).toBe(true)
  await revoke(scene)
  expect((await onTheWall()).status).toBe(404)
  expect((await fetch(`${server.url}/api/scenes/nowhere/image`)).status).toBe(404)
})

test('a PNG is kept and served as a PNG, whatever the header of the answer said', async () => {
  server.simulator.state.imageFormat = 'png'
  const answer = await image(await make('board', town.id))
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).format).toBe('png')
})

test('station, village, deputy, matter and board: each code leads to its own place', async () => {
  const nowhere = {
    ...{ townId: town.id, townName: '禾丰坝镇', ended: null },
    ...{ stationId: null, deputyId: null, villageId: null, matterId: null },
  }
  expect(await scan(await make('station', town.station))).toEqual({
    ...nowhere,
    kind: 'station',
    stationId: town.station,
  })
  expect(await scan(await make('deputy', town.deputy.id))).toEqual({
    ...nowhere,
    kind: 'deputy',
    deputyId: town.deputy.id,
    stationId: town.station,
  })
  expect(await scan(await make('deputy', town.coSigner.id))).toMatchObject({
    deputyId: town.coSigner.id,
    stationId: null,
  })
  expect(await scan(await make('village', town.village))).toEqual({
    ...{ ...nowhere, kind: 'village', villageId: town.village },
  })
  const matterId = await bring(server, town, 'handling')
  expect(await scan(await make('matter', matterId))).toEqual({ ...nowhere, kind: 'matter', matterId })
  expect(await scan(await make('board', town.id))).toEqual({ ...nowhere, kind: 'board' })
})

test('the scene of a door that was printed before codes were kept still opens it', async () => {
  expect(await scan(`s${town.station}`)).toMatchObject({
    kind: 'station',
    stationId: town.station,
    ended: null,
  })
})

test.each(['x', `s${'0'.repeat(26)}`, `q${'0'.repeat(26)}`])('the scene %s leads nowhere', async (scene) => {
  const refusal = await createClient(server.url).refused(resolveScene, { params: { scene } })
  expect(refusal.code).toBe('not_found')
})

test('a code that is taken back says so, names its town, and is not printed any more; the next one is new', async () => {
  const old = await make('station', town.station)
  await revoke(old)
  expect(await scan(old)).toEqual({
    townId: town.id,
    townName: '禾丰坝镇',
    kind: 'station',
    ...{ stationId: null, deputyId: null, villageId: null, matterId: null },
    ended: 'revoked',
  })
  expect([(await image(old)).status, ((await (await image(old)).json()) as { code: string }).code]).toEqual([
    409,
    'code_revoked',
  ])
  const next = await make('station', town.station)
  expect(next).not.toBe(old)
  expect((await scan(next)).ended).toBeNull()
  const { targets } = await town.office.client.call(listCodes, { params: params() })
  expect(targets.find(({ kind }) => kind === 'station')).toMatchObject({
    name: '大郭西人大代表活动室',
    code: { scene: next, by: '陈静' },
    revoked: [{ scene: old, because: '门口的码被人换过', by: '陈静' }],
  })
  const log = await town.office.client.call(listAuditLog, { params: params(), query: {} })
  expect(log.items[0]).toMatchObject({
    what: '小程序码：大郭西人大代表活动室',
    reason: '门口的码被人换过',
  })
})

test('a code is taken back once, with a reason', async () => {
  const scene = await make('board', town.id)
  const bare = await town.office.client.refused(revokeCode, {
    params: { ...params(), scene },
    input: { because: '  ' },
  })
  expect(bare.fields).toEqual({ because: '请填写停用的原因。' })
  await revoke(scene)
  const again = { params: { ...params(), scene }, input: { because: '再停一次' } }
  expect((await town.office.client.refused(revokeCode, again)).code).toBe('code_revoked')
})

test('two at once get the same code or are asked to tap again, and one code is in force', async () => {
  const wishes = Array.from({ length: 4 }, () =>
    town.office.client.ask(makeCode, { params: params(), input: { kind: 'board', id: town.id } }),
  )
  const codes = (await Promise.all(wishes)).map((answer) => answer.code ?? 'made')
  expect(codes.filter((code) => code !== 'made' && code !== 'busy')).toEqual([])
  const live = await server.database.reader.query<unknown[]>(
    'SELECT scene FROM qr_code WHERE revoked_at IS NULL',
  )
  expect(live).toHaveLength(1)
})

test('the code of a deputy who is no longer in office leads to the town, not to a form that would be refused', async () => {
  const scene = await make('deputy', town.deputy.id)
  await server.database.transaction((tx) =>
    tx.query(`UPDATE mandate SET ended_on = '2026-11-01' WHERE person_id = ?`, [town.deputy.id]),
  )
  expect(await scan(scene)).toMatchObject({ ended: 'gone', deputyId: null, townName: '禾丰坝镇' })
})

test('a village that is no more, and a matter that is public no longer, lead to the town', async () => {
  const ofVillage = await make('village', town.village)
  const id = await bring(server, town, 'handling')
  const ofMatter = await make('matter', id)
  await server.database.transaction(async (tx) => {
    await tx.query(`UPDATE village SET ended_on = '2026-11-01' WHERE id = ?`, [town.village])
    await tx.query(`UPDATE suggestion SET confidential = 1 WHERE id = ?`, [id])
  })
  expect(await scan(ofVillage)).toMatchObject({ kind: 'village', ended: 'gone', villageId: null })
  expect(await scan(ofMatter)).toMatchObject({ kind: 'matter', ended: 'gone', matterId: null })
})

test('a matter that is not public gets no code', async () => {
  const id = await bring(server, town, 'underReview')
  const wish = { params: params(), input: { kind: 'matter' as const, id } }
  expect((await town.office.client.refused(makeCode, wish)).code).toBe('not_found')
})

test.each([
  [-1, '暂时取不到小程序码，请过一会儿再试。'],
  [45009, '暂时取不到小程序码：今天的次数用完了（45009），请明天再试。'],
  [41030, '暂时取不到小程序码：要打开的页面不在已发布的版本里（41030）。'],
  [
    48001,
    '暂时取不到小程序码：小程序没有这个接口的权限，请到小程序后台开通；用微信云托管的，把它加进“微信令牌权限配置”再重新发布（48001）。',
  ],
])('WeChat’s %i is told in words, and nothing is kept', async (errcode, sentence) => {
  await fail(server, '/wxa/getwxacodeunlimit', 'errcode', { errcode })
  const wish = { params: params(), input: { kind: 'board', id: town.id } }
  expect(await town.office.client.refused(makeCode, wish)).toMatchObject({
    code: 'unavailable',
    message: sentence,
  })
  expect((await town.office.client.call(makeCode, wish)).scene).toMatch(/^q/)
})

test('jsonInsteadOfImage: what is no picture is not kept, and the office reads what to do', async () => {
  await control(server, '/named-faults/jsonInsteadOfImage', {})
  const wish = { params: params(), input: { kind: 'board', id: town.id } }
  expect(await town.office.client.refused(makeCode, wish)).toMatchObject({
    code: 'unavailable',
    message: '暂时取不到小程序码，请过一会儿再试。',
  })
  const { targets } = await town.office.client.call(listCodes, { params: params() })
  expect(targets.map(({ code }) => code)).toEqual(targets.map(() => null))
  expect((await town.office.client.call(makeCode, wish)).scene).toMatch(/^q/)
})

test('a town prints codes for what is its own, and another town can neither see, print nor take them back', async () => {
  const scene = await make('station', town.station)
  const other = await buildTown(server, '别镇')
  const wish = (kind: CodeTarget, id: string) =>
    other.office.client.refused(makeCode, { params: { town: other.id }, input: { kind, id } })
  const codes = [
    (await wish('station', town.station)).code,
    (await wish('deputy', town.deputy.id)).code,
    (await wish('deputy', other.office.id)).code,
    (await wish('board', town.id)).code,
    (
      await other.office.client.refused(revokeCode, {
        params: { town: other.id, scene },
        input: { because: '不是我们的' },
      })
    ).code,
  ]
  expect(codes).toEqual(Array(5).fill('not_found'))
  expect([
    (await image(scene, other.office, other.id)).status,
    (await image(scene, other.office)).status,
    (await image(scene, town.villager)).status,
  ]).toEqual([404, 403, 403])
  const { targets } = await other.office.client.call(listCodes, { params: { town: other.id } })
  expect(targets.every(({ code }) => code === null)).toBe(true)
})

const follow = (path: string) => fetch(`${server.url}${path}`, { redirect: 'manual' })

test('an ordinary link with the scene leads a browser to the same page', async () => {
  const scene = await make('board', town.id)
  const answer = await follow(`/q/${scene}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([302, `/#/pages/scan?scene=${scene}`])
})

test.each(['/q/', '/q/%E7%A0%81', `/q/${'a'.repeat(33)}`, '/q/other.txt'])(
  'what is no scene (%s) leads to the page that says so',
  async (path) => {
    expect((await follow(path)).headers.get('location')).toBe('/#/pages/scan?scene=')
  },
)

test('an address with a line break in it is no address', async () => {
  const answer = await follow('/q/a%0d%0ab')
  expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
})

test('the file that proves the address to WeChat lies beside the links', async () => {
  server.env.wechat.linkCheck = { name: 'AbCdEf1234.txt', content: '0f1e2d3c' }
  const answer = await follow('/q/AbCdEf1234.txt')
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/plain; charset=utf-8',
    '0f1e2d3c',
  ])
})

test('the same key sent twice asks WeChat once', async () => {
  const wish = { params: params(), input: { kind: 'board', id: town.id }, key: newId() }
  const first = await town.office.client.call(makeCode, wish)
  expect(await town.office.client.call(makeCode, wish)).toEqual(first)
  expect(await asked()).toBe(1)
})

test('what the simulator’s camera reads opens the page with the scene, as onLoad gets it', async () => {
  const scene = await make('deputy', town.deputy.id)
  const bytes = Buffer.from(await (await image(scene)).arrayBuffer())
  expect(await control(server, '/scan', { image: bytes.toString('base64') })).toEqual({
    page: 'pages/scan',
    query: { scene },
  })
})

test('a poster at a station is the office’s to do once its day is over, and its next issue has the next number', async () => {
  const { client } = town.office
  const input = { stationId: town.station, every: '1' as const }
  const first = await client.call(startPoster, { params: params(), input })
  expect([first.issueNo, first.asOf, first.nextOn]).toEqual([1, '2026-11-23', '2026-12-23'])
  expect((await scan(first.scene ?? '')).stationId).toBe(town.station)
  expect((await client.refused(startPoster, { params: params(), input })).fields).toEqual({
    stationId: '这个站点已经贴着海报，请打开它印下一期，或者选别的站点。',
  })
  const onTheDoor = async () =>
    (await town.villager.client.call(showStation, { params: { town: town.id, id: town.station } })).poster
  expect(await onTheDoor()).toEqual({ issueNo: 1, asOf: '2026-11-23', nextOn: '2026-12-23' })
  const row = async () =>
    (await client.call(listWork, { params: params(), query: { lane: 'mine' } })).items.find(
      ({ kind }) => kind === 'poster',
    )
  expect(await row()).toBeUndefined()
  await staySignedIn(server)
  server.clock.advance({ days: 30 })
  await server.run('clock')
  // It holds until the end of its day.
  expect(await row()).toBeUndefined()
  server.clock.advance({ days: 1 })
  await server.run('clock')
  expect(await row()).toMatchObject({
    state: 'due',
    title: '大郭西人大代表活动室的海报第 1 期',
    due: { urgency: 'overdue' },
  })
  expect(await toldTo(server, town.office)).toContain(
    '大郭西人大代表活动室的海报第 1 期到了换的日子（12月23日），请印下一期换上。',
  )

  const at = { params: { ...params(), id: first.id } }
  const next = await client.call(posterSteps.printNext, {
    ...at,
    input: { version: first.version + 1, form: {} },
  })
  expect([next.issueNo, next.asOf, next.nextOn, next.due?.urgency, next.waitsFor]).toEqual([
    ...[2, '2026-12-24', '2027-01-24', 'inTime', 'system'],
  ])
  expect(await onTheDoor()).toMatchObject({ issueNo: 2 })
  // Whoever prints at the same time is told, and no number is lost.
  const late = { ...at, input: { version: first.version, form: {} } }
  expect((await client.refused(posterSteps.printNext, late)).code).toBe('stale')
  const down = { version: next.version, form: { reason: '墙要粉刷。' } }
  expect((await client.call(posterSteps.takeDown, { ...at, input: down })).state).toBe('takenDown')
  expect((await client.call(listPosters, { params: params() })).posters).toEqual([])
  expect(await onTheDoor()).toBeNull()
  expect((await client.call(startPoster, { params: params(), input })).issueNo).toBe(1)
})
