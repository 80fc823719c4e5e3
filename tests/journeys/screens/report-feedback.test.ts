import { matterPage } from '../../../shared/words/pages'
import { feedbackIn } from '../../support/feedback'
import { districtOf, reportRoomIn } from '../../support/report-room'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

/** 述职以后: the office sends the letter at a desk, the deputy answers on a phone, and everyone reads it without signing in. */
let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun), { at: '2026-11-27T01:00:00.000Z' })

test('the letter goes out, each opinion is answered on a phone, and the answers are public', async () => {
  const district = await districtOf(server, town, '第一选区', [town.deputy.id])
  const room = reportRoomIn(server, town)
  const feedback = feedbackIn(server, town)
  const meeting = await room.plan(district)
  const code = await room.open(meeting, 10, 0)
  for (let voter = 0; voter < 10; voter += 1) await room.vote(code, ['satisfied'])
  await room.step(meeting, 'endRating')
  await room.step(meeting, 'announce')
  const id = (await room.see(meeting)).reports[0]?.id ?? ''

  const office = await createH5Driver(server, 'office', desk)
  await office.open(`/${matterPage('dutyReportMeeting', town.id, meeting)}`)
  await office.tap('选民的意见和回应')
  await office.see('王建国代表的述职反馈')
  await office.tap('送反馈函')
  await office.type('选民提了哪些意见', '村口的路灯不亮。\n多到下湾走一走。')
  await office.shot('feedback-letter-desk')
  await office.confirm()
  await office.see('等代表回应')
  await office.open(`/duty/feedback-papers?town=${town.id}&id=${id}`)
  await office.see('述职评议反馈函')
  await office.shot('feedback-paper-desk')
  await office.close()

  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/duty/report-meetings')
  await deputy.tap('第一选区述职评议会')
  await deputy.tap('选民的意见和回应')
  await deputy.see('还有 2 条意见没有回应')
  await deputy.shot('feedback-phone')
  for (const answer of ['下周换灯。', '每个季度去一次。']) {
    await deputy.tap('回应一条')
    await deputy.type('怎么回应', answer)
    await deputy.confirm()
    await deputy.see(answer)
  }
  await deputy.see('等公布')
  await deputy.shot('feedback-answered-phone')
  await deputy.close()

  await feedback.step(id, 'publishResponse')
  await server.run('checkContent')
  const reader = await createH5Driver(server, undefined, phone)
  await reader.open(`/duty/reports?town=${town.id}`)
  await reader.see('选民的意见：多到下湾走一走。')
  await reader.see('回应：每个季度去一次。')
  await reader.shot('feedback-public-phone')
  await reader.close()
}, 120_000)
