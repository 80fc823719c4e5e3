import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { newId } from '../../../server/database/id'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Driver } from './driver'

const words = ['桥头的护栏松了。', '垃圾几天收一次？', '想让村里给我家修条路。']

/** 王建国 leads a group of two, and three messages lie with them. */
export async function groupWithOpinions(server: TestServer, town: TestTown) {
  await server.database.transaction(async (tx) => {
    const id = newId()
    await tx.query(
      "INSERT INTO deputy_group (id, town_id, name, position) VALUES (?, ?, '第三代表小组', 1)",
      [...[id, town.id]],
    )
    for (const one of [town.deputy.id, town.coSigner.id])
      await tx.query('UPDATE person SET deputy_group_id = ? WHERE id = ?', [id, one])
    await tx.query('UPDATE person SET group_leader = 1 WHERE id = ?', [town.deputy.id])
  })
  for (const [at, text] of words.entries()) {
    const deputyId = at === 0 ? town.deputy.id : town.coSigner.id
    server.clock.advance({ minutes: 1 })
    await town.villager.client.call(writeOpinion, {
      params: { town: town.id },
      input: { deputyId, kind: 'report', text, again: true },
    })
  }
  await server.run('checkOpinions')
}

/** The leader sets the day, opens the meeting, and calls the roll. */
export async function openTheMeeting(leader: Driver) {
  await leader.open('/duty/meetings')
  await leader.tap('开这个季度的会')
  await leader.confirm()
  await leader.see('还没定日子')
  await leader.tap('定日子，发通知')
  await leader.type('几点', '14:00')
  await leader.type('在哪里', '大郭西活动室')
  await leader.confirm()
  await leader.see('还没议的 3 条')
  await leader.shot('meeting-convened')
  await leader.tap('宣布开会')
  await leader.confirm()
  await leader.see('还没有点名，请先点名')
  await leader.tap('点名')
  await leader.pick('到了的人', '王建国', '张春梅')
  await leader.confirm()
  await leader.see('应到 2 · 在场 2')
  // Called once it is no longer the first thing to do.
  await leader.see('有人后到，改点名')
  await leader.shot('meeting-open')
}

/** One opinion after another, of none of which anybody reads the words. */
export async function decideOfAll(leader: Driver) {
  await leader.tap('写成建议')
  await leader.type('是什么事，写成一句', '加固桥头护栏')
  await leader.confirm()
  await leader.see('还没议的 2 条')
  await leader.see('王建国代表领衔')
  await leader.tap('向群众说明')
  await leader.type('跟群众怎么说', '两天收一次，满了打村委会电话。')
  await leader.confirm()
  await leader.see('还没议的 1 条')
  await leader.tap('不往上提')
  await leader.type('为什么，写给群众看', '一家一户门口的路由自家修。')
  await leader.confirm()
  await leader.see('议过的 3 条')
  for (const text of words) await leader.notSee(text)
  await leader.shot('meeting-decided')
}

/** What was noted is the minutes; they are reported, and approved at the next meeting. */
export async function endAndRead(leader: Driver) {
  await leader.tap('散会')
  await leader.confirm()
  await leader.tap('拟好纪要，上报')
  await leader.confirm()
  await leader.see('等下次会通过，通过以前随记录改')
  await leader.tap('会议纪要')
  await leader.see('议了 3 条意见：写成建议 1 条，说明结果 1 条，不往上提，说明原因 1 条。')
  await leader.shot('meeting-minutes')
}
