import { appid, secret, startWechat, type Wechat } from './start-wechat'

let wechat: Wechat
beforeEach(async () => {
  wechat = await startWechat()
})
afterEach(() => wechat.close())

const list = async (name: string, query: Record<string, string> = {}) =>
  (await wechat.ask(`/wxaapi/newtmpl/${name}`, query)).json

async function change(name: string, body: string | URLSearchParams, type?: string) {
  const url = `${wechat.simulator.url}/wxaapi/newtmpl/${name}?access_token=${await wechat.fetchToken()}`
  const headers = type ? { 'content-type': type } : undefined
  const answer = await fetch(url, { method: 'POST', body, ...(headers ? { headers } : {}) })
  return (await answer.json()) as Record<string, unknown>
}

const form = (changes: Record<string, string | string[]> = {}) => {
  const fields = { tid: '5003', kidList: ['1', '3'], sceneDesc: '会议通知', ...changes }
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return new URLSearchParams(pairs)
}
const add = (changes: Record<string, string | string[]> = {}) => change('addtemplate', form(changes))

test('the categories are those of the account', async () => {
  expect((await list('getcategory')).data).toEqual([{ id: 612, name: '政务民生' }])
})

test('the library has three titles, one-time and long-term', async () => {
  const { count, data } = await list('getpubtemplatetitles', { ids: '612', start: '0', limit: '30' })
  expect([count, (data as { type: number }[]).map(({ type }) => type)]).toEqual([3, [2, 2, 3]])
})

test('titles come in pages', async () => {
  const { count, data } = await list('getpubtemplatetitles', { ids: '1,612', start: '1', limit: '1' })
  expect([count, data]).toEqual([3, [{ tid: 5002, title: '待办提醒', type: 2, categoryId: '612' }]])
})

test('an account sees no titles of categories that it does not have', async () => {
  await wechat.control('/apps', { appid, secret, categories: [] })
  const { count } = await list('getpubtemplatetitles', { ids: '612', start: '0', limit: '30' })
  expect([count, (await list('getpubtemplatekeywords', { tid: '5001' })).errcode]).toEqual([0, 200014])
})

test.each<[number, Record<string, string>]>([
  [200018, { ids: '' }],
  [200019, { ids: 'a' }],
  [200016, { start: '-1' }],
  [200017, { limit: '31' }],
])('%i for titles with %j', async (errcode, changes) => {
  const query = { ids: '612', start: '0', limit: '30', ...changes }
  expect((await list('getpubtemplatetitles', query)).errcode).toBe(errcode)
})

test('a title has keywords with their types', async () => {
  const { data } = await list('getpubtemplatekeywords', { tid: '5001' })
  expect(data).toContainEqual({ kid: 2, name: '事项', example: '您的建议有新进展', rule: 'thing' })
})

test('the list of templates can be read line by line', async () => {
  const { data } = await list('gettemplate')
  expect((data as object[])[0]).toEqual({
    priTmplId: 'sim-template-progress',
    title: '办理进度提醒',
    content: '编号:{{character_string1.DATA}}\n事项:{{thing2.DATA}}\n时间:{{time3.DATA}}\n',
    example: '编号:示例\n事项:示例\n时间:示例\n',
    type: 2,
  })
})

test('an added template is in the list, with the values that its enum allows', async () => {
  const { priTmplId } = await add()
  expect((await list('gettemplate')).data).toContainEqual({
    priTmplId,
    title: '会议通知',
    content: '会议:{{thing1.DATA}}\n状态:{{enum3.DATA}}\n',
    example: '会议:主席团会议\n状态:已确定\n',
    type: 3,
    keywordEnumValueList: [{ keywordCode: 'enum3', enumValueList: ['已确定', '已改期', '已取消'] }],
  })
})

test('keywords with indexes count the same', async () => {
  const body = 'tid=5003&kidList%5B0%5D=3&kidList%5B1%5D=1&sceneDesc=a'
  const { errcode } = await change('addtemplate', body, 'application/x-www-form-urlencoded')
  expect(errcode).toBe(0)
})

test('an added template can be subscribed to and sent', async () => {
  const id = String((await add()).priTmplId)
  const openid = await wechat.addUser()
  await wechat.control(`/users/${openid}/subscribe`, { tmplIds: [id] })
  const data = { thing1: { value: '主席团会议' }, enum3: { value: '已改期' } }
  const { json } = await wechat.business('/cgi-bin/message/subscribe/send', {
    touser: openid,
    template_id: id,
    data,
  })
  expect(json.errcode).toBe(0)
})

test('a body of JSON has no tid', async () => {
  const body = JSON.stringify({ tid: '5003', kidList: [1, 3], sceneDesc: '会议通知' })
  expect(await change('addtemplate', body, 'application/json')).toMatchObject({
    errcode: 200014,
    errmsg: expect.stringMatching(/^missing parameter tid rid: /) as string,
  })
})

test.each<[number, Record<string, string | string[]>]>([
  [200014, { tid: '1' }],
  [200020, { kidList: ['1'] }],
  [200020, { kidList: ['1', '1'] }],
  [200020, { kidList: ['1', '9'] }],
  [200020, { tid: '5001', kidList: ['1', '2', '3', '4', '5', '6'] }],
  [200021, { sceneDesc: '' }],
  [200021, { sceneDesc: '一'.repeat(16) }],
])('%i for adding with %j', async (errcode, changes) => {
  expect((await add(changes)).errcode).toBe(errcode)
})

test('the same template a second time is 200022, in another order it is another', async () => {
  await add()
  expect([(await add()).errcode, (await add({ kidList: ['3', '1'] })).errcode]).toEqual([200022, 0])
})

test('a 26th template is 200012', async () => {
  expect(wechat.simulator.state.limits.privateTemplates).toBe(25)
  wechat.simulator.state.limits.privateTemplates = 2
  expect((await add()).errcode).toBe(200012)
})

test('an account whose messages are banned adds none', async () => {
  wechat.simulator.state.apps[0]!.messagesBanned = true
  expect((await add()).errcode).toBe(200011)
})

describe('a deleted template', () => {
  const remove = (priTmplId: string) => change('deltemplate', new URLSearchParams({ priTmplId }))

  test('is 40037 when it is sent', async () => {
    const openid = await wechat.addUser()
    await wechat.control(`/users/${openid}/subscribe`, { tmplIds: ['sim-template-task'] })
    expect((await remove('sim-template-task')).errcode).toBe(0)
    const body = { touser: openid, template_id: 'sim-template-task', data: {} }
    expect((await wechat.business('/cgi-bin/message/subscribe/send', body)).json.errcode).toBe(40037)
  })

  test('may be named in JSON', async () => {
    const body = JSON.stringify({ priTmplId: 'sim-template-task' })
    expect((await change('deltemplate', body, 'application/json')).errcode).toBe(0)
  })

  test('added anew has another id and no accepts', async () => {
    const id = String((await add()).priTmplId)
    const openid = await wechat.addUser()
    await wechat.control(`/users/${openid}/subscribe`, { tmplIds: [id] })
    await remove(id)
    expect((await add()).priTmplId).not.toBe(id)
    expect(wechat.simulator.state.subscriptions).toEqual([])
  })

  test('that is not there is 20001, and without an id 20002', async () => {
    expect([(await remove('nothing')).errcode, (await remove('')).errcode]).toEqual([20001, 20002])
  })
})
