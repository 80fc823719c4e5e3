import { appid, secret, startWechat, type Wechat } from './start-wechat'

/**
 * The same questions to the simulator, always, and to a real account when a person gives one:
 * `CONFORMANCE_APPID`, `CONFORMANCE_SECRET` and `CONFORMANCE_OPENID`, somebody who uses that mini-program. Only calls that cost nothing and change nothing (section 9.8). Where the answers differ, the
 * simulator is wrong: correct it and its row in `assumed/`.
 */
type Account = { base: string; appid: string; secret: string; openid: string }

let wechat: Wechat | undefined
afterAll(() => wechat?.close())

async function simulated(): Promise<Account> {
  wechat = await startWechat()
  return { base: wechat.simulator.url, appid, secret, openid: await wechat.addUser() }
}

/** @throws Error where an account is given in part: some questions would silently not be asked. */
function realAccount(): Account | undefined {
  const names = ['CONFORMANCE_APPID', 'CONFORMANCE_SECRET', 'CONFORMANCE_OPENID']
  const [appid = '', secret = '', openid = ''] = names.map((name) => process.env[name])
  const missing = names.filter((name) => !process.env[name])
  if (missing.length === names.length) return undefined
  if (missing.length > 0) throw new Error(`For a real account give ${missing.join(' and ')} as well.`)
  return { base: 'https://api.weixin.qq.com', appid, secret, openid }
}

const given = realAccount()
const targets: [string, () => Account | Promise<Account>][] = [
  ['the simulator', simulated],
  ...(given ? ([['a real account', () => given]] as [string, () => Account][]) : []),
]

describe.each(targets)('%s', (_name, choose) => {
  let account: Account
  beforeAll(async () => {
    account = await choose()
  })

  async function ask(path: string, init?: RequestInit) {
    const response = await fetch(account.base + path, init)
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString()
    const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>
    return { status: response.status, type: response.headers.get('content-type') ?? '', bytes, json }
  }
  const post = (path: string, body: unknown) => ask(path, { method: 'POST', body: JSON.stringify(body) })

  async function token(): Promise<{ access_token: string; expires_in: number }> {
    const body = { grant_type: 'client_credential', appid: account.appid, secret: account.secret }
    return (await post('/cgi-bin/stable_token', body)).json as { access_token: string; expires_in: number }
  }
  const business = async (path: string, body: unknown) =>
    post(`${path}?access_token=${(await token()).access_token}`, body)
  const send = (touser: string) =>
    business('/cgi-bin/message/subscribe/send', {
      touser,
      template_id: 'no-such-template',
      data: { thing1: { value: '试' } },
    })

  test('gives the same stable token twice, for at least five minutes more', async () => {
    const [first, second] = [await token(), await token()]
    expect(second.access_token).toBe(first.access_token)
    expect(second.expires_in).toBeGreaterThanOrEqual(300)
    expect(second.expires_in).toBeLessThanOrEqual(7200)
  })

  test('answers GET for the stable token with 43002', async () => {
    expect((await ask('/cgi-bin/stable_token')).json.errcode).toBe(43002)
  })

  test('answers a rubbish login code with 40029, as HTTP 200 with a rid', async () => {
    const { status, json } = await ask(
      `/sns/jscode2session?appid=${account.appid}&secret=${account.secret}&js_code=rubbish&grant_type=authorization_code`,
    )
    expect([status, json.errcode]).toEqual([200, 40029])
    expect(json.errmsg).toMatch(/rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  test('answers an unknown access token with 40001', async () => {
    const { json } = await post(`/wxa/getwxacodeunlimit?access_token=${'x'.repeat(100)}`, { scene: 's' })
    expect(json.errcode).toBe(40001)
  })

  test('answers a rubbish phone code with 40029, and a link to no page with 40165', async () => {
    const phone = await business('/wxa/business/getuserphonenumber', { code: 'rubbish' })
    const link = await business('/wxa/generate_urllink', { path: 'pages/no-such-page' })
    expect([phone.json.errcode, link.json.errcode]).toEqual([40029, 40165])
  })

  test('answers a missing access token with 41001', async () => {
    expect((await post('/wxa/getwxacodeunlimit', { scene: 's' })).json.errcode).toBe(41001)
  })

  test('answers a send to an openid that is none with 40003', async () => {
    expect((await send('no-such-openid')).json.errcode).toBe(40003)
  })

  test('answers a scene of 33 characters with 40169', async () => {
    expect((await business('/wxa/getwxacodeunlimit', { scene: 'a'.repeat(33) })).json.errcode).toBe(40169)
  })

  test('draws a code without looking at the page, as a JPEG', async () => {
    const body = { scene: 's1', page: 'pages/none', check_path: false }
    const { type, bytes } = await business('/wxa/getwxacodeunlimit', body)
    expect([type, bytes.subarray(0, 3).toString('hex')]).toEqual(['image/jpeg', 'ffd8ff'])
  })

  test('answers an unknown page with 41030, as JSON', async () => {
    const { type, json } = await business('/wxa/getwxacodeunlimit', { scene: 's1', page: 'pages/none' })
    expect([type, json.errcode]).toEqual(['application/json; encoding=utf-8', 41030])
  })

  test('lists the templates with the keys in their content', async () => {
    const { access_token } = await token()
    const { json } = await ask(`/wxaapi/newtmpl/gettemplate?access_token=${access_token}`)
    expect(json.errcode).toBe(0)
    for (const template of json.data as { priTmplId: string; content: string; type: number }[]) {
      expect(template.priTmplId).not.toBe('')
      expect(template.content).toMatch(/\{\{\w+\.DATA\}\}/)
      expect([2, 3]).toContain(template.type)
    }
  })

  test('answers an unknown template with 40037', async () => {
    expect((await send(account.openid)).json.errcode).toBe(40037)
  })
})
