import { closeBrowser } from '../../support/screens/browser'
import { createH5Driver, desk } from '../../support/screens/h5-driver'
import { startServer } from '../../support/server'
import { buildTown, personaOpenid } from '../../support/town'
afterAll(closeBrowser)
test('x', async () => {
  const server = await startServer()
  const town = await buildTown(server, undefined, personaOpenid)
  const office = await createH5Driver(server, 'office', desk)
  office.page.on('response', async r => { if (r.url().endsWith('code')) console.log(r.status(), r.headers()['content-type'], (await r.body()).length) })
  await office.open('/office/stations')
  await office.tap('大郭西人大代表活动室')
  await office.see('微信扫一扫，说给代表听')
  console.log((await office.page.locator('.code-image img').getAttribute('src'))?.slice(0, 200), await office.page.locator('.code').innerHTML())
  await server.stop()
}, 20000)
