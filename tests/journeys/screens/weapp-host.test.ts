/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { createPhone } from '../../support/weapp/phone'
import { compileTinyProgram } from '../../support/weapp/tiny-program'

type Told = { errMsg: string }
type Call = (options: object) => void

const bundle = compileTinyProgram()
const apiBase = 'http://server.invalid'
const phones: { close: () => void }[] = []

afterAll(() => phones.forEach((phone) => phone.close()))

/** A phone that shows the tab page; its requests are never answered. */
function openPhone({ privacyAgreed = true } = {}) {
  const phone = createPhone(bundle, {
    apiBase,
    carry: () => new Promise(() => {}),
    upload: () => new Promise(() => {}),
    loginCode: () => Promise.resolve('code'),
    subscribe: () => Promise.resolve({ errMsg: 'requestSubscribeMessage:ok', a: 'accept' }),
    setting: () => Promise.resolve({ subscriptionsSetting: {} }),
    phoneCode: () => Promise.resolve({ errMsg: 'getPhoneNumber:ok', code: 'code' }),
    privacyAgreed,
    now: () => Date.parse('2026-11-23T01:00:00.000Z'),
    storage: new Map(),
  })
  phones.push(phone)
  const { host } = phone
  host.launch('/pages/tab', 1001)
  const wx = host.wx as Record<string, Call | undefined>
  const ask = (name: string, options: object = {}) =>
    new Promise<string>((resolve) => {
      const told = ({ errMsg }: Told) => resolve(errMsg)
      wx[name]?.({ ...options, success: told, fail: told })
    })
  const read = (id: string) => host.pages.top()?.element.querySelector(`#${id}`)?.textContent
  return { host, wx, ask, read }
}

test.each([
  ['navigateTo', '/pages/tab', 'navigateTo:fail can not navigateTo a tabbar page'],
  ['redirectTo', '/pages/tab', 'redirectTo:fail can not redirectTo a tabbar page'],
  ['switchTab', '/pages/plain', 'switchTab:fail can not switch to no-tabBar page'],
  ['navigateTo', '/pages/nowhere', 'navigateTo:fail page "pages/nowhere" is not found'],
])('%s to %s is refused', async (call, url, refusal) => {
  const { ask, host } = openPhone()
  expect(await ask(call, { url })).toBe(refusal)
  expect(host.record.refused).toEqual([refusal])
})

test('an eleventh page is refused', async () => {
  const { ask, host } = openPhone()
  for (let opened = 1; opened < 10; opened += 1) {
    expect(await ask('navigateTo', { url: `/pages/plain?name=${opened}` })).toBe('navigateTo:ok')
  }
  expect(await ask('navigateTo', { url: '/pages/plain' })).toBe('navigateTo:fail webview count limit exceed')
  expect(host.pages.all()).toHaveLength(10)
})

test('a count is drawn beside a tab, and refused where there are no tabs', async () => {
  const { ask, host } = openPhone()
  expect(await ask('setTabBarBadge', { index: 0, text: '2' })).toBe('setTabBarBadge:ok')
  expect([...host.record.badges]).toEqual([[0, '2']])
  await ask('navigateTo', { url: '/pages/plain' })
  expect(await ask('removeTabBarBadge', { index: 0 })).toBe('removeTabBarBadge:fail not TabBar page')
  expect([...host.record.badges]).toEqual([[0, '2']])
})

test('the values of an address arrive as they are written', async () => {
  const { ask, read } = openPhone()
  await ask('navigateTo', { url: '/pages/plain?name=%E4%BA%BA%3D1' })
  expect(read('name')).toBe('%E4%BA%BA%3D1')
})

test('more than a megabyte in one setData is refused', () => {
  const { host } = openPhone()
  const page = host.pages.top()?.root.get() as object as { setData: (data: object) => void }
  page.setData({ globals: 'x'.repeat(1000) })
  expect(() => page.setData({ globals: 'x'.repeat(1024 * 1024) })).toThrow(/more than 1048576/)
  expect(host.record.setData.calls).toBe(2)
})

test('the question about messages is refused outside a tap, and after a pause within one', async () => {
  const { ask, host } = openPhone()
  const refusal = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.'
  expect(await ask('requestSubscribeMessage', { tmplIds: ['a'] })).toBe(refusal)
  let inTap: Promise<string> | undefined
  let later: Promise<string> | undefined
  const element = host.pages.top()?.element.querySelector('#globals')
  element?.addEventListener('mouseup', () => {
    inTap = ask('requestSubscribeMessage', { tmplIds: ['a'] })
    later = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
      ask('requestSubscribeMessage', { tmplIds: ['a'] }),
    )
  })
  if (element) host.fingers.tap(element)
  expect(await inTap).toBe('requestSubscribeMessage:ok')
  expect(await later).toBe(refusal)
})

test('a “yes” to the question about privacy counts only after a tap on the button that it names', async () => {
  const { ask, host, wx } = openPhone({ privacyAgreed: false })
  const answers = [{ event: 'agree', buttonId: 'nobody-tapped' }, { event: 'disagree' }]
  const listen = wx.onNeedPrivacyAuthorization as unknown as (
    listener: (resolve: (answer: object) => void) => void,
  ) => void
  expect(await ask('setClipboardData', { data: 'x' })).toMatch(/not authorized$/)
  listen((resolve) => resolve(answers.shift() ?? {}))
  expect([await ask('setClipboardData', { data: 'x' }), await ask('chooseImage')]).toEqual([
    'setClipboardData:fail privacy permission is not authorized',
    'chooseImage:fail privacy permission is not authorized',
  ])
  expect(host.record.refused).toEqual([
    'setClipboardData:fail nobody listens to onNeedPrivacyAuthorization',
    'resolve:fail the button of agreement has not been tapped',
  ])
  expect(host.record.clipboard).toBe('')
})

test('another host is refused, and an eleventh request at once', async () => {
  const { ask, host } = openPhone()
  expect(await ask('request', { url: 'https://elsewhere.invalid/api' })).toBe(
    'request:fail url not in domain list',
  )
  for (let sent = 0; sent < 10; sent += 1) void ask('request', { url: `${apiBase}/api/${sent}` })
  expect(await ask('request', { url: `${apiBase}/api/11` })).toBe(
    'request:fail exceed max concurrent requests',
  )
  expect(host.record.refused).toHaveLength(2)
})

test('a name that WeChat does not know is undefined and written down', () => {
  const { wx, host } = openPhone()
  expect(wx.summonDragon).toBeUndefined()
  expect([...host.record.missing]).toEqual(['summonDragon'])
})

test('scripts find neither a browser nor the newest built-ins', () => {
  const { read } = openPhone()
  expect(new Set(read('globals')?.split(' '))).toEqual(new Set(['undefined']))
})

test('a script of another package can not be required', async () => {
  const { ask, host } = openPhone()
  await ask('navigateTo', { url: '/sub/page' })
  expect(host.pages.top()?.element.textContent).toBe('1')
  void ask('navigateTo', { url: '/pages/thief' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(host.record.errors[0]).toContain('pages/thief.js requires sub/own.js of another package')
})

test('a tab page stays alive behind another one, and every other page is gone', async () => {
  const { ask, host } = openPhone()
  const tab = host.pages.top()
  await ask('navigateTo', { url: '/pages/plain?name=a' })
  await ask('switchTab', { url: '/pages/tab' })
  expect(host.pages.all()).toEqual([tab])
})
