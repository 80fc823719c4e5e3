import { defaultTemplates } from '../../../scripts/wechat-simulator/seed'
import { fieldTypes } from '../../../scripts/wechat-simulator/shapes'
import { startWechat, type Wechat } from './start-wechat'

type FieldType = (typeof fieldTypes)[number]

const openid = `o${'a'.repeat(27)}`
/** One long-term template per field type, so that a test is one value. */
const templates = fieldTypes.map((type) => ({
  id: type,
  title: type,
  type: 3 as const,
  keys: [
    { key: `${type}1`, label: type, type, allowed: type === 'enum' || type === 'const' ? ['是', '否'] : [] },
  ],
}))

let wechat: Wechat
beforeAll(async () => {
  wechat = await startWechat({
    templates: [...templates, ...defaultTemplates],
    users: [{ openid }],
    subscriptions: [
      ...templates.map(({ id }) => ({ openid, templateId: id })),
      { openid, templateId: 'sim-template-progress', accepts: 1000 },
    ],
  })
})
afterAll(() => wechat.close())

async function send(template_id: string, data: unknown) {
  const { json } = await wechat.business('/cgi-bin/message/subscribe/send', {
    touser: openid,
    template_id,
    data,
  })
  return { errcode: json.errcode, errmsg: String(json.errmsg).replace(/ rid: .*/, '') }
}
const sendField = (type: FieldType, value: unknown) => send(type, { [`${type}1`]: { value } })

const good: [FieldType, string][] = [
  ['thing', '二十个字二十个字二十个字二十个字二十个字'],
  ['thing', 'A-1，建议 No.5（新）'],
  ['number', '-12.50'],
  ['number', '1'.repeat(32)],
  ['letter', 'abcXYZ'],
  ['symbol', '+-*/!'],
  ['character_string', 'JY-2026/001 #a'],
  ['time', '15:01'],
  ['time', '15:01:59'],
  ['time', '2026年11月21日 08:00'],
  ['time', '2026-11-21 08:00'],
  ['time', '08:00~17:30'],
  ['date', '2026年11月21日'],
  ['date', '2026年11月21日 08:00'],
  ['date', '2026年1月1日~2026年1月3日'],
  ['date', '2026-11-21'],
  ['date', '2026/11/21'],
  ['date', '2026.11.21'],
  ['date', '2026年11月'],
  ['date', '11月21日'],
  ['amount', '￥100.50'],
  ['amount', '¥1234567890元'],
  ['phone_number', '+86-0766-66888866'],
  ['car_number', '粤A8Z888挂'],
  ['name', '一二三四五六七八九十'],
  ['name', "Anne-Marie O'Neill"],
  ['phrase', '办理完毕了'],
  ['enum', '是'],
  ['const', '否'],
]

test.each(good)('%s takes %s', async (type, value) => {
  expect(await sendField(type, value)).toEqual({ errcode: 0, errmsg: 'ok' })
})

const bad: [FieldType, string][] = [
  ['thing', '二十个字二十个字二十个字二十个字二十个字多'],
  ['thing', '第一行\n第二行'],
  ['thing', '很好👍'],
  ['number', '1'.repeat(33)],
  ['number', '1,000'],
  ['number', '1.'],
  ['letter', 'abc1'],
  ['letter', 'a'.repeat(33)],
  ['symbol', '!!!!!!'],
  ['symbol', '!a'],
  ['character_string', '编号1'],
  ['character_string', 'a'.repeat(33)],
  ['time', '25:00'],
  ['time', '8:00'],
  ['time', '2026年11月21日'],
  ['time', '2026年13月1日 08:00'],
  ['time', '08:00~09:00~10:00'],
  ['time', '2026-11-21T08:00'],
  ['date', '08:00'],
  ['date', '2026年2月30日'],
  ['date', '2026-11/21'],
  ['date', '昨天'],
  ['amount', '100元'],
  ['amount', '￥12345678901'],
  ['phone_number', '1'.repeat(18)],
  ['phone_number', '电话110'],
  ['car_number', '粤A8Z8888挂'],
  ['car_number', 'A粤12345'],
  ['name', '一二三四五六七八九十一'],
  ['name', '王A'.repeat(6)],
  ['name', 'a'.repeat(21)],
  ['name', '张三2'],
  ['phrase', '一二三四五六'],
  ['phrase', 'OK'],
  ['enum', '也许'],
  ['const', '也许'],
]

test.each(bad)('%s refuses %j', async (type, value) => {
  const errmsg = `argument invalid! data.${type}1.value invalid`
  expect(await sendField(type, value)).toEqual({ errcode: 47003, errmsg })
})

test('a value that is not text is invalid', async () => {
  expect((await sendField('number', 5)).errmsg).toBe('argument invalid! data.number1.value invalid')
})

test.each([
  ['a missing key', {}],
  ['a missing value', { thing1: {} }],
  ['an empty value', { thing1: { value: '' } }],
  ['a value of spaces', { thing1: { value: '  ' } }],
  ['a null value', { thing1: { value: null } }],
  ['a value without its object', { thing1: '会议' }],
  ['no data at all', undefined],
  ['data as a JSON string', JSON.stringify({ thing1: { value: '会议' } })],
  ['data as a list', [{ value: '会议' }]],
])('%s is 47003, value is empty', async (_, data) => {
  const errmsg = 'argument invalid! data.thing1.value is empty'
  expect(await send('thing', data)).toEqual({ errcode: 47003, errmsg })
})

test('the first bad key in the order of the template is named', async () => {
  const data = { time3: { value: 'now' }, thing2: { value: '' }, character_string1: { value: 'A1' } }
  expect((await send('sim-template-progress', data)).errmsg).toBe(
    'argument invalid! data.thing2.value is empty',
  )
})

test('keys that the template does not have are ignored', async () => {
  expect((await send('thing', { thing1: { value: '会议' }, thing9: { value: '' } })).errcode).toBe(0)
})
