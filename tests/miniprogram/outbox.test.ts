const kept = new Map<string, unknown>()
const asked: { path: string; key: string | undefined; data: unknown; at: number }[] = []
const told: string[] = []
let hasLine = true
let holder = ''
let endedOnce = false

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (name: string) => kept.get(name) ?? '',
    // What lies in a storage is a copy of what was put there.
    setStorageSync: (name: string, value: unknown) =>
      void kept.set(name, JSON.parse(JSON.stringify(value)) as unknown),
    removeStorageSync: (name: string) => void kept.delete(name),
    getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
    eventCenter: {
      on: () => undefined,
      off: () => undefined,
      trigger: (name: string) => void told.push(name),
    },
    onNetworkStatusChange: () => undefined,
    request({ url, header, data }: { url: string; header: Record<string, string>; data: unknown }) {
      asked.push({ path: url, key: header['idempotency-key'], data, at: Date.now() })
      return hasLine ? Promise.resolve(answerOf(url)) : Promise.reject(new Error('request:fail'))
    },
  },
}))

/** What the server says to either build. */
function answerOf(url: string) {
  if (url !== '/api/me') return { statusCode: 200, data: {} }
  if (!endedOnce) return { statusCode: 200, data: { account: holder } }
  endedOnce = false
  return { statusCode: 401, data: { code: 'sign_in_needed', message: '请先登录。' } }
}
const answerOfBrowser = (url: string) => {
  const { statusCode, data } = answerOf(url)
  return Promise.resolve(new Response(JSON.stringify(data), { status: statusCode }))
}

import { showMe } from '../../shared/api/sign-in'
import type { Label } from '../../miniprogram/src/client/outbox'

const [mine, theirs] = ['a'.repeat(26), 'b'.repeat(26)]
const label: Label = { account: mine, about: 'opinion:t', title: '路灯坏了', page: 'pages/write?town=t' }
const letter = { path: '/api/towns/t/opinions', method: 'POST' as const, data: { text: '路灯坏了' } }
const key = 'key-of-one-sending'
const day = 24 * 3_600_000

/** The program as it is when it has just been opened; what it has kept is there. */
async function opened() {
  jest.resetModules()
  jest.clearAllTimers()
  const { copyUnder, keepCopy } = await import('../../miniprogram/src/client/copies')
  const { keepDraft, recallDraft } = await import('../../miniprogram/src/client/drafts')
  const { waitingOf } = await import('../../miniprogram/src/client/outbox')
  const { ask } = await import('../../miniprogram/src/client/ask')
  const { readSteadily } = await import('../../miniprogram/src/client/reading')
  return {
    ...{ ask, copyUnder, keepCopy, keepDraft, readSteadily, recallDraft, waitingOf },
    ...(await import('../../miniprogram/src/client/postman')),
  }
}

/** Of what was sent, without who one is. */
const letters = () => asked.filter(({ path }) => path === letter.path)

beforeEach(() => {
  jest.useFakeTimers()
  Object.assign(globalThis, { API_BASE: '', CLOUD_ENV: '', CLOUD_SERVICE: '' })
  process.env.TARO_ENV = 'weapp'
  kept.clear()
  kept.set('token', 't'.repeat(40))
  kept.set('account', mine)
  asked.length = 0
  told.length = 0
  hasLine = true
  endedOnce = false
  holder = mine
})
afterEach(() => jest.useRealTimers())

/** Sent where there is no line: it is on the phone. */
async function waits() {
  const phone = await opened()
  hasLine = false
  await expect(phone.dispatch(key, label, letter)).rejects.toThrow('网络不好')
  expect(phone.waitingOf(mine)).toMatchObject([{ key, state: 'waiting', tries: 1, letter }])
  return phone
}

