import { opinionsOf } from '../../support/opinions'
import { createH5Driver, desk } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { start, text } from '../../support/suggestion'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

/** A deputy with 25 messages of residents, and a suggestion that is to be finished. */
townForAllTests(async (begun) => {
  ;({ server, town } = begun)
  const { received } = opinionsOf(() => begun)
  for (let no = 1; no <= 25; no += 1) await received(`第${no}盏路灯不亮。`)
  await start(town)
})

test('all 25 messages that wait for somebody are reached, and nothing stands there twice', async () => {
  const deputy = await createH5Driver(server, 'deputy', desk)
  await deputy.open('/desk/list')
  await deputy.see(text.subject)
  // Whoever scrolls down to the button has asked already, and it may be gone before it is pressed.
  await deputy.tap('再看一些').catch(() => {})
  await deputy.see('没有更多了')
  const rows = deputy.page.locator('.work-title').filter({ visible: true })
  const titles = await rows.allTextContents()
  expect(titles).toHaveLength(26)
  for (let no = 1; no <= 25; no += 1)
    expect(titles.filter((title) => title.includes(`第${no}盏路灯不亮`))).toHaveLength(1)
  await deputy.shot('work-list-all')
  await deputy.close()
}, 60_000)
