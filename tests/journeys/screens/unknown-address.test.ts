import type { H5Driver } from '../../support/screens/h5-driver'
import { createH5Driver } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import { allPages } from '../../support/app-config'
import { bring } from '../../support/bring'
import type { TestServer } from '../../support/server'
import { text } from '../../support/suggestion'
import type { TestTown } from '../../support/town'

/** An address that was copied wrongly or is old, and what the first visit costs on a weak line. */
let server: TestServer
let town: TestTown
let visitor: H5Driver

townForAllTests((begun) => {
  ;({ server, town } = begun)
})
beforeEach(async () => {
  visitor = await createH5Driver(server, undefined)
})

const goHome = async () => {
  const { page } = visitor
  await page.getByText('没有这个页面：').waitFor()
  await page.getByText('去本镇首页').tap()
  await page.waitForFunction(() => window.location.hash.startsWith('#/pages/home'))
  await page.getByText('禾丰坝镇').first().waitFor()
}

test.each(['/nothing', '/pages/board', '/a/b/c', '/index.php?id=3'])(
  '%s says so and leads home',
  async (where) => {
    const answer = await visitor.page.goto(server.url + where)
    expect(answer?.status()).toBe(404)
    await goHome()
  },
)

test.each(['/pages/nothing', '/deputy/nothing', '/x'])('#%s says so and leads home', async (where) => {
  await visitor.page.goto(`${server.url}/#${where}`)
  await goHome()
})

test('no page stays blank when its address was cut off behind the name', async () => {
  const office = await createH5Driver(server, 'office')
  await office.open('/pages/home')
  const blank: string[] = []
  for (const page of allPages()) {
    await office.page.evaluate((name) => (window.location.hash = `#/${name}`), page)
    await office.page
      .waitForFunction((name) => {
        const sheet = document.querySelector<HTMLElement>(`.taro_page[id^="/${name}"] .page`)
        return sheet && !sheet.querySelector('.skeleton') && sheet.innerText.trim() !== ''
      }, page)
      .catch(() => blank.push(page))
  }
  expect(blank).toEqual([])
  await office.close()
})

test('an address of an earlier release leads to where its page is now', async () => {
  const id = await bring(server, town, 'submitted')
  const office = await createH5Driver(server, 'office')
  await office.open(`/office/suggestion?town=${town.id}&id=${id}`)
  await office.see(text.subject)
  await office.tapId('action-startReview')
  await office.confirm()
  await office.see('审查中')
  expect(office.page.url()).toContain(`#/desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
  await office.open('/office/tasks')
  await office.see(text.subject)
  expect(office.page.url()).toContain('#/desk/list')
  await office.close()
})

test('the first visit to the home page takes less than 230 kB over the wire', async () => {
  const { page } = visitor
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Network.enable')
  let bytes = 0
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  // What is fetched ahead once it is quiet is no part of it, however long the first page takes here.
  await page.addInitScript(neverAhead)
  await page.goto(`${server.url}/#/pages/home`, { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThan(230_000)
})

/** The one timer after which the other pages are fetched. */
function neverAhead() {
  const later = window.setTimeout.bind(window)
  window.setTimeout = ((act: () => void, ms?: number) =>
    ms === 1500 ? 0 : later(act, ms)) as typeof window.setTimeout
}