test('what waits is tried again after longer and longer pauses, and goes once when there is a line', async () => {
  const phone = await waits()
  const begun = Date.now()
  phone.deliverSoon()
  await jest.advanceTimersByTimeAsync(1100_000)
  const tries = asked
    .filter(({ path }) => path === '/api/me')
    .map(({ at }) => Math.round((at - begun) / 1000))
  expect(tries).toEqual([5, 20, 65, 185, 485, 1085])
  hasLine = true
  await jest.advanceTimersByTimeAsync(600_000)
  expect([letters().length, phone.waitingOf(mine).map(({ state }) => state)]).toEqual([2, ['arrived']])
  expect(letters().map((one) => [one.key, one.data])).toEqual([
    [key, letter.data],
    [key, letter.data],
  ])
  // Nothing waits: nobody is asked any more.
  const soFar = asked.length
  await jest.advanceTimersByTimeAsync(3600_000)
  expect(asked).toHaveLength(soFar)
})

test('what waits is there when the program is opened again, and goes under the same key', async () => {
  await waits()
  hasLine = true
  const phone = await opened()
  phone.deliverWhenOnline()
  await jest.advanceTimersByTimeAsync(10)
  expect(letters().map((one) => one.key)).toEqual([key, key])
  expect(phone.waitingOf(mine)).toMatchObject([{ state: 'arrived' }])
  // It is seen for two days, and then gone by itself.
  await jest.advanceTimersByTimeAsync(2 * day + 1)
  await phone.deliverAll()
  expect(phone.waitingOf(mine)).toEqual([])
})

test('what waited for six days is not sent by itself, because the server may know its key no longer', async () => {
  const phone = await waits()
  jest.setSystemTime(Date.now() + 6 * day + 1)
  hasLine = true
  await phone.deliverAll()
  expect(letters()).toHaveLength(1)
  const [one] = phone.waitingOf(mine)
  expect([one?.state, one?.sentence]).toEqual([
    'refused',
    '在手机里等了太久，没有自动送出。请打开看看，还要送的再送一次。',
  ])
})

test('another account on the same phone sends nothing of it, and it waits on for its own', async () => {
  const phone = await waits()
  hasLine = true
  holder = theirs
  await phone.deliverAll()
  expect([letters().length, phone.waitingOf(mine)[0]?.state, phone.waitingOf(theirs)]).toEqual([
    1,
    'waiting',
    [],
  ])
  holder = mine
  await phone.deliverAll()
  expect([letters().length, phone.waitingOf(mine)[0]?.state]).toEqual([2, 'arrived'])
})

test('a page that takes longer than three seconds shows its last copy, and what comes then is for whoever asks next', async () => {
  const phone = await opened()
  const path = '/api/towns/t/work'
  phone.keepCopy(`copy:${mine}:${path}`, { items: ['before'] })
  const later = () =>
    new Promise<{ statusCode: number; data: unknown }>((resolve) =>
      setTimeout(() => resolve({ statusCode: 200, data: { items: ['now'] } }), 4000),
    )
  const shown: unknown[] = []
  void phone.readSteadily(path, false, later).then(({ data }) => shown.push(data))
  await jest.advanceTimersByTimeAsync(2999)
  expect(shown).toEqual([])
  await jest.advanceTimersByTimeAsync(1)
  expect(shown).toEqual([{ items: ['before'] }])
  await jest.advanceTimersByTimeAsync(1000)
  expect(told).toContain('fresher')
  expect((await phone.readSteadily(path, false, later)).data).toEqual({ items: ['now'] })
})

test('where a sign-in has ended its copies go at once; what was written stays for whoever signs in again', async () => {
  const phone = await opened()
  const copy = `copy:${mine}:/api/towns/t/work`
  phone.keepCopy(copy, { items: [] })
  phone.keepCopy('copy:-:/api/towns/t', { name: '禾丰坝镇' })
  const draft = { account: mine, about: 'opinion:t' }
  phone.keepDraft(draft, { values: { text: '写到一半' } })
  endedOnce = true
  process.env.TARO_ENV = 'h5'
  Object.assign(globalThis, { window: { innerWidth: 390 }, fetch: answerOfBrowser })
  kept.set('persona', '-')
  await expect(phone.ask(showMe, {})).rejects.toThrow('请先登录。')
  expect([phone.copyUnder(copy), phone.copyUnder('copy:-:/api/towns/t')?.data]).toEqual([
    undefined,
    { name: '禾丰坝镇' },
  ])
  // Also after the page was loaded anew.
  expect((await opened()).recallDraft(draft)?.values).toEqual({ text: '写到一半' })
})
