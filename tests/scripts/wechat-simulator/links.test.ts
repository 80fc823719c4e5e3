import { appid, minuteMs, secret, start, startWechat, type Wechat } from './start-wechat'

const dayMs = 24 * 60 * minuteMs
const seconds = start / 1000
let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const link = async (body: object) => (await wechat.business('/wxa/generate_urllink', body)).json
const scheme = async (body: object) => (await wechat.business('/wxa/generatescheme', body)).json
const open = (sceneOrUrl: unknown) => wechat.control('/scan', { sceneOrUrl })

test('a URL link opens its page with its query', async () => {
  const { errcode, url_link } = await link({ path: 'pages/station', query: 'id=7' })
  expect([errcode, url_link]).toEqual([0, expect.stringMatching(/^https:\/\/wxaurl\.cn\/\w+$/)])
  expect(await open(url_link)).toEqual({ page: 'pages/station', query: { id: '7' } })
})

test('a link takes more of the caller in cq', async () => {
  const { url_link } = await link({ path: '/pages/station', query: 'id=7' })
  expect(await open(`${String(url_link)}?cq=${encodeURIComponent('from=sms')}`)).toEqual({
    page: 'pages/station',
    query: { id: '7', from: 'sms' },
  })
})

test('cq has 256 characters at most', async () => {
  const { url_link } = await link({})
  const cq = `a=${'x'.repeat(255)}`
  expect((await wechat.post('/__sim/scan', { sceneOrUrl: `${String(url_link)}?cq=${cq}` })).status).toBe(400)
})

test('a scheme has its page in jump_wxa', async () => {
  const { openlink } = await scheme({ jump_wxa: { path: 'pages/board', query: 'k=1' } })
  expect(openlink).toMatch(/^weixin:\/\/dl\/business\/\?t=\w+$/)
  expect(await open(openlink)).toEqual({ page: 'pages/board', query: { k: '1' } })
})

test('without a page a link opens the first one', async () => {
  expect(await open((await link({})).url_link)).toEqual({ page: 'pages/home', query: {} })
})

test('a link may be opened again until it expires', async () => {
  const { url_link } = await link({ expire_type: 1, expire_interval: 1 })
  await wechat.advance(dayMs - 1)
  expect([await open(url_link), await open(url_link)]).toEqual([
    { page: 'pages/home', query: {} },
    { page: 'pages/home', query: {} },
  ])
  await wechat.advance(1)
  expect(await open(url_link)).toEqual({ error: 'the link has expired' })
})

test('without an expiry a link lives thirty days', async () => {
  const { url_link } = await link({})
  await wechat.advance(30 * dayMs - 1)
  expect(await open(url_link)).toMatchObject({ page: 'pages/home' })
  await wechat.advance(1)
  expect(await open(url_link)).toEqual({ error: 'the link has expired' })
})

test.each([
  [0, { expire_type: 0, expire_time: seconds + 60 }],
  [85401, { expire_type: 0, expire_time: seconds + 59 }],
  [0, { expire_type: 0, expire_time: seconds + 30 * 86_400 }],
  [85401, { expire_type: 0, expire_time: seconds + 30 * 86_400 + 1 }],
  [0, { expire_type: 1, expire_interval: 30 }],
  [85401, { expire_type: 1, expire_interval: 31 }],
  [85401, { expire_type: 1 }],
  [85401, { expire_type: 2 }],
  [40165, { path: 'pages/none' }],
  [40212, { query: 'x'.repeat(1025) }],
  [0, { query: 'x'.repeat(1024) }],
  [85402, { env_version: 'production' }],
])('%i for %j', async (errcode, body) => {
  expect((await link(body)).errcode).toBe(errcode)
})

test('a scheme has the same rules', async () => {
  expect([
    (await scheme({ jump_wxa: { path: 'pages/none' } })).errcode,
    (await scheme({ expire_type: 1, expire_interval: 31 })).errcode,
    (await scheme({ jump_wxa: 'pages/home' })).errcode,
  ]).toEqual([40165, 85401, 47001])
})

test('a personal account has no links', async () => {
  await wechat.control('/apps', { appid, secret, entityType: 'personal' })
  expect((await link({})).errcode).toBe(48001)
})

test('an account that released nothing is 85079', async () => {
  await wechat.control('/apps', { appid, secret, releasedPages: [] })
  expect((await link({})).errcode).toBe(85079)
})

test('the quotas are 100 a second and 500 000 a day, for both kinds together', async () => {
  const { limits } = wechat.simulator.state
  expect([limits.linkSecond, limits.linkDay]).toEqual([100, 500_000])
  limits.linkSecond = 1
  await link({})
  expect((await scheme({})).errcode).toBe(44990)
  limits.linkDay = 1
  await wechat.advance(1000)
  expect((await scheme({})).errcode).toBe(44993)
})
