import sharp from 'sharp'
import { startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const a = '/wxa/getwxacode'
const c = '/cgi-bin/wxaapp/createwxaqrcode'
const make = (path: string, body: object) => wechat.business(path, body)
const errcodeOf = async (path: string, body: object) => (await make(path, body)).json.errcode

test.each([a, c])('%s draws the path with its query', async (path) => {
  const { type, bytes } = await make(path, { path: 'pages/station?id=7&from=wall', width: 300 })
  expect([type, (await sharp(bytes).metadata()).width]).toEqual(['image/jpeg', 300])
  expect(await wechat.control('/scan', { image: bytes.toString('base64') })).toEqual({
    page: 'pages/station',
    query: { id: '7', from: 'wall' },
  })
})

test.each([
  [a, 1024],
  [c, 128],
])('%s takes %i characters', async (path, most) => {
  const text = (length: number) => `pages/home?a=${'x'.repeat(length)}`.slice(0, length)
  expect((await make(path, { path: text(most) })).type).toBe('image/jpeg')
  expect(await errcodeOf(path, { path: text(most + 1) })).toBe(40159)
  expect([await errcodeOf(path, { path: '' }), await errcodeOf(path, {})]).toEqual([40159, 40159])
})

test.each([a, c])('%s: a bad width is 40097', async (path) => {
  expect(await errcodeOf(path, { path: 'pages/home', width: 9 })).toBe(40097)
})

test('both draw from one lot of 100 000 for ever', async () => {
  expect(wechat.simulator.state.limits.limitedCodes).toBe(100_000)
  wechat.simulator.state.limits.limitedCodes = 2
  await make(a, { path: 'pages/home' })
  await make(c, { path: 'pages/home' })
  await wechat.advance(400 * 86_400_000)
  expect([
    await errcodeOf(a, { path: 'pages/home' }),
    await errcodeOf(c, { path: 'pages/home' }),
    (await make('/wxa/getwxacodeunlimit', { scene: 's' })).type,
  ]).toEqual([45029, 45029, 'image/jpeg'])
})
