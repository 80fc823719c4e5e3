import { appid, minuteMs, secret, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const query = (changes: Record<string, string> = {}) =>
  new URLSearchParams({ grant_type: 'client_credential', appid, secret, ...changes }).toString()
const ask = async (changes: Record<string, string> = {}) =>
  (await wechat.get(`/cgi-bin/token?${query(changes)}`)).json
const fetchOldToken = async () => String((await ask()).access_token)
const use = async (token: string) =>
  (await wechat.post(`/wxa/msg_sec_check?access_token=${token}`, {})).json.errcode

test('every call gives another token for two hours', async () => {
  const answers = [await ask(), await ask()]
  expect(answers.map(({ expires_in: seconds }) => seconds)).toEqual([7200, 7200])
  expect(answers[0]?.access_token).not.toBe(answers[1]?.access_token)
})

test('the token before the newest works for less than five more minutes', async () => {
  const token = await fetchOldToken()
  await fetchOldToken()
  await wechat.advance(5 * minuteMs - 1)
  expect(await use(token)).toBe(47001)
})

test('after five minutes the token before the newest is 40001', async () => {
  const token = await fetchOldToken()
  await fetchOldToken()
  await wechat.advance(5 * minuteMs)
  expect(await use(token)).toBe(40001)
})

test('the token before the last two is 40001 at once', async () => {
  const token = await fetchOldToken()
  await fetchOldToken()
  await fetchOldToken()
  expect(await use(token)).toBe(40001)
})

test('a token that was never replaced is 42001 after two hours', async () => {
  const token = await fetchOldToken()
  await wechat.advance(120 * minuteMs)
  expect(await use(token)).toBe(42001)
})

test('an old token and a stable one leave each other alone', async () => {
  const stable = await wechat.fetchToken()
  const old = await fetchOldToken()
  await fetchOldToken()
  await wechat.post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid,
    secret,
    force_refresh: true,
  })
  expect([await use(stable), await use(old)]).toEqual([40001, 47001])
})

test.each([
  [41002, { appid: '' }],
  [41004, { secret: '' }],
  [40013, { appid: 'wx1' }],
  [40125, { secret: 'wrong' }],
  [40002, { grant_type: 'authorization_code' }],
])('%i for %j', async (errcode, changes) => {
  expect((await ask(changes)).errcode).toBe(errcode)
})

test('a POST is 43001', async () => {
  expect((await wechat.post(`/cgi-bin/token?${query()}`, {})).json.errcode).toBe(43001)
})

test('above the day quota of 2000 a call is 45009', async () => {
  expect(wechat.simulator.state.limits.oldTokenDay).toBe(2000)
  wechat.simulator.state.limits.oldTokenDay = 0
  expect((await ask()).errcode).toBe(45009)
})

test.each([
  ['waiting', 89503],
  ['refusedForADay', 89506],
  ['refusedForAnHour', 89507],
])('an administrator who is %s makes it %i', async (confirmation, errcode) => {
  await wechat.control('/apps', { appid, secret, confirmation })
  expect((await ask()).errcode).toBe(errcode)
})
