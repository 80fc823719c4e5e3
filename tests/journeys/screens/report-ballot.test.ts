import { matterPage } from '../../../shared/words/pages'
import { districtOf, reportRoomIn } from '../../support/report-room'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { addDeputy, type TestTown } from '../../support/town'

/** 述职评议: the code on the wall, a vote on a phone that signs in nowhere, two tellers at a desk, the result on the wall. */
let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun), { at: '2026-11-27T01:00:00.000Z' })

test('the wall shows the code, a phone votes once, two tellers count, and the wall shows the result', async () => {
  const others = [await addDeputy(server, town.id, '赵四'), await addDeputy(server, town.id, '钱五')]
  const district = await districtOf(server, town, '第一选区', [town.deputy.id, ...others])
  const room = reportRoomIn(server, town)
  const id = await room.plan(district)
  await room.step(id, 'writeReport', { contacts: '走访了 12 户，记下 5 条意见。' }, town.deputy)
  await room.step(id, 'notice', {
    ...{ heldOn: '2026-12-04', startsAt: '14:30', place: '大郭西村文化广场', chairId: town.presidium.id },
  })

  // A voter reads the notice, and is signed in nowhere.
  const voter = await createH5Driver(server, undefined, phone)
  await voter.open(`/duty/reports?town=${town.id}`)
  await voter.see('大郭西村文化广场')
  await voter.see('王建国、赵四、钱五')
  await voter.shot('reports-phone')

  server.clock.set('2026-12-04T06:30:00Z')
  await room.begin(id)
  const wall = await createH5Driver(server, 'office', desk)
  await wall.page.setViewportSize({ width: 1920, height: 1080 })
  await wall.open(`/duty/report-wall?town=${town.id}&id=${id}`)
  await wall.see('钱五代表')
  await wall.shot('report-wall-before')
  const code = await room.rate(id, 41, 20)
  await wall.see(`${code.slice(0, 3)} ${code.slice(3)}`)
  await wall.shot('report-wall-code')

  await voter.open(`/duty/ballot?town=${town.id}`)
  await voter.type('大屏上的六位数字', code).catch(() => voter.page.locator('input').fill(code))
  await voter.tap('开始')
  await voter.see('王建国代表')
  const choices = voter.page.locator('.ballot-choice').filter({ visible: true })
  expect(await choices.count()).toBe(9)
  // None is preset, and none is larger than another.
  expect(await voter.page.locator('.ballot-chosen').count()).toBe(0)
  const boxes = await choices.evaluateAll((all) => all.map((one) => `${one.clientWidth} ${one.clientHeight}`))
  expect(new Set(boxes).size).toBe(1)
  const order = await choices.allInnerTexts()
  await voter.shot('report-ballot-phone')
  // The same page after a reload: the slip is kept on the phone.
  await voter.open(`/duty/ballot?town=${town.id}&code=${code}`)
  await voter.see('钱五代表')
  expect(await choices.allInnerTexts()).toEqual(order)
  await choices
    .filter({ hasText: /^基本满意$/ })
    .first()
    .tap()
  await voter.see('还有 2 位没有点，可以空着。')
  await voter.tap('交票')
  await voter.see('已经收到，谢谢您')
  await voter.shot('report-thanks-phone')
  await voter.open(`/duty/ballot?town=${town.id}&code=${code}`)
  await voter.see('已经收到，谢谢您')

  for (let other = 0; other < 20; other += 1) await room.vote(code, ['satisfied', 'satisfied', 'satisfied'])
  await room.step(id, 'endRating')
  await voter.open(`/duty/ballot?town=${town.id}&code=${code}`)
  await voter.see('表决已经结束，谢谢您。')
  await voter.close()

  const office = await createH5Driver(server, 'office', desk)
  await office.open(`/${matterPage('dutyReportMeeting', town.id, id)}`)
  for (const teller of ['第一位监票人录入', '第二位监票人录入']) {
    await office.tap(teller)
    await office.type('收回多少张', '20')
    await office.type('其中废票', '0')
    for (const name of ['王建国', '赵四', '钱五'])
      for (const [word, votes] of [
        ['满意', '15'],
        ['基本满意', '3'],
        ['不满意', '2'],
      ] as const)
        await office.type(`${name}：${word}`, votes)
    await office.shot('report-count-desk')
    await office.confirm()
  }
  await office.see('纸质票：两遍一样')
  await office.tap('宣布结果')
  await office.confirm()
  await office.see('有效票 41 张：满意 35，基本满意 4，不满意 2。')
  await office.shot('report-result-desk')
  await office.close()
  await wall.see('满意率 85.4%（35/41）')
  await wall.shot('report-wall-result')
  await wall.close()

  const reader = await createH5Driver(server, undefined, phone)
  await reader.open(`/duty/reports?town=${town.id}`)
  await reader.see('满意率 85.4%（35/41）')
  await reader.shot('reports-result-phone')
  await reader.close()
}, 120_000)
