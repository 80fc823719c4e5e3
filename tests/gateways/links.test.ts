import { readEnv } from '../../server/env'
import { refusalOf } from '../../server/gateways/wechat/refusal'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { type Script, startScriptedWechat } from '../support/scripted-wechat'
import { wechatConfig } from '../support/wechat-config'

const servers: Awaited<ReturnType<typeof startScriptedWechat>>[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function scripted(path: string, answer: Script) {
  const server = await startScriptedWechat({ [path]: answer })
  servers.push(server)
  const { wechat } = readEnv({ NODE_ENV: 'test', ...wechatConfig(server.url) })
  return { wechat: createWechat(wechat, () => new Date(0)), asked: () => server.callsOf(path)[0] }
}
const linkPath = '/wxa/generate_urllink'
const phonePath = '/wxa/business/getuserphonenumber'
const page = 'pages/matter?town=a&id=b'

test('a link opens the page with its query, for thirty days, in the released version', async () => {
  const { wechat, asked } = await scripted(linkPath, () => ({
    errcode: 0,
    url_link: 'https://wxaurl.cn/Abc',
  }))
  expect(await wechat.makeLink(page)).toBe('https://wxaurl.cn/Abc')
  expect(asked()?.body).toEqual({
    path: 'pages/matter',
    query: 'town=a&id=b',
    expire_type: 1,
    expire_interval: 30,
    env_version: 'release',
  })
})

test.each([
  [-1, '没有链接，请过一会儿再试。'],
  [44990, '没有链接，请过一会儿再试。'],
  [44993, '没有链接：今天生成链接的次数用完了（44993），请明天再试。'],
  [40165, '没有链接：要打开的页面路径不对（40165）。'],
  [40212, '没有链接：链接的参数不对（40212）。'],
  [85079, '没有链接：小程序还没有发布，请先在小程序后台发布（85079）。'],
  [85401, '没有链接：链接的有效期不对（最短 1 分钟，最长 30 天）（85401）。'],
  [
    48001,
    '没有链接：小程序没有这个接口的权限，请到小程序后台开通；用微信云托管的，把它加进“微信令牌权限配置”再重新发布（48001）。',
  ],
])('%i of a link is told as “%s”', async (errcode, sentence) => {
  const { wechat } = await scripted(linkPath, () => ({ errcode, errmsg: 'no' }))
  const error: unknown = await wechat.makeLink(page).catch((thrown: unknown) => thrown)
  expect(refusalOf(error, '没有链接').message).toBe(sentence)
})

test('no answer, half of one, or none of what was asked for: no link, and later again', async () => {
  const answers: Script[] = [
    (_call, response) => void response.destroy(),
    (_call, response) => void response.end('{"errcode":0,'),
    (_call, response) => void response.end(Buffer.from([0xff, 0xd8])),
    () => ({ errcode: 0 }),
    () => ({ errcode: 0, url_link: 'javascript:1' }),
  ]
  for (const answer of answers) {
    const { wechat } = await scripted(linkPath, answer)
    const error: unknown = await wechat.makeLink(page).catch((thrown: unknown) => thrown)
    expect(refusalOf(error, '没有链接').message).toBe('没有链接，请过一会儿再试。')
  }
})

const phone = (info: object) => () => ({ errcode: 0, errmsg: 'ok', phone_info: info })

test('the code of the button goes out with the openid of whoever pressed it', async () => {
  const { wechat, asked } = await scripted(
    phonePath,
    phone({ purePhoneNumber: '13800005678', countryCode: '86' }),
  )
  expect(await wechat.readPhoneNumber('c1', 'o1')).toEqual({ number: '13800005678' })
  expect(asked()?.body).toEqual({ code: 'c1', openid: 'o1' })
})

test.each([
  [{ purePhoneNumber: '13800005678', countryCode: 86 }, '13800005678'],
  [{ purePhoneNumber: '91234567', countryCode: '852' }, '+85291234567'],
  [{ purePhoneNumber: '91234567', countryCode: 852 }, '+85291234567'],
])('%j is read as %s', async (info, number) => {
  const { wechat } = await scripted(phonePath, phone(info))
  expect(await wechat.readPhoneNumber('c1', 'o1')).toEqual({ number })
})

test.each([
  [40029, 'bad'],
  [40003, 'bad'],
  [45011, 'later'],
  [-1, 'later'],
])('%i of a phone number means “%s”', async (errcode, refused) => {
  const { wechat } = await scripted(phonePath, () => ({ errcode, errmsg: 'no' }))
  expect(await wechat.readPhoneNumber('c1', 'o1')).toEqual({ refused })
})

test.each([
  ['a code of another app', () => ({ errcode: 40013, errmsg: 'no' })],
  ['an answer without a number', phone({})],
  ['a number that is none', phone({ purePhoneNumber: '<script>', countryCode: '86' })],
])('%s is an error', async (_, answer) => {
  const { wechat } = await scripted(phonePath, answer)
  await expect(wechat.readPhoneNumber('c1', 'o1')).rejects.toThrow('getuserphonenumber')
})
