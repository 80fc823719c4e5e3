import { districtOf, noticeOf, reportRoomIn } from '../../support/report-room'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { addDeputy, type TestTown } from '../../support/town'

/** 述职的年度安排: the office takes what is proposed with one tap, and prints what hangs on the wall. */
let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun), { at: '2026-11-27T01:00:00.000Z' })

test('a district is planned with one tap, and its notice and its slips are printed', async () => {
  const others = [await addDeputy(server, town.id, '赵四'), await addDeputy(server, town.id, '钱五')]
  await districtOf(server, town, '第一选区', [town.deputy.id, ...others])
  const second = await districtOf(server, town, '第二选区', [town.coSigner.id, town.otherDeputy.id])
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/duty/report-meetings')
  await office.see('建议：第一选区')
  await office.see('今年应安排 2 位，已经排了 0 位；本届述过职的 0%（0/5）')
  await office.shot('report-plan-desk')
  await office.tap('排进计划')
  await office.see('2026 年 · 排进了计划')
  await office.see('已经排了 3 位')
  await office.close()

  const room = reportRoomIn(server, town)
  const id = await room.plan(second)
  await room.step(id, 'notice', noticeOf(town))
  const printer = await createH5Driver(server, 'office', desk)
  await printer.open(`/duty/report-papers?town=${town.id}&id=${id}`)
  await printer.see('第二选区代表向选民述职公告')
  await printer.shot('report-notice-desk')
  await printer.tap('纸质表决票')
  await printer.see('请在一格打√，可以空着；不写姓名。')
  const slips = printer.page.locator('.slip').filter({ visible: true })
  expect(new Set(await slips.allInnerTexts()).size).toBe(6)
  expect(await slips.count()).toBe(6)
  await printer.shot('report-slips-desk')
  await printer.tap('计票单')
  await printer.see('第二选区述职评议会计票单')
  await printer.close()

  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/duty/report-meetings')
  await deputy.see('第一选区述职评议会')
  await deputy.tap('第一选区述职评议会')
  await deputy.tap('写述职稿')
  await deputy.see('联系选民办实事')
  await deputy.shot('report-write-phone')
  await deputy.close()
}, 120_000)
