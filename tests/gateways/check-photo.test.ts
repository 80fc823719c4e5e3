import { readEnv } from '../../server/env'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { readEvent } from '../../server/gateways/wechat/read-event'
import { type Script, startScriptedWechat } from '../support/scripted-wechat'
import { wechatConfig } from '../support/wechat-config'

const servers: Awaited<ReturnType<typeof startScriptedWechat>>[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const address = 'https://home.example/api/towns/t/photos/p/for-check?until=1&mark=2'
async function ask(answer: Script) {
  const server = await startScriptedWechat({ '/wxa/media_check_async': answer })
  servers.push(server)
  const { wechat } = readEnv({ NODE_ENV: 'test', ...wechatConfig(server.url) })
  return {
    found: await createWechat(wechat, () => new Date(0)).checkPhoto('o1', address),
    asked: server.callsOf('/wxa/media_check_async')[0],
  }
}

test('version 2, an image, the scene of comments, the address, for its uploader; the answer is a name to be told under', async () => {
  const { found, asked } = await ask(() => ({ errcode: 0, errmsg: 'ok', trace_id: '5f1a' }))
  expect(found).toEqual({ traceId: '5f1a' })
  expect(asked?.body).toEqual({ version: 2, scene: 2, openid: 'o1', media_type: 2, media_url: address })
})

test.each([
  [-1, 'later'],
  [44991, 'later'],
  [45009, 'look'],
  [61010, 'look'],
  [87020, 'look'],
  [40004, 'look'],
])('%i means “%s”', async (errcode, expected) => {
  expect((await ask(() => ({ errcode, errmsg: 'no' }))).found).toBe(expected)
})

test('no answer is asked for again; one without a name is for a person', async () => {
  const broken: Script = (_call, response) => void response.destroy()
  expect((await ask(broken)).found).toBe('later')
  expect((await ask(() => ({ errcode: 0, errmsg: 'ok' }))).found).toBe('look')
})

test('the event is read with what stands one level lower', () => {
  const body = { Event: 'wxa_media_check', FromUserName: 'o1', CreateTime: 1, trace_id: 't', errcode: 0 }
  const [line] = readEvent(JSON.stringify({ ...body, result: { suggest: 'pass', label: 100 } }))?.lines ?? []
  expect(line).toMatchObject({ trace_id: 't', errcode: '0', 'result.suggest': 'pass' })
})
