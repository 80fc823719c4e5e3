import { answerDeskRequest } from '../../../shared/api/desk'
import { createBrowser } from '../../support/browser-client'
import { createH5Driver, desk, type H5Driver, phone } from '../../support/screens/h5-driver'
import { ownPassword, setOwnPassword } from '../../support/own-password'
import { scanEntryCode } from '../../support/screens/scan-entry-code'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestPerson, TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForAllTests((begun) => ({ server, town } = begun), { personas: false })

async function atEntry() {
  const browser = await createH5Driver(server, undefined, desk)
  await browser.open('/pages/desk-sign-in')
  await browser.see('核对数字')
  await browser.tapId('action-password')
  return browser
}
async function enter(browser: H5Driver, name: string, code: string, typed = ownPassword) {
  await browser.type('登录名', name)
  await browser.type('密码', typed)
  await browser.type('验证码', code)
  await browser.confirm()
}
const isIn = async (browser: H5Driver) => {
  await browser.notSee('核对数字')
  await browser.open('/pages/devices')
  await browser.see('现在用的')
}

test('name, password and time-based code open the desk; a wrong password is said and what was typed stays', async () => {
  const { codeNow } = await setOwnPassword(server, town.office, '镇人大办陈静')
  const browser = await atEntry()
  await enter(browser, '镇人大办陈静', codeNow(), '不是这一个密码不是')
  await browser.see('登录名、密码或验证码不对')
  expect(await browser.page.locator('.sheet input').first().inputValue()).toBe('镇人大办陈静')
  await enter(browser, '镇人大办陈静', codeNow())
  await isIn(browser)
  await browser.close()
})

test('a recovery code opens the desk once and says how many are left', async () => {
  const { recoveryCodes } = await setOwnPassword(server, town.unit, '水利站赵强')
  const browser = await atEntry()
  await enter(browser, '水利站赵强', recoveryCodes[0] ?? '')
  await browser.see('备用码还剩 9 个')
  await isIn(browser)
  await browser.see('备用码还剩 9 个')
  await browser.close()
})

test('five failures lock the way in and the page says for how long', async () => {
  server.clock.advance({ minutes: 16 })
  const browser = await atEntry()
  for (let nth = 0; nth < 5; nth += 1) {
    await browser.notSee('登录名、密码或验证码不对')
    await enter(browser, '没有这个人', '123456', `猜的密码猜的密码${nth}`)
    await browser.see('登录名、密码或验证码不对')
    await browser.tap('关闭')
    await browser.tapId('action-password')
  }
  await enter(browser, '没有这个人', '123456', '再猜一个再猜一个')
  await browser.see('请过 15 分钟再试')
  await browser.shot('desk-locked')
  await browser.close()
  server.clock.advance({ minutes: 16 })
})

test('another desk that is ended on the list is out at its next request', async () => {
  const here = await signedInBrowser(town.presidium)
  const there = await signedInBrowser(town.presidium)
  await here.open('/pages/devices')
  await here.see('在别处全部退出')
  await here.shot('desk-devices-two')
  await here.page
    .locator('.cell')
    .filter({ hasText: '浏览器' })
    .getByText('退出', { exact: true })
    .first()
    .click()
  await here.see('那一处已经退出')
  expect(await statusIn(there)).toBe(401)
  expect(await statusIn(here)).toBe(200)
  await there.open('/pages/devices')
  await there.see('请先登录')
  await here.close()
  await there.close()
})

test('a code that nobody confirmed in time is renewed by itself, and at last asks for a tap', async () => {
  const browser = await createH5Driver(server, undefined, desk)
  await browser.open('/pages/desk-sign-in')
  const code = browser.page.locator('.entry-code img')
  const read = () => code.getAttribute('src')
  await code.waitFor()
  const first = await read()
  for (let nth = 0; nth < 10; nth += 1) {
    const before = await read()
    server.clock.advance({ minutes: 3 })
    await browser.page.waitForFunction(
      (old) => document.querySelector('.entry-code img')?.getAttribute('src') !== old,
      before,
    )
  }
  server.clock.advance({ minutes: 3 })
  await browser.see('已经过期')
  await browser.shot('desk-code-ended')
  await browser.tap('换一张码')
  await browser.notSee('已经过期')
  expect(await read()).not.toBe(first)
  await browser.close()
})

test('signing out without a line ends the session as soon as the line is back', async () => {
  const browser = await signedInBrowser(town.office)
  await browser.open('/pages/me')
  await browser.see('退出登录')
  const [kept] = await browser.context.cookies()
  const asThief = () => {
    const thief = createBrowser(server.url)
    thief.setCookie('desk', kept?.value ?? '')
    return thief.get('/me')
  }
  await browser.setOnline(false)
  await browser.tap('退出登录')
  await browser.notSee('退出登录')
  expect((await asThief()).status).toBe(200)
  await browser.setOnline(true)
  for (let tries = 0; (await asThief()).status !== 401; tries += 1) {
    if (tries > 100) throw new Error('The session goes on.')
    await new Promise((wake) => setTimeout(wake, 50))
  }
  await browser.open('/pages/me')
  await browser.see('请先登录')
  await browser.close()
})

test.each([
  ['WeChat', 'Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36 MicroMessenger/8.0.50', '识别图中的码'],
  [
    'a phone',
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36',
    '按住这张码存到相册',
  ],
])(
  'in the browser of %s the page says how to come in with the phone it is on',
  async (name, agent, words) => {
    const browser = await createH5Driver(server, undefined, phone)
    await browser.page.addInitScript(
      (told) => Object.defineProperty(navigator, 'userAgent', { get: () => told }),
      agent,
    )
    await browser.open('/pages/desk-sign-in')
    await browser.see('核对数字')
    await browser.see(words)
    await browser.see('手机不在身边，用密码登录')
    await browser.shot(`desk-sign-in-in-${name === 'WeChat' ? 'wechat' : 'phone'}`)
    await browser.close()
  },
  60_000,
)

/** A browser with the session of somebody who has signed in by a code. */
async function signedInBrowser(by: TestPerson) {
  const browser = await createH5Driver(server, undefined, desk)
  await browser.open('/pages/desk-sign-in')
  await browser.see('核对数字')
  const scene = await scanEntryCode(server, browser)
  await by.client.call(answerDeskRequest, { params: { scene }, input: { confirm: true } })
  await browser.notSee('核对数字')
  return browser
}
const statusIn = (browser: H5Driver) =>
  browser.page.evaluate(async () => (await fetch('/api/me', { headers: { 'x-desk': '1' } })).status)
