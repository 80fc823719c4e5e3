import { readEnv } from '../../server/env'
import { createAccessToken } from '../../server/gateways/wechat/access-token'
import { callWechat } from '../../server/gateways/wechat/call'
import { checkText } from '../../server/gateways/wechat/check-text'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { type Script, startScriptedWechat } from '../support/scripted-wechat'
import { wechatConfig } from '../support/wechat-config'

const servers: Awaited<ReturnType<typeof startScriptedWechat>>[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function verdict(answer: Script, more: Record<string, Script> = {}) {
  const server = await startScriptedWechat({ '/wxa/msg_sec_check': answer, ...more })
  servers.push(server)
  const { wechat } = readEnv({ NODE_ENV: 'test', ...wechatConfig(server.url) })
  return {
    found: await createWechat(wechat, () => new Date(0)).checkText('o1', '路灯不亮。'),
    asked: server.callsOf('/wxa/msg_sec_check')[0],
  }
}
const suggesting = (suggest: string, label: number) => () => ({
  errcode: 0,
  errmsg: 'ok',
  result: { suggest, label },
})

test('version 2, the scene of comments, the text as it is, for its writer', async () => {
  const { asked } = await verdict(suggesting('pass', 100))
  expect(asked?.body).toEqual({ version: 2, scene: 2, openid: 'o1', content: '路灯不亮。' })
})

test.each([
  ['pass', 100, 'pass'],
  ['review', 20001, 'look'],
  ['risky', 20006, 'look'],
  ['something new', 1, 'look'],
])('“%s” (label %i) means “%s”: nothing is ever rejected by a machine', async (suggest, label, expected) => {
  expect((await verdict(suggesting(suggest, label))).found).toBe(expected)
})

test.each([
  [-1, 'later'],
  [44991, 'later'],
  [45011, 'later'],
  [45009, 'look'],
  [61010, 'look'],
  [43104, 'look'],
  [48001, 'look'],
  [99999, 'later'],
])('%i means “%s”', async (errcode, expected) => {
  expect((await verdict(() => ({ errcode, errmsg: 'no' }))).found).toBe(expected)
})

test('no answer, half of one, or no verdict in it: nothing passes unseen', async () => {
  const found = [
    (await verdict((_call, response) => void response.destroy())).found,
    (await verdict((_call, response) => void response.end('{"errcode":0,'))).found,
    (await verdict(() => ({ errcode: 0, errmsg: 'ok' }))).found,
    (await verdict((_call, response) => void response.end(Buffer.from([0xff, 0xd8])))).found,
  ]
  expect(found).toEqual(['later', 'later', 'look', 'later'])
})

test('a time-out is for a person at once: the answer, half of it, or the token that it needs', async () => {
  const silent: Script = () => undefined
  const half: Script = (_call, response) => void response.write('{"errcode":0,')
  const found = []
  const all: Record<string, Script>[] = [
    { '/wxa/msg_sec_check': silent },
    { '/wxa/msg_sec_check': half },
    { '/wxa/msg_sec_check': suggesting('pass', 100), '/cgi-bin/stable_token': silent },
  ]
  for (const scripts of all) {
    const server = await startScriptedWechat(scripts)
    servers.push(server)
    const { wechat } = readEnv({ NODE_ENV: 'test', ...wechatConfig(server.url) })
    const call = callWechat(wechat.apiBase)
    const check = checkText(
      call,
      createAccessToken(call, wechat, () => new Date(0)),
      150,
    )
    found.push(await check('o1', '路灯不亮。'))
  }
  expect(found).toEqual(['look', 'look', 'look'])
})

test('a secret that was changed: a person looks, WeChat is not asked', async () => {
  const { found, asked } = await verdict(suggesting('pass', 100), {
    '/cgi-bin/stable_token': () => ({ errcode: 40125, errmsg: 'no' }),
  })
  expect([found, asked]).toEqual(['look', undefined])
})
