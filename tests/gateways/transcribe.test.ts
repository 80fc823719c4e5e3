import { readEnv } from '../../server/env'
import { transcribe } from '../../server/gateways/wechat/transcribe'
import { callWechat } from '../../server/gateways/wechat/call'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { type Script, startScriptedWechat } from '../support/scripted-wechat'
import { wechatConfig } from '../support/wechat-config'

const servers: Awaited<ReturnType<typeof startScriptedWechat>>[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const [add, query] = ['addvoicetorecofortext', 'queryrecoresultfortext'].map(
  (name) => `/cgi-bin/media/voice/${name}`,
) as [string, string]
const taken: Script = () => ({ errcode: 0, errmsg: 'ok' })

async function hear(answer: Script, heard: Script) {
  const server = await startScriptedWechat({ [add]: answer, [query]: heard })
  servers.push(server)
  const ask = transcribe(callWechat(server.url, 500), (call) => call('t'), [1, 1, 1])
  return { found: await ask('voice1', Buffer.from('\u00ff\u00fbsound')), server }
}

test('the file goes as WeChat wants it, and what it hears comes back', async () => {
  const { found, server } = await hear(taken, () => ({ result: ' 桥栏断了。' }))
  expect(found).toEqual({ text: '桥栏断了。' })
  const [asked] = server.callsOf(add)
  expect(asked?.query).toEqual({ access_token: 't', voice_id: 'voice1', lang: 'zh_CN', format: 'mp3' })
  expect(asked?.body).toMatch(/name="media"; filename="voice.mp3"[^]*sound/)
  expect(server.callsOf(query)[0]?.query).toEqual({ access_token: 't', voice_id: 'voice1', lang: 'zh_CN' })
})

test('it is asked a few times, and then nothing was said', async () => {
  const { found, server } = await hear(taken, () => ({ result: '' }))
  expect([found, server.callsOf(query).length]).toEqual(['never', 3])
})

test.each([
  [-1, 'later'],
  [45009, 'later'],
  [40001, 'later'],
  [40004, 'never'],
  [48001, 'never'],
])('%i means “%s”', async (errcode, expected) => {
  const no: Script = () => ({ errcode, errmsg: 'no' })
  expect((await hear(no, taken)).found).toBe(expected)
  expect((await hear(taken, no)).found).toBe(expected)
})

test('without an answer it is asked later, within our own time', async () => {
  const broken: Script = (_call, response) => void response.destroy()
  const silent: Script = () => undefined
  expect((await hear(broken, taken)).found).toBe('later')
  expect((await hear(taken, silent)).found).toBe('later')
})

test('only where the operator wants it', () => {
  const of = (more: object) =>
    createWechat(readEnv({ NODE_ENV: 'test', ...wechatConfig('http://127.0.0.1:1'), ...more }).wechat)
  expect(of({}).transcribe).toBeUndefined()
  expect(of({ WECHAT_TRANSCRIBE: 'on' }).transcribe).toBeDefined()
})
