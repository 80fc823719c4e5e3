import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { callEverybody, sessionToday } from '../../support/screens/roll-flow'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

/** 点名 in a hall: a clerk with one phone, for half of it without a network; then the votes, at a desk. */
let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

test('the roll goes on without a network, and the meeting opens, votes and ends at a desk', async () => {
  const { id, hall, page } = await sessionToday(server, town)
  const clerk = await createH5Driver(server, 'office', phone)
  await callEverybody(clerk, page)
  await clerk.close()
  expect((await hall.roll(id)).marks).toHaveLength(12)

  const office = await createH5Driver(server, 'office', desk)
  await office.open(page)
  await office.see('应到 12 · 在场 11 · 需 8 · 够')
  await office.shot('session-convened-desk')
  await office.tap('宣布开会')
  await office.confirm()
  await office.tap('表决，记结果')
  await office.type('决定了什么', '通过政府工作报告')
  await office.choose('怎么表决的', '举手')
  await office.type('赞成', '6')
  await office.type('反对', '3')
  await office.type('弃权', '2')
  await office.confirm()
  await office.see(
    '没有通过：赞成 6 票，要 7 票（全体代表 12 人的过半数）。到会 11 人里有 6 人赞成，还差 1 票。',
  )
  await office.shot('session-open-desk')
  await office.tap('去点名')
  await office.see('看全部的人')
  await office.shot('roll-desk')
  await office.close()
})
