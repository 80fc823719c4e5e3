import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { answerDeskRequest } from '../../../shared/api/desk'
import { listDeputies } from '../../../shared/api/people'
import { showMe } from '../../../shared/api/sign-in'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { issueStartCode } from '../../../server/features/first-start/start-code'
import { createH5Driver, desk, type H5Driver, phone } from '../../support/screens/h5-driver'
import { scanEntryCode } from '../../support/screens/scan-entry-code'
import { townForAllTests } from '../../support/screens/town-in-browser'
import { startServer, type TestServer } from '../../support/server'
import { signedIn, type TestTown } from '../../support/town'
import { rows, workbookOf } from '../../support/workbook'

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

/** How many times the hand comes down: on a button, a choice, a field. */
function counting(driver: H5Driver) {
  const hands = { taps: 0 }
  const counted = ['tap', 'tapId', 'choose', 'type', 'tick', 'back', 'confirm', 'givePicture']
  const person = new Proxy(driver, {
    get(target, name: keyof H5Driver) {
      const act = Reflect.get(target, name) as (...given: unknown[]) => unknown
      if (!counted.includes(name)) return act
      return (...given: unknown[]) => {
        hands.taps += 1
        return act(...given)
      }
    },
  })
  return { person, hands }
}

test('the first clerk of a new server begins a town and comes to its first message within ten minutes', async () => {
  const fresh = await startServer({ personas: false })
  const code = await fresh.database.transaction((tx) =>
    issueStartCode(tx, fresh.env.secretKey, fresh.clock.now()),
  )
  const onPhone = await signedIn(fresh)
  const { person: clerk, hands } = counting(await createH5Driver(fresh, undefined, desk))
  const begun = Date.now()
  await clerk.open('/pages/home')
  await clerk.see('这里还没有开通乡镇')
  await clerk.shot('first-start-nobody')
  await clerk.tapId('first-start')
  await clerk.see('请先登录')
  await clerk.tap('登录')
  const scene = await scanEntryCode(fresh, clerk)
  await onPhone.client.call(answerDeskRequest, { params: { scene }, input: { confirm: true } })
  await clerk.see('启动码')
  await clerk.type('启动码', code ?? '')
  await clerk.type('乡镇', '清溪坪镇')
  await clerk.type('您的姓名', '何文静')
  await clerk.tapId('begin')
  await clerk.see('请选本镇适用哪一套规则。')
  await clerk.choose('适用规则', '山东（乡镇）')
  await clerk.see('山东省乡镇人民代表大会工作若干规定（2015 年）')
  await clerk.shot('first-start')
  await clerk.tapId('begin')
  await clerk.see('开始使用：7 件做好了 0 件')
  await clerk.shot('first-steps')

  await clerk.tap('导入名册')
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-first-')), '名册.xlsx')
  const staff = ['何文静', '陈静'].map((name) => [name, '', '镇人大办工作人员'])
  fs.writeFileSync(file, await workbookOf({ ...rows(), 工作人员: staff }))
  const read = clerk.page.waitForResponse((answer) => answer.url().endsWith('/roster/check'), {
    timeout: 60_000,
  })
  await clerk.givePicture('选文件', file)
  await read
  await clerk.tap('写入这些')
  await clerk.see('写好了：新增')
  await clerk.back()
  await clerk.see('✓ 导入名册')
  await clerk.see('✓ 登记第二位镇人大办工作人员')
  await clerk.tap('打印小程序码')
  await clerk.tap('大郭西人大代表活动室')
  await clerk.see('停用这张码')
  await clerk.shot('first-steps-codes')
  await clerk.page.keyboard.press('Escape')
  await clerk.notSee('停用这张码')
  await clerk.back()
  await clerk.see('✓ 打印小程序码')
  await clerk.shot('first-steps-going')

  const { standings } = await onPhone.client.call(showMe, {})
  const params = { town: standings[0]?.town.id ?? '' }
  const { deputies } = await onPhone.client.call(listDeputies, { params })
  const resident = await signedIn(fresh)
  await resident.client.call(writeOpinion, {
    params,
    input: { deputyId: deputies[0]?.id ?? '', kind: 'report', text: '村口的路灯坏了。' },
  })
  await clerk.open('/pages/home')
  await clerk.see('没有等您办的事')
  await clerk.notSee('开始使用')
  console.log(`第一次启动：${hands.taps} 次点按，${Math.round((Date.now() - begun) / 1000)} 秒`)
  expect(Date.now() - begun).toBeLessThan(600_000)
  await clerk.close()
  await fresh.stop()
}, 120_000)
