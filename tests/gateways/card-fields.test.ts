import { fitField } from '../../server/gateways/wechat/card-fields'
import { makeCard } from '../../server/gateways/wechat/make-card'
import { type PushKind, pushKinds } from '../../shared/words/messages'

const fits = (key: string, value: string) => 'value' in fitField(key, value)

test.each([
  ['thing2', '有一件事等您办理'],
  ['number1', '12.50'],
  ['number1', '9'.repeat(32)],
  ['letter3', 'Abc'],
  ['symbol1', '￥-'],
  ['character_string1', '2026-0001'],
  ['time3', '2026年11月21日 09:05'],
  ['time3', '09:05:30'],
  ['time3', '2026年11月21日 09:05~2026年11月22日 10:00'],
  ['date4', '2026年1月1日'],
  ['date4', '2026年11月21日 09:05'],
  ['amount5', '￥12.50元'],
  ['phone_number6', '0377-6321 0000'],
  ['car_number7', '豫R12345'],
  ['name8', '禾丰坝镇人大办'],
  ['name8', 'Chen Jing'],
  ['phrase9', '待办理'],
])('%s takes “%s”', (key, value) => {
  expect(fitField(key, value)).toEqual({ value })
})

test.each([
  ['number1', 'A1'],
  ['number1', '9'.repeat(33)],
  ['letter3', 'a1'],
  ['letter3', 'a'.repeat(33)],
  ['symbol1', '符号'],
  ['symbol1', '------'],
  ['character_string1', '豫建字1号'],
  ['character_string1', 'x'.repeat(33)],
  ['character_string1', ''],
  ['time3', '2026-11-21 09:05'],
  ['time3', '24:00'],
  ['date4', '2026年13月1日'],
  ['date4', '11月21日前'],
  ['amount5', '约十元'],
  ['amount5', '￥12345678901'],
  ['phone_number6', '1'.repeat(18)],
  ['car_number7', '豫R123456789'],
  ['name8', '一二三四五六七八九十一'],
  ['phrase9', '一二三四五六'],
  ['phrase9', '待办1'],
  ['thing2', ''],
  ['thing2', '🙂'],
  ['secret1', '任何值'],
])('%s does not take “%s”', (key, value) => {
  expect(fits(key, value)).toBe(false)
})

test('a line loses line breaks and emoji, and is cut at 20 characters, counted as people count', () => {
  expect(fitField('thing2', ' 修路\n灯🙂了 ')).toEqual({ value: '修路 灯了' })
  const cut = fitField('thing2', '𠮷'.repeat(25))
  expect('value' in cut && [...cut.value]).toHaveLength(20)
})

test('where the template lists what it takes, nothing else goes', () => {
  expect(fitField('enum1', '办理中', ['办理中', '已办结'])).toEqual({ value: '办理中' })
  expect(fitField('phrase1', '待办理', ['办理中', '已办结'])).toEqual({
    unfit: 'phrase1 只能是：办理中、已办结',
  })
})

test.each(Object.keys(pushKinds) as PushKind[])(
  'a card of “%s” fits every kind of field that it may fill',
  (kind) => {
    const template = {
      id: 'x',
      fields: {
        number: 'character_string1',
        phrase: 'thing2',
        status: 'phrase3',
        time: 'time4',
        hint: 'thing5',
      },
    }
    const card = makeCard(template, { kind, number: 'ABCD1234', time: '2026年11月21日 09:05' })
    expect('data' in card && Object.keys(card.data)).toEqual([
      'character_string1',
      'thing2',
      'phrase3',
      'time4',
      'thing5',
    ])
    const asDate = makeCard(
      { id: 'x', fields: { time: 'date4' } },
      { kind, number: '1', time: '2026年11月21日 09:05' },
    )
    expect('data' in asDate).toBe(true)
  },
)

test('a value that does not fit is named, and the card is not made', () => {
  const template = { id: 'x', fields: { number: 'number1' } }
  expect(makeCard(template, { kind: 'task', number: 'ABCD', time: '' })).toEqual({
    unfit: 'number1 只能是数字，不超过 32 位',
  })
})
