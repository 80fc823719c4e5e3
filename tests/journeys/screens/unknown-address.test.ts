import type { H5Driver } from '../../support/screens/h5-driver'
import { createH5Driver } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'

/** An address that was copied wrongly or is old, and what the first visit costs on a weak line. */
let server: TestServer
let visitor: H5Driver

townForAllTests((begun) => {
  server = begun.server
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

test('the first visit to the home page takes less than 400 kB over the wire', async () => {
  const { page } = visitor
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Network.enable')
  let bytes = 0
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(`${server.url}/#/pages/home`, { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThan(400_000)
})
