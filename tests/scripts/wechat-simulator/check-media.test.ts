import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import sharp from 'sharp'
import { aesKey, type Receiver, startReceiver, token } from './start-receiver'
import { appid, minuteMs, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
let receiver: Receiver
let openid: string
let files: Server
let base: string
let content: Buffer
let asked: string[]

beforeEach(async () => {
  content = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  asked = []
  files = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url?.startsWith('/missing')) response.writeHead(404).end()
    else if (request.url?.startsWith('/moved')) response.writeHead(302, { location: '/a.jpg' }).end()
    else response.end(content)
  }).listen(0, '127.0.0.1')
  await once(files, 'listening')
  base = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
  receiver = await startReceiver()
  wechat = await startWechat({ mediaEventDelayMs: minuteMs, log: () => undefined })
  openid = await wechat.addUser()
  await wechat.control(`/users/${openid}/touch`)
  await wechat.control('/push/verify', { url: receiver.url, token, aesKey })
})
afterEach(async () => {
  await wechat.close()
  await receiver.close()
  files.close()
  files.closeAllConnections()
})

const check = async (changes: object = {}) => {
  const body = { media_url: `${base}/a.jpg`, media_type: 2, version: 2, scene: 2, openid, ...changes }
  return (await wechat.business('/wxa/media_check_async', body)).json
}
const result = async () => {
  await wechat.advance(minuteMs)
  return JSON.parse(receiver.posts().at(-1)?.body ?? 'null') as Record<string, unknown> | null
}
const png = () => sharp(content).png().toBuffer()

test('the answer is a trace_id, and nothing else has happened yet', async () => {
  expect(await check()).toEqual({
    errcode: 0,
    errmsg: 'ok',
    trace_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/) as string,
  })
  expect([asked, receiver.posts()]).toEqual([[], []])
})

test('the file is really fetched and its result is pushed', async () => {
  const { trace_id } = await check()
  expect(await result()).toMatchObject({
    FromUserName: openid,
    Event: 'wxa_media_check',
    appid,
    trace_id,
    version: 2,
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
    detail: [{ strategy: 'content_model', suggest: 'pass', label: 100 }],
  })
  expect(asked).toEqual(['/a.jpg'])
})

test('the name of a file may decide', async () => {
  await check({ media_url: `${base}/SIM_RISKY_20002.jpg` })
  expect(await result()).toMatchObject({ errcode: 0, result: { suggest: 'risky', label: 20002 } })
})

test('a text inside a PNG may decide', async () => {
  const picture = await png()
  const text = Buffer.from('tEXtComment\0SIM_REVIEW_20001')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length - 4)
  content = Buffer.concat([picture.subarray(0, 33), length, text, Buffer.alloc(4), picture.subarray(33)])
  await check()
  expect(await result()).toMatchObject({ result: { suggest: 'review', label: 20001 } })
})

test.each([
  ['a file that is not there', '/missing.jpg'],
  ['a redirect', '/moved.jpg'],
])('%s ends with -1008', async (_, path) => {
  await check({ media_url: base + path })
  expect(await result()).toMatchObject({ errcode: -1008 })
})

test('a file elsewhere is not fetched: nothing leaves the machine', async () => {
  await check({ media_url: 'https://example.com/a.jpg' })
  expect(await result()).toMatchObject({ errcode: -1008 })
})

test('a file above 10 MB ends with -1008', async () => {
  content = Buffer.concat([content, Buffer.alloc(10 * 1024 * 1024)])
  await check()
  expect(await result()).toMatchObject({ errcode: -1008 })
})

test('WebP is not an allowed picture', async () => {
  content = await sharp(content).webp().toBuffer()
  await check()
  expect(await result()).toMatchObject({ errcode: -1008 })
})

test.each([
  ['mp3', Buffer.from('ID3\x04rest')],
  ['wav', Buffer.from('RIFF1234WAVEfmt ')],
  ['flac', Buffer.from('fLaC')],
  ['opus', Buffer.from('OggS')],
  ['aac', Buffer.from([0xff, 0xf1, 0])],
])('%s is an allowed sound', async (_, bytes) => {
  content = bytes
  await check({ media_type: 1 })
  expect(await result()).toMatchObject({ errcode: 0 })
})

test('a picture is no sound', async () => {
  await check({ media_type: 1 })
  expect(await result()).toMatchObject({ errcode: -1008 })
})

test.each([
  [47001, { version: 1 }],
  [40129, { scene: 5 }],
  [40003, { openid: 'x' }],
  [40004, { media_type: 3 }],
  [44002, { media_url: undefined }],
  [47001, { media_url: 'a.jpg' }],
  [47001, { media_url: 'file:///etc/hosts' }],
])('%i for %j', async (errcode, changes) => {
  expect((await check(changes)).errcode).toBe(errcode)
})

test('a user who was not in the mini-program lately is 61010', async () => {
  await wechat.advance(121 * minuteMs)
  expect((await check()).errcode).toBe(61010)
})

test('the same address is 87020 until its result is there', async () => {
  await check()
  expect((await check()).errcode).toBe(87020)
  await wechat.advance(minuteMs)
  expect((await check()).errcode).toBe(0)
})

test('the quotas are 2000 a minute and 200 000 a day', async () => {
  const { limits } = wechat.simulator.state
  expect([limits.mediaCheckMinute, limits.mediaCheckDay]).toEqual([2000, 200_000])
  limits.mediaCheckDay = 0
  expect((await check()).errcode).toBe(45009)
  limits.mediaCheckMinute = 0
  expect((await check()).errcode).toBe(44991)
})

test('mediaEventNever: the result does not come', async () => {
  await wechat.control('/named-faults/mediaEventNever')
  await check()
  expect(await result()).toBeNull()
})

test('mediaDownloadFailed: the result is -1008, and the next one is not', async () => {
  await wechat.control('/named-faults/mediaDownloadFailed')
  await check()
  expect(await result()).toMatchObject({ errcode: -1008 })
  await check()
  expect(await result()).toMatchObject({ errcode: 0 })
})

test('without moving the clock a test may ask for all results', async () => {
  await check()
  await wechat.control('/push/deliver')
  expect(receiver.posts()).toHaveLength(1)
})

describe('getuserriskrank', () => {
  const rate = async (changes: object = {}) =>
    (
      await wechat.business('/wxa/getuserriskrank', {
        appid,
        openid,
        scene: 2,
        client_ip: '127.0.0.1',
        ...changes,
      })
    ).json

  test('gives the rank of the user', async () => {
    await wechat.control('/users', { openid, riskRank: 4 })
    expect(await rate()).toMatchObject({ errcode: 0, risk_rank: 4 })
  })

  test.each([
    [40013, { appid: 'wx1' }],
    [40129, { scene: 3 }],
    [40003, { openid: 'x' }],
    [47001, { client_ip: '' }],
  ])('%i for %j', async (errcode, changes) => {
    expect((await rate(changes)).errcode).toBe(errcode)
  })
})
