import type { TestServer } from '../server'
import { control } from '../simulator'
import type { H5Driver } from './h5-driver'

/** What the camera of a phone reads from the page of signing in. */
export async function scanEntryCode(server: TestServer, browser: H5Driver): Promise<string> {
  const picture = browser.page.locator('.entry-code img')
  await picture.waitFor()
  const image = (await picture.getAttribute('src'))?.split(',')[1]
  const { page, query } = await control<{ page: string; query: { scene: string } }>(server, '/scan', {
    image,
  })
  if (page !== 'pages/scan') throw new Error(`The code leads to ${page}.`)
  return query.scene
}
