import { appid, secret, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const dayMs = 86_400_000
const quota = async (cgi_path: unknown) =>
  (await wechat.business('/cgi-bin/openapi/quota/get', { cgi_path })).json
const clear = async (body: object = { appid }) => (await wechat.business('/cgi-bin/clear_quota', body)).json
const rid = async (value: unknown) => (await wechat.business('/cgi-bin/openapi/rid/get', { rid: value })).json
const ridOf = (errmsg: unknown) => /rid: (\S+)$/.exec(String(errmsg))?.[1]

/** One more generated link, the cheapest call with a quota by the day. */
const link = async () => (await wechat.business('/wxa/generate_urllink', {})).json

describe('quota/get', () => {
  test('tells what is left of the day', async () => {
    await link()
    expect(await quota('/wxa/generate_urllink')).toEqual({
      errcode: 0,
      errmsg: 'ok',
      quota: { daily_limit: 500_000, used: 1, remain: 499_999 },
    })
  })

  test('begins anew after midnight', async () => {
    await link()
    await wechat.advance(dayMs)
    expect((await quota('/wxa/generate_urllink')).quota).toMatchObject({ used: 0 })
  })

  test('knows the higher limit of an account with payment', async () => {
    await wechat.control('/apps', { appid, secret, payment: true })
    expect((await quota('/cgi-bin/message/subscribe/send')).quota).toMatchObject({ daily_limit: 30_000_000 })
  })

  test.each(['/wxa/none', undefined])('%p is 76021', async (path) => {
    expect((await quota(path)).errcode).toBe(76021)
  })
})

describe('clear_quota', () => {
  beforeEach(async () => {
    wechat.simulator.state.limits.linkDay = 1
    await link()
  })

  test('gives the day back', async () => {
    expect((await link()).errcode).toBe(44993)
    expect((await clear()).errcode).toBe(0)
    expect((await link()).errcode).toBe(0)
  })

  test('works with the secret too', async () => {
    const { json } = await wechat.post('/cgi-bin/clear_quota/v2', { appid, appsecret: secret })
    expect([json.errcode, (await link()).errcode]).toEqual([0, 0])
  })

  test('with a wrong secret is 40125, for another app 40013', async () => {
    const { json } = await wechat.post('/cgi-bin/clear_quota/v2', { appid, appsecret: 'x' })
    expect([json.errcode, (await clear({ appid: 'wx1' })).errcode]).toEqual([40125, 40013])
  })

  test('is 48006 the eleventh time in a month', async () => {
    for (let time = 0; time < 10; time += 1) await clear()
    expect((await clear()).errcode).toBe(48006)
    await wechat.advance(31 * dayMs)
    expect((await clear()).errcode).toBe(0)
  })
})

describe('rid/get', () => {
  test('tells what was asked and answered, without secrets', async () => {
    const { json } = await wechat.business('/wxa/msg_sec_check', { version: 1 })
    const { errcode, request } = await rid(ridOf(json.errmsg))
    expect(errcode).toBe(0)
    expect(request).toEqual({
      invoke_time: expect.any(Number) as number,
      cost_in_ms: 1,
      request_url: 'access_token=***',
      request_body: '{"version":1}',
      response_body: JSON.stringify(json),
      client_ip: '127.0.0.1',
    })
  })

  test('knows requests of the own app only', async () => {
    const { json } = await wechat.get('/sns/jscode2session?appid=wx1&secret=x&js_code=y')
    expect((await rid(ridOf(json.errmsg))).errcode).toBe(76003)
  })

  test('forgets after seven days', async () => {
    const { json } = await wechat.business('/wxa/msg_sec_check', { version: 1 })
    await wechat.advance(7 * dayMs + 1)
    expect((await rid(ridOf(json.errmsg))).errcode).toBe(76004)
  })

  test.each([
    [76001, '00000000-00000000-00000000'],
    [76002, 'nothing'],
    [76002, undefined],
  ])('%i for %p', async (errcode, value) => {
    expect((await rid(value)).errcode).toBe(errcode)
  })
})
