const kept = new Map<string, unknown>()
let isBroken = false
let scale: number | undefined
const maybe = <T>(act: () => T): T => {
  if (isBroken) throw new Error('setStorageSync:fail')
  return act()
}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (name: string) => maybe(() => kept.get(name) ?? ''),
    setStorageSync: (name: string, value: unknown) => maybe(() => void kept.set(name, value)),
    removeStorageSync: (name: string) => maybe(() => void kept.delete(name)),
    getAppBaseInfo: () => (scale === undefined ? {} : { fontSizeScaleFactor: scale }),
    getStorageInfoSync: () => maybe(() => ({ keys: [...kept.keys()] })),
  },
}))

import {
  copyName,
  copyUnder,
  dropCopiesOf,
  dropOldCopies,
  keepCopy,
} from '../../miniprogram/src/client/copies'
import {
  countDrafts,
  dropDraftsOf,
  dropOldDrafts,
  keepDraft,
  recallDraft,
} from '../../miniprogram/src/client/drafts'
import { forget, recall, remember } from '../../miniprogram/src/client/store'
import { elderSizes, isElder, isElderOffered } from '../../miniprogram/src/hooks/use-elder'
import { fittingValues } from '../../miniprogram/src/hooks/use-form'
import { opinionForm } from '../../shared/matters/opinion/endpoints'

const mine = { account: 'a'.repeat(26), about: 'opinion:t' }
const theirs = { account: 'b'.repeat(26), about: 'opinion:t' }
const place = `draft:${mine.account}:opinion:t`

beforeEach(() => {
  kept.clear()
  isBroken = false
  process.env.TARO_ENV = 'weapp'
})

test('a draft is its account’s: another one on the same phone finds nothing, and it goes when its owner leaves', () => {
  keepDraft(mine, { values: { text: '灯坏了' } })
  keepDraft(theirs, { values: { text: '桥断了' } })
  expect([recallDraft(mine)?.values, countDrafts(mine.account)]).toEqual([{ text: '灯坏了' }, 1])
  dropDraftsOf(mine.account)
  expect([recallDraft(mine), recallDraft(theirs)?.values]).toEqual([undefined, { text: '桥断了' }])
})

test('a draft of before keeps its words; what its key sent is asked about, because nobody knows what it was', () => {
  kept.set('draft:opinion:t', { values: { text: '灯坏了' }, key: 'k-12345678' })
  expect(recallDraft(mine)).toEqual({
    values: { text: '灯坏了' },
    sending: { key: 'k-12345678', input: null },
  })
  expect([...kept.keys()]).toEqual([place])
})

test('in a browser, where it may be anybody’s, a draft of before is nobody’s', () => {
  process.env.TARO_ENV = 'h5'
  kept.set('draft:opinion:t', { values: { text: '灯坏了' }, key: 'k-12345678' })
  expect(recallDraft(mine)).toBeUndefined()
  expect(kept.size).toBe(0)
})

test.each([
  [7],
  ['{'],
  [null],
  [[1]],
  [{ values: 'x', key: 3 }],
  [{ values: [1], sending: 'x' }],
  [{ sending: { key: '' } }],
])('what is broken is read as far as it can be: %j', (broken) => {
  kept.set(place, broken)
  expect(recallDraft(mine)?.sending).toBeUndefined()
  expect(fittingValues(opinionForm, recallDraft(mine)?.values)).toEqual({})
})

test('of a draft of another version only what the form can hold is taken', () => {
  const values = {
    text: '灯坏了',
    kind: ['report'],
    deputyId: { a: 1 },
    gone: 'x',
    unnamed: 'yes',
    name: '李秀英',
  }
  expect(fittingValues(opinionForm, values)).toEqual({ text: '灯坏了', name: '李秀英' })
})

test('with a storage that is full or broken the phone remembers until it is closed', () => {
  remember('token', 'x'.repeat(43))
  isBroken = true
  expect(keepDraft(mine, { values: { text: '灯坏了' } })).toBe(false)
  expect(recallDraft(mine)?.values).toEqual({ text: '灯坏了' })
  expect(recall('token')).toBe('')
  remember('token', 'y'.repeat(43))
  expect(recall('token')).toBe('y'.repeat(43))
  forget('token')
  expect(recall('token')).toBe('')
})

test.each([['坏 了'], ['a\nb'], [{ token: 1 }], ['short']])(
  'what cannot be a token is none: %j',
  (broken) => {
    kept.set('token', broken)
    kept.set('town', broken)
    expect([recall('token'), recall('town')]).toEqual(['', ''])
  },
)

const day = 24 * 3_600_000

test('a draft ends a month after its last word', () => {
  keepDraft(mine, { values: { text: '灯坏了' } })
  dropOldDrafts(Date.now() + 29 * day)
  expect(recallDraft(mine)?.values).toEqual({ text: '灯坏了' })
  dropOldDrafts(Date.now() + 31 * day)
  expect(recallDraft(mine)).toBeUndefined()
})

test('what was read is its account’s, goes with it, and ends after three days; what everybody sees stays', () => {
  expect(copyName('/api/me', false)).toBeUndefined()
  remember('account', mine.account)
  const [own, open] = [copyName('/api/me', false) ?? '', copyName('/api/towns', true) ?? '']
  keepCopy(own, { name: '李秀英' })
  keepCopy(open, { towns: [] })
  expect(copyUnder(own)?.data).toEqual({ name: '李秀英' })
  dropCopiesOf(theirs.account)
  expect(copyUnder(own)).toBeDefined()
  dropCopiesOf(mine.account)
  expect([copyUnder(own), copyUnder(open)?.data]).toEqual([undefined, { towns: [] }])
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 4 * day)
  expect(copyUnder(open)).toBeUndefined()
  dropOldCopies()
  later.mockRestore()
  expect([...kept.keys()]).toEqual(['account'])
})

test('of what was read only the last is kept, nothing large, and nothing where there is no room', () => {
  remember('account', mine.account)
  const nameOf = (at: number) => copyName(`/api/${at}`, true) ?? ''
  for (let at = 0; at < 45; at += 1) keepCopy(nameOf(at), at)
  expect([copyUnder(nameOf(4)), copyUnder(nameOf(5))?.data]).toEqual([undefined, 5])
  keepCopy(nameOf(5), '字'.repeat(60_000))
  expect(copyUnder(nameOf(5))).toBeUndefined()
  expect([...kept.keys()].filter((name) => name.startsWith('copy:'))).toHaveLength(39)
})
test.each([
  [undefined, false, false, undefined],
  [1, false, false, undefined],
  [1.25, false, true, undefined],
  [1.4, true, false, undefined],
  [1.6, true, false, '--title:33px;--heading:29px;--body:27px;--note:23px'],
  [3, true, false, '--title:36px;--heading:32px;--body:30px;--note:26px'],
])(
  'WeChat writes %s times as large: large letters by themselves, or asked once, and as large as fits',
  (factor, on, asked, sizes) => {
    scale = factor
    expect([isElder(), isElderOffered(), elderSizes()]).toEqual([on, asked, sizes])
    remember('elder', 'off')
    expect([isElder(), isElderOffered()]).toEqual([false, false])
    remember('elder', 'on')
    expect([isElder(), isElderOffered()]).toEqual([true, false])
  },
)
