/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { ensureBuilt } from '../../support/screens/built'
import { createH5Driver, desk } from '../../support/screens/h5-driver'
import { scanEntryCode } from '../../support/screens/scan-entry-code'
import { townForAllTests } from '../../support/screens/town-in-browser'
import { createWeappDriver } from '../../support/screens/weapp-driver'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForAllTests((begun) => ({ server, town } = begun), { personas: false })
beforeAll(() => ensureBuilt('weapp'), 180_000)

/** A browser that shows its code, and the phone of the office that has scanned it. */
async function scanned() {
  const browser = await createH5Driver(server, undefined, desk)
  await browser.open('/pages/desk-sign-in')
  await browser.see('核对数字')
  const scene = await scanEntryCode(server, browser)
  const number = await browser.page.locator('.entry-digits').innerText()
  const hand = createWeappDriver(server, town.office.openid)
  await hand.scan(scene)
  await hand.see('有一台电脑要用您的身份登录')
  return { browser, hand, number }
}

test('the mini-program shows which computer asks, and its 确认登录 lets that browser in', async () => {
  const { browser, hand, number } = await scanned()
  for (const shown of [number, '谷歌内核浏览器', '本机', '11月23日 09:00', '您最近没有在这样的电脑上登录过'])
    await hand.see(shown)
  await hand.tapId('action-confirm-desk')
  await hand.see('电脑已经登录')
  await browser.notSee('核对数字')
  expect((await browser.context.cookies()).map(({ name }) => name)).toEqual(['desk'])
  await browser.open('/pages/devices')
  await browser.see('现在用的')
  await hand.close()
  await browser.close()
})

test('不是我 on the phone keeps the browser out and says what to do next', async () => {
  const { browser, hand } = await scanned()
  await hand.tapId('action-refuse-desk')
  await hand.see('已经拒绝，那台电脑进不来')
  await browser.see('手机上点了“不是我”，这张码作废了')
  const me = await browser.page.evaluate(
    async () => (await fetch('/api/me', { headers: { 'x-desk': '1' } })).status,
  )
  expect(me).toBe(401)
  await hand.close()
  await browser.close()
})

test('a code that ended while the phone was scanning it is said on the phone', async () => {
  const { browser, hand } = await scanned()
  server.clock.advance({ minutes: 4 })
  await hand.tapId('action-confirm-desk')
  await hand.see('这个登录码用过或过期了。请看电脑上新换的码，再扫一次。')
  await hand.close()
  await browser.close()
})
