import { appid, minuteMs, secret, start, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
let openid: string
beforeEach(async () => {
  wechat = await startWechat()
  openid = await wechat.addUser({ phone: '13800000000' })
})
afterEach(() => wechat.close())

const press = () => wechat.control(`/users/${openid}/phone-code`)
const fetchCode = async () => String((await press()).code)
const read = async (body: object) => (await wechat.business('/wxa/business/getuserphonenumber', body)).json

test('the code of the button is worth a phone number', async () => {
  expect(await read({ code: await fetchCode(), openid })).toMatchObject({
    errcode: 0,
    phone_info: {
      phoneNumber: '13800000000',
      purePhoneNumber: '13800000000',
      watermark: { timestamp: start / 1000, appid },
    },
  })
})

test('the country code is a number at one time and text at another', async () => {
  const kinds = new Set<string>()
  for (let round = 0; round < 20; round += 1) {
    const info = (await read({ code: await fetchCode() })).phone_info as Record<string, unknown>
    kinds.add(typeof info.countryCode)
  }
  expect([...kinds].sort()).toEqual(['number', 'string'])
})

test('a number from abroad carries its country code', async () => {
  openid = await wechat.addUser({ phone: '91234567', countryCode: '852' })
  expect((await read({ code: await fetchCode() })).phone_info).toMatchObject({
    phoneNumber: '+852 91234567',
    purePhoneNumber: '91234567',
  })
})

test('a code works once', async () => {
  const code = await fetchCode()
  await read({ code })
  expect((await read({ code })).errcode).toBe(40029)
})

test('a code of five minutes ago is 40029', async () => {
  const code = await fetchCode()
  await wechat.advance(5 * minuteMs)
  expect((await read({ code })).errcode).toBe(40029)
})

test('the code of wx.login is not one of the button', async () => {
  const { code } = await wechat.control(`/users/${openid}/login-code`)
  expect((await read({ code })).errcode).toBe(40029)
})

test('the code of the button is not one of wx.login', async () => {
  const query = `appid=${appid}&secret=${secret}&js_code=${await fetchCode()}&grant_type=authorization_code`
  expect((await wechat.get(`/sns/jscode2session?${query}`)).json.errcode).toBe(40029)
})

test('a code of another app is 40013', async () => {
  await wechat.control('/apps', { appid: 'wx1', secret: 'other' })
  openid = await wechat.addUser({ appid: 'wx1', phone: '13900000000' })
  expect((await read({ code: await fetchCode() })).errcode).toBe(40013)
})

test('with the openid of somebody else it is 40003, and the code still works', async () => {
  const code = await fetchCode()
  const other = await wechat.addUser()
  expect([(await read({ code, openid: other })).errcode, (await read({ code })).errcode]).toEqual([40003, 0])
})

test.each([{}, { code: '' }, { code: 5 }, { code: 'nothing' }])('%j is 40029', async (body) => {
  expect((await read(body)).errcode).toBe(40029)
})

test('above the minute quota it is 45011', async () => {
  wechat.simulator.state.limits.phoneNumberMinute = 0
  expect((await read({ code: await fetchCode() })).errcode).toBe(45011)
})

test('a user without a number gives no code', async () => {
  openid = await wechat.addUser()
  expect(await press()).toEqual({ errMsg: 'getPhoneNumber:fail user deny' })
})

test('a government account never runs out of calls', () => {
  expect(wechat.simulator.state.apps[0]?.phoneCalls).toBeNull()
})

test('an enterprise has 1000 calls, and none after the last one', async () => {
  await wechat.control('/apps', { appid: 'wx1', secret: 'other', entityType: 'enterprise' })
  expect(wechat.simulator.state.apps[1]?.phoneCalls).toBe(1000)
  await wechat.control('/apps', { appid: 'wx1', secret: 'other', phoneCalls: 1 })
  openid = await wechat.addUser({ appid: 'wx1', phone: '13900000000' })
  await press()
  expect(await press()).toEqual({ errMsg: 'getPhoneNumber:fail quota used up', errno: 1400001 })
})

test('a personal account has no such button', async () => {
  await wechat.control('/apps', { appid, secret, entityType: 'personal' })
  expect(await press()).toEqual({ errMsg: 'getPhoneNumber:fail no permission' })
})

test('neither the code nor the number is recorded', async () => {
  const code = await fetchCode()
  await read({ code })
  const { text } = await wechat.get('/__sim/requests')
  expect([text.includes(code), text.includes('13800000000')]).toEqual([false, false])
})
