import { appid, minuteMs, startWechat, secret, type Wechat, start } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const scan = (body: object) => wechat.control('/scan', body)

test('an app can be added', async () => {
  expect(await wechat.control('/apps', { appid: 'wx1', secret: 'other' })).toMatchObject({
    appid: 'wx1',
    frozen: false,
    ipWhitelist: null,
  })
})

test('a known app is changed, not added', async () => {
  await wechat.control('/apps', { appid, secret: 'rotated' })
  expect(wechat.simulator.state.apps.map((app) => app.secret)).toEqual(['rotated'])
})

test('a user can bring their own openid', async () => {
  const openid = `o${'-_aZ9'.repeat(5)}xx`
  expect(await wechat.addUser({ openid })).toBe(openid)
})

test('a new user has not been in the mini-program yet', async () => {
  expect((await wechat.control('/users')).lastActiveAt).toBeNull()
})

test.each([
  ['an openid of another length', '/users', { openid: 'oabc' }],
  ['a user of an unknown app', '/users', { appid: 'wx1' }],
  ['an unknown field', '/users', { name: '张三' }],
  ['an app without a secret', '/apps', { appid: 'wx1' }],
  ['a clock that is not a whole number', '/clock', { advanceMs: 'soon' }],
  ['a scan of something else', '/scan', { sceneOrUrl: 'https://example.com/q/1' }],
  ['a snapshot of something else', '/snapshot', { apps: [] }],
  ['bad JSON', '/users', '{'],
])('%s is HTTP 400', async (_, path, body) => {
  expect((await wechat.post(`/__sim${path}`, body)).status).toBe(400)
})

test.each(['login-code', 'touch', 'subscribe', 'unsubscribe'])(
  '%s of an unknown user is HTTP 404',
  async (name) => {
    expect((await wechat.post(`/__sim/users/nobody/${name}`, {})).status).toBe(404)
  },
)

test('the inbox of an unknown user is HTTP 404', async () => {
  expect((await wechat.get('/__sim/users/nobody/inbox')).status).toBe(404)
})

test('a touch says when it was', async () => {
  const openid = await wechat.addUser()
  expect(await wechat.control(`/users/${openid}/touch`)).toEqual({ lastActiveAt: start })
})

test('the clock moves by what it is told', async () => {
  await wechat.advance(minuteMs)
  expect(await wechat.advance(-2 * minuteMs)).toEqual({ now: start - minuteMs })
})

test('a scan gives the page and the query with the scene still encoded', async () => {
  const sceneOrUrl = `wxsim://${appid}/pages/station?scene=a%3D1`
  expect(await scan({ sceneOrUrl })).toEqual({ page: 'pages/station', query: { scene: 'a%3D1' } })
})

test('a scan of a bare scene opens the first page', async () => {
  expect(await scan({ sceneOrUrl: 'a=1' })).toEqual({ page: 'pages/home', query: { scene: 'a%3D1' } })
})

test('a scan reads the picture of a code', async () => {
  const { bytes } = await wechat.business('/wxa/getwxacodeunlimit', { scene: 's7', page: 'pages/board' })
  expect(await scan({ image: bytes.toString('base64') })).toEqual({
    page: 'pages/board',
    query: { scene: 's7' },
  })
})

test('a picture without a code is HTTP 400', async () => {
  const image = Buffer.from('not a picture').toString('base64')
  expect((await wechat.post('/__sim/scan', { image })).status).toBe(400)
})

test('a code of an app that is not there is HTTP 400', async () => {
  const sceneOrUrl = 'wxsim://wx1/pages/home?scene=a'
  expect((await wechat.post('/__sim/scan', { sceneOrUrl })).status).toBe(400)
})

test('a reset forgets what was added', async () => {
  await wechat.addUser()
  await wechat.control('/reset')
  expect(wechat.simulator.state.users).toEqual([])
})

test('a reset sets the clock back', async () => {
  await wechat.advance(minuteMs)
  expect(await wechat.control('/reset')).toEqual({ now: start })
})

test('a snapshot brings everything back', async () => {
  const openid = await wechat.addUser()
  const snapshot = await wechat.get('/__sim/snapshot')
  await wechat.control('/reset')
  await wechat.control('/snapshot', snapshot.json)
  expect(wechat.simulator.state.users[0]?.openid).toBe(openid)
})

