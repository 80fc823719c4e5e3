import { readEnv } from '../../server/env'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { startScriptedWechat } from '../support/scripted-wechat'
import { wechatConfig } from '../support/wechat-config'

/** `gettemplate` as WeChat prints it, one row changed at a time. */
const row = (id: string, more: Record<string, unknown> = {}) => ({
  priTmplId: id,
  title: '待办提醒',
  content: '编号:{{character_string1.DATA}}\n事项:{{thing2.DATA}}\n时间:{{time3.DATA}}\n',
  example: '编号:1\n',
  type: 2,
  ...more,
})
const servers: Awaited<ReturnType<typeof startScriptedWechat>>[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function wechatWith(templates: unknown[], configured?: Record<string, unknown>) {
  const server = await startScriptedWechat({
    '/wxaapi/newtmpl/gettemplate': () => ({ errcode: 0, errmsg: 'ok', data: templates }),
    '/cgi-bin/message/subscribe/send': () => '{"errcode":0,"errmsg":"ok","msgid":1}',
  })
  servers.push(server)
  const vars = wechatConfig(server.url)
  const env = readEnv({
    NODE_ENV: 'test',
    ...vars,
    ...(configured
      ? {
          WECHAT_TEMPLATES: JSON.stringify({
            ...(JSON.parse(vars.WECHAT_TEMPLATES) as object),
            ...configured,
          }),
        }
      : {}),
  })
  return { server, wechat: createWechat(env.wechat, () => new Date('2026-11-23T01:00:00Z')) }
}
const progress = row('sim-template-progress')
const push = {
  openid: 'o1',
  kind: 'task',
  number: 'ABCD1234',
  time: '2026年11月23日 09:00',
  page: 'pages/inbox',
} as const

test('templates that fit have no problem, and cards leave', async () => {
  const { wechat } = await wechatWith([row('sim-template-task'), progress])
  expect(await wechat.checkTemplates()).toEqual([])
  expect((await wechat.sendPush(push)).end).toBe('sent')
})

test('a template that is gone is named', async () => {
  const { wechat } = await wechatWith([progress])
  expect(await wechat.checkTemplates()).toEqual([
    'WECHAT_TEMPLATES 的 task：小程序后台没有模板 sim-template-task，请到“订阅消息 ▸ 我的模板”核对。',
  ])
})

test('a key that the template has and nobody filled is named, and no card leaves that WeChat would refuse', async () => {
  const more =
    '编号:{{character_string1.DATA}}\n事项:{{thing2.DATA}}\n时间:{{time3.DATA}}\n地点:{{thing4.DATA}}\n'
  const { wechat, server } = await wechatWith([row('sim-template-task', { content: more }), progress])
  expect(await wechat.checkTemplates()).toEqual([
    'WECHAT_TEMPLATES 的 task（“待办提醒”）：模板的 thing4（地点）还没有写放哪一项。',
  ])
  expect(await wechat.sendPush(push)).toEqual({
    end: 'dead',
    reason: 'WECHAT_TEMPLATES 和模板对不上：还没有写 thing4 放哪一项',
  })
  expect(server.callsOf('/cgi-bin/message/subscribe/send')).toEqual([])
})

test('a key that the template does not have is named with those it has', async () => {
  const { wechat } = await wechatWith([
    row('sim-template-task', {
      content: '编号:{{character_string1.DATA}}\n事项:{{thing5.DATA}}\n时间:{{time3.DATA}}',
    }),
    progress,
  ])
  expect((await wechat.checkTemplates())[0]).toBe(
    'WECHAT_TEMPLATES 的 task（“待办提醒”）：模板里没有 thing2，只有 character_string1、thing5、time3。',
  )
})

test('a value outside the template’s own list is named, and not sent', async () => {
  const own = { task: { id: 'sim-template-task', fields: { status: 'phrase1' } } }
  const { wechat, server } = await wechatWith(
    [
      row('sim-template-task', {
        content: '状态:{{phrase1.DATA}}\n',
        keywordEnumValueList: [{ keywordCode: 'phrase1.DATA', enumValueList: ['办理中', '已办结'] }],
      }),
      progress,
    ],
    own,
  )
  expect(await wechat.checkTemplates()).toEqual([
    'WECHAT_TEMPLATES 的 task（“待办提醒”）：phrase1 只能是：办理中、已办结。',
  ])
  expect((await wechat.sendPush(push)).end).toBe('dead')
  expect(server.callsOf('/cgi-bin/message/subscribe/send')).toEqual([])
})

test('a number with letters cannot go into a field for digits: said at the start, not found out at the first push', async () => {
  const own = { task: { id: 'sim-template-task', fields: { number: 'number1' } } }
  const { wechat } = await wechatWith(
    [row('sim-template-task', { content: '编号:{{number1.DATA}}' }), progress],
    own,
  )
  expect(await wechat.checkTemplates()).toEqual([
    'WECHAT_TEMPLATES 的 task（“待办提醒”）：number1 只能是数字，不超过 32 位。',
  ])
})

test('long-term and one-time are not confused', async () => {
  const { wechat } = await wechatWith([row('sim-template-task', { type: 3 }), progress])
  expect(await wechat.checkTemplates()).toEqual([
    'WECHAT_TEMPLATES 的 task（“待办提醒”）是长期订阅，请写上 "longTerm": true。',
  ])
})
