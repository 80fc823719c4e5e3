import jsqr from 'jsqr'
import sharp from 'sharp'
import { allPages } from '../../support/app-config'
import { appid, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const ask = (body: unknown) => wechat.business('/wxa/getwxacodeunlimit', body)
const errcodeOf = async (changes: object) =>
  (await ask({ scene: 's1', page: 'pages/station', ...changes })).json.errcode

/** Reads a code on its own, without the simulator's reader. */
async function decode(image: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

test('the picture is a QR code of the page and the scene', async () => {
  const { bytes } = await ask({ scene: 's1AbC', page: 'pages/station' })
  expect(await decode(bytes)).toBe(`wxsim://${appid}/pages/station?scene=s1AbC`)
})

test('the scene is encoded in the code', async () => {
  const { bytes } = await ask({ scene: 'a=1&b=/?', page: 'pages/station' })
  expect(await decode(bytes)).toBe(`wxsim://${appid}/pages/station?scene=a%3D1%26b%3D%2F%3F`)
})

test('without a page the code opens the first released page', async () => {
  const { bytes } = await ask({ scene: 's1' })
  expect(await decode(bytes)).toBe(`wxsim://${appid}/pages/home?scene=s1`)
})

test('the longest scene at the smallest width can still be read', async () => {
  const { bytes } = await ask({ scene: '='.repeat(32), page: 'desk/matter', width: 280 })
  expect(await decode(bytes)).toBe(`wxsim://${appid}/desk/matter?scene=${'%3D'.repeat(32)}`)
})

test.each([
  [undefined, 430],
  [280, 280],
  [431, 431],
  [1280, 1280],
])('asked for a width of %p the picture is a square of %i pixels', async (width, pixels) => {
  const { bytes } = await ask({ scene: 's1', width })
  const picture = await sharp(bytes).metadata()
  expect([picture.width, picture.height]).toEqual([pixels, pixels])
})

test('the picture is a JPEG by default', async () => {
  const { type, bytes } = await ask({ scene: 's1' })
  expect([type, bytes.subarray(0, 3).toString('hex')]).toEqual(['image/jpeg', 'ffd8ff'])
})

test('the picture is a PNG when the simulator is told so', async () => {
  wechat.simulator.state.imageFormat = 'png'
  const { type, bytes } = await ask({ scene: 's1' })
  expect([type, bytes.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG'])
})

test('a transparent picture is a PNG with an alpha channel', async () => {
  const { bytes } = await ask({ scene: 's1', is_hyaline: true })
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: true })
})

test('the lines have the colour that was asked for', async () => {
  wechat.simulator.state.imageFormat = 'png'
  const { bytes } = await ask({ scene: 's1', line_color: { r: 200, g: 0, b: 0 } })
  const { channels } = await sharp(bytes).stats()
  expect(channels.map(({ min }) => min).slice(0, 3)).toEqual([200, 0, 0])
})

test.each([
  ['no scene', { scene: undefined }],
  ['an empty scene', { scene: '' }],
  ['a scene of 33 characters', { scene: 'a'.repeat(33) }],
  ['a scene that is not text', { scene: 1 }],
  ['a long scene on a page that is not released', { scene: 'a'.repeat(33), page: 'pages/none' }],
])('%s is 40169', async (_, changes) => {
  expect(await errcodeOf(changes)).toBe(40169)
})

test('bad JSON is 40169', async () => {
  expect((await ask('{')).json.errcode).toBe(40169)
})

test.each(['a%20', '代表', 'a b', '"', '<'])('a scene with the characters of %j is 40129', async (scene) => {
  expect(await errcodeOf({ scene })).toBe(40129)
})

test('a bad scene is 40129, even when the page is not released', async () => {
  expect(await errcodeOf({ scene: '%', page: 'pages/none' })).toBe(40129)
})

test.each([
  ['0123456789abcdefghijklmnopqrstuv'],
  ['wxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ["!#$&'()*+,/:;=?@-._~"],
])('a scene of %s is a good one', async (scene) => {
  const { bytes } = await ask({ scene })
  expect(await decode(bytes)).toBe(`wxsim://${appid}/pages/home?scene=${encodeURIComponent(scene)}`)
})

test.each([
  ['with a leading slash', { page: '/pages/station' }],
  ['with a leading slash and without the check', { page: '/pages/station', check_path: false }],
  ['with a query', { page: 'pages/station?id=1' }],
  ['that is not released', { page: 'pages/none' }],
  ['that is empty', { page: '' }],
  ['that is null', { page: null }],
  ['that is not released, even when the width is bad', { page: 'pages/none', width: 1 }],
])('a page %s is 41030', async (_, changes) => {
  expect(await errcodeOf(changes)).toBe(41030)
})

test('without the check a page need not be released', async () => {
  const { bytes } = await ask({ scene: 's1', page: 'pages/none', check_path: false })
  expect(await decode(bytes)).toBe(`wxsim://${appid}/pages/none?scene=s1`)
})

test.each([
  ['a width of 279', { width: 279 }],
  ['a width of 1281', { width: 1281 }],
  ['a width in text', { width: '430' }],
  ['a broken width', { width: 300.5 }],
  ['another env_version', { env_version: 'production' }],
  ['a null env_version', { env_version: null }],
  ['a colour out of range', { line_color: { r: 256, g: 0, b: 0 } }],
  ['a colour that is not an object', { line_color: '#000000' }],
  ['check_path in text', { check_path: 'false' }],
  ['is_hyaline in text', { is_hyaline: 'true' }],
  ['auto_color as a number', { auto_color: 1 }],
])('%s is 40097', async (_, changes) => {
  expect(await errcodeOf(changes)).toBe(40097)
})

test('a scene with the reserved scancode_time is 85096', async () => {
  expect(await errcodeOf({ scene: 'scancode_time=1' })).toBe(85096)
})

test('the released pages are those of the mini-program as it stands here', () => {
  const released = wechat.simulator.state.apps[0]?.releasedPages ?? []
  expect([...released].sort()).toEqual(allPages().sort())
  expect(released[0]).toBe(allPages()[0])
})

test('above the minute quota a call is 45009', async () => {
  wechat.simulator.state.limits.qrCodeMinute = 1
  await ask({ scene: 's1' })
  expect(await errcodeOf({})).toBe(45009)
})

test('the quota is 5000 a minute', () => {
  expect(wechat.simulator.state.limits.qrCodeMinute).toBe(5000)
})