test('a restored snapshot is the same snapshot', async () => {
  await wechat.business('/wxa/getwxacodeunlimit', { scene: 's7' })
  const { json } = await wechat.get('/__sim/snapshot')
  await wechat.control('/snapshot', json)
  expect((await wechat.get('/__sim/snapshot')).json).toEqual(json)
})

test('after a restore the token of that time works', async () => {
  const token = await wechat.fetchToken()
  const { json } = await wechat.get('/__sim/snapshot')
  await wechat.control('/reset')
  await wechat.control('/snapshot', json)
  expect((await wechat.post(`/wxa/msg_sec_check?access_token=${token}`)).json.errcode).toBe(44002)
})

test('the same seed and the same calls give the same ids', async () => {
  const other = await startWechat()
  const ids = [await wechat.addUser(), await other.addUser()]
  await other.close()
  expect(ids[0]).toBe(ids[1])
})

test('another seed gives other ids', async () => {
  const other = await startWechat({ seed: 2 })
  const ids = [await wechat.addUser(), await other.addUser()]
  await other.close()
  expect(ids[0]).not.toBe(ids[1])
})

test('assumptions are numbered from one without a gap', async () => {
  const { json } = await wechat.get('/__sim/assumptions')
  const numbers = (json.assumptions as { number: number }[]).map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, place) => place + 1))
})

test('an assumption says where, what, why and how sure', async () => {
  const { json } = await wechat.get('/__sim/assumptions')
  expect(json.assumptions).toContainEqual({
    number: 13,
    endpoint: 'POST /cgi-bin/message/subscribe/send',
    assumption: expect.stringContaining('47003') as string,
    why: 'Not documented.',
    confidence: 'D',
  })
})

test('the default seed has one app with a secret for development only', () => {
  expect(wechat.simulator.state.apps).toMatchObject([{ appid, secret }])
})

test('the default seed has two one-time templates', () => {
  expect(wechat.simulator.state.templates.map(({ id, type }) => [id, type])).toEqual([
    ['sim-template-progress', 2],
    ['sim-template-task', 2],
  ])
})

describe('a tap on a card', () => {
  const template = 'sim-template-task'
  const data = {
    character_string1: { value: 'A1' },
    thing2: { value: '待办' },
    time3: { value: '10:00' },
  }
  let openid: string
  beforeEach(async () => {
    openid = await wechat.addUser()
    await wechat.control(`/users/${openid}/subscribe`, { tmplIds: [template] })
  })

  async function tap(changes: object): Promise<unknown> {
    const body = { touser: openid, template_id: template, data, page: 'pages/matter?id=7', ...changes }
    const { text } = await wechat.business('/cgi-bin/message/subscribe/send', body)
    const msgid = /"msgid":(\d+)/.exec(text)?.[1] ?? ''
    return wechat.control(`/users/${openid}/messages/${msgid}/tap`)
  }

  test('opens its page with its query', async () => {
    expect(await tap({})).toEqual({ opens: true, page: 'pages/matter', query: { id: '7' } })
  })

  test('opens nothing without a page', async () => {
    expect(await tap({ page: undefined })).toMatchObject({ opens: false })
  })

  test('opens the developer version for members only', async () => {
    expect(await tap({ miniprogram_state: 'developer' })).toMatchObject({ opens: false })
    await wechat.control('/apps', { appid, secret, members: [openid] })
    await wechat.control(`/users/${openid}/subscribe`, { tmplIds: [template] })
    expect(await tap({ miniprogram_state: 'developer' })).toMatchObject({ opens: true })
  })

  test('opens nothing when the version has no such page', async () => {
    await wechat.control('/apps', { appid, secret, members: [openid], trialPages: [] })
    expect(await tap({ miniprogram_state: 'trial' })).toMatchObject({ opens: false })
  })

  test('of an unknown message is HTTP 404', async () => {
    expect((await wechat.post(`/__sim/users/${openid}/messages/1/tap`)).status).toBe(404)
  })
})

test('the users are listed without their session keys', async () => {
  const openid = await wechat.addUser()
  const { users } = (await wechat.get('/__sim/users')).json as { users: object[] }
  expect(users).toMatchObject([{ openid }])
  expect(users[0]).not.toHaveProperty('sessionKey')
})

test('the control plane lists its own calls', async () => {
  expect((await wechat.get('/__sim')).json.routes).toEqual(
    expect.arrayContaining(['POST /__sim/clock', 'POST /__sim/named-faults/:name', 'POST /__sim/call']),
  )
})
