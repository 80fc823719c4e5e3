import { answerDeskRequest } from '../../../shared/api/desk'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { scanEntryCode } from '../../support/screens/scan-entry-code'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForAllTests((begun) => ({ server, town } = begun), { personas: false })

const answer = (scene: string, confirm: boolean) =>
  town.office.client.call(answerDeskRequest, { params: { scene }, input: { confirm } })

test.each([
  ['desk', desk],
  ['phone', phone],
] as const)(
  'whoever scans and confirms is signed in by itself (%s)',
  async (name, device) => {
    const browser = await createH5Driver(server, undefined, device)
    await browser.open('/desk/list')
    await browser.see('请先登录，再办这件事。')
    await browser.page.locator('.notice .button').first().click()
    await browser.see('核对数字')
    const scene = await scanEntryCode(server, browser)
    await browser.shot(`desk-sign-in-${name}`)
    await answer(scene, true)
    await browser.notSee('核对数字')
    await browser.notSee('请先登录')
    const kept = await browser.page.evaluate(() => JSON.stringify({ ...localStorage }))
    const cookies = await browser.context.cookies()
    expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
      ['desk', true, 'Strict'],
    ])
    expect(kept).not.toContain('token')
    expect(kept).not.toContain(cookies[0]?.value)
    await browser.open('/pages/devices')
    await browser.see('现在用的')
    await browser.shot(`desk-devices-${name}`)
    await browser.close()
  },
  60_000,
)

test('a refusal on the phone is said, and a new code is a tap away', async () => {
  const browser = await createH5Driver(server, undefined, desk)
  await browser.open('/pages/desk-sign-in')
  const scene = await scanEntryCode(server, browser)
  const before = await browser.page.locator('.entry-code img').getAttribute('src')
  await answer(scene, false)
  await browser.see('手机上点了“不是我”，这张码作废了')
  await browser.tap('换一张码')
  await browser.notSee('这张码作废了')
  await browser.page.waitForFunction(
    (old) => document.querySelector('.entry-code img')?.getAttribute('src') !== old,
    before,
  )
  expect(await scanEntryCode(server, browser)).not.toBe(scene)
  await browser.close()
})
