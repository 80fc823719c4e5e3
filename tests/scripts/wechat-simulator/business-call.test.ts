import { minuteMs, startWechat, type Wechat, start } from './start-wechat'

let wechat: Wechat
let lines: string[]
beforeEach(async () => {
  lines = []
  wechat = await startWechat({ log: (line) => lines.push(line) })
})
afterEach(() => wechat.close())

const paths = ['/cgi-bin/message/subscribe/send', '/wxa/getwxacodeunlimit', '/wxa/msg_sec_check']

describe.each(paths)('%s', (path) => {
  const errcodeOf = async (query: string, body?: string, method = 'POST') =>
    (await wechat.call(method, path + query, body)).json.errcode
  const withToken = async () => `?access_token=${await wechat.fetchToken()}`

  test('without a token is 41001', async () => {
    expect(await errcodeOf('')).toBe(41001)
  })

  test('with an empty token is 41001', async () => {
    expect(await errcodeOf('?access_token=')).toBe(41001)
  })

  test('with an unknown token is 40001', async () => {
    expect(await errcodeOf('?access_token=98_unknown')).toBe(40001)
  })

  test('with a token of strange characters is 40014', async () => {
    expect(await errcodeOf('?access_token=Bearer%20x')).toBe(40014)
  })

  test('with a token of 513 characters is 40014', async () => {
    expect(await errcodeOf(`?access_token=${'a'.repeat(513)}`)).toBe(40014)
  })

  test('with an expired token is 42001', async () => {
    const query = await withToken()
    await wechat.advance(120 * minuteMs)
    expect(await errcodeOf(query)).toBe(42001)
  })

  test('by GET is 43002', async () => {
    expect(await errcodeOf(await withToken(), undefined, 'GET')).toBe(43002)
  })

  test('by GET without a token is 41001, because the token comes first', async () => {
    expect(await errcodeOf('', undefined, 'GET')).toBe(41001)
  })

  test('with an empty body is 44002', async () => {
    expect(await errcodeOf(await withToken())).toBe(44002)
  })
})

describe.each([paths[0], paths[2]])('%s', (path) => {
  test.each([
    ['broken JSON', '{"touser":'],
    ['a JSON list', '[]'],
    ['a JSON string', '"{}"'],
    ['null', 'null'],
  ])('with %s is 47001', async (_, body) => {
    expect((await wechat.business(String(path), body)).json.errcode).toBe(47001)
  })

  test('with bytes that are not UTF-8 is 47001', async () => {
    const url = `${wechat.simulator.url}${path}?access_token=${await wechat.fetchToken()}`
    const body = Buffer.from('7b2261223a22ff227d', 'hex')
    const response = await fetch(url, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ errcode: 47001 })
  })
})

test('an error is HTTP 200', async () => {
  expect((await wechat.post('/wxa/msg_sec_check')).status).toBe(200)
})

test('an error has the content type that the platform sends', async () => {
  expect((await wechat.post('/wxa/msg_sec_check')).type).toBe('application/json; encoding=utf-8')
})

test('a success has the same content type', async () => {
  const { type } = await wechat.post('/cgi-bin/stable_token', {})
  expect(type).toBe('application/json; encoding=utf-8')
})

test('errmsg ends in a rid that begins with the time', async () => {
  const { json } = await wechat.post('/wxa/msg_sec_check')
  const time = (start / 1000).toString(16)
  expect(json.errmsg).toMatch(new RegExp(`^access_token missing rid: ${time}-[0-9a-f]{8}-[0-9a-f]{8}$`))
})

test('any other path is HTTP 404 with 40066', async () => {
  const { status, json } = await wechat.post('/wxa/no_such_call')
  expect([status, json.errcode]).toEqual([404, 40066])
})

test('any other path says invalid url', async () => {
  const { json } = await wechat.get('/cgi-bin/tokens')
  expect(json.errmsg).toMatch(/^invalid url rid: /)
})

test('any other path is logged loudly', async () => {
  await wechat.post('/wxa/no_such_call?access_token=hidden')
  expect(lines).toEqual(['WECHAT SIMULATOR: NO SUCH ENDPOINT POST /wxa/no_such_call (404, 40066)'])
})
