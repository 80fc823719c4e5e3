import { hallIn, seatDeputies } from '../hall'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Driver } from './driver'

/** A session of twelve deputies, announced for today. @returns the address of its page */
export async function sessionToday(server: TestServer, town: TestTown) {
  await seatDeputies(server, town, 9)
  const hall = hallIn(server, town)
  const id = await hall.plan('congressSession', '第19届第3次会议')
  const today = server.clock.now().toISOString().slice(0, 10)
  await hall.step(id, 'conveneBody', {
    ...{ day: today, startsAt: '9:00', place: '镇政府三楼会议室', agenda: '听取政府工作报告\n审查预算' },
    shortNotice: '换了会场',
  })
  return { id, hall, page: `/desk/matter?kind=meeting&town=${town.id}&id=${id}` }
}

/** The clerk calls everybody, at first with a network and then without one; nothing that was tapped is lost. */
export async function callEverybody(clerk: Driver, page: string, closed?: () => Promise<void>) {
  await clerk.open(page)
  await clerk.see('还没点名 · 应到 12 · 需 8')
  await clerk.tap('去点名')
  await clerk.see('还有 12 位')
  for (let called = 0; called < 4; called += 1) {
    await clerk.tap('到')
    await clerk.see(`还有 ${11 - called} 位`)
  }
  await clerk.see('在场 4 · 需 8 · 还差 4 人，不能开会')
  await clerk.see('已交 4 条，服务器也是 4 条。')
  await clerk.setOnline(false)
  for (let called = 4; called < 8; called += 1) {
    await clerk.tap('到')
    await clerk.see(`还有 ${11 - called} 位`)
  }
  await clerk.see('刚好够，走 1 人就不够')
  await clerk.see('没网，照样能点（存了 4 条没有交，有网自己交）。')
  await clerk.shot('roll-offline')
  await closed?.()
  for (let called = 8; called < 11; called += 1) {
    await clerk.tap('到')
    await clerk.see(`还有 ${11 - called} 位`)
  }
  await clerk.tap('没到')
  await clerk.see('没到 1 人，再点一遍')
  await clerk.setOnline(true)
  await clerk.see('已交 12 条，服务器也是 12 条。')
  await clerk.tap('看全部的人')
  await clerk.see('✓到')
  await clerk.shot('roll-table')
}
