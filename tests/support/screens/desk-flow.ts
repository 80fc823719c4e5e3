import { start, step, forms, text } from '../suggestion'
import type { TestTown } from '../town'
import type { H5Driver } from './h5-driver'

const waiting = '给村小学门口装减速带'
const inHand = text.subject

/** Two matters for the desks: one that waits for the review, one that waits for the unit. */
export async function fillDesks(town: TestTown) {
  const { deputy, office } = town
  const form = forms(town)
  const first = await start(town, { ...text, subject: waiting })
  await step(town, deputy, first, 'submit')
  const second = await start(town)
  await step(town, deputy, second, 'submit')
  await step(town, office, second, 'startReview')
  await step(town, office, second, 'accept', form.accept)
  await step(town, office, second, 'assign', form.assign)
}

/** The office at its desk: the list stays at the left, what is opened stands beside it, and the keyboard walks it. */
export async function officeWorksAtADesk(office: H5Driver) {
  await office.open('/pages/home')
  await office.see('会议和设置')
  await office.shot('desk-home')
  await office.go('审查与督办')
  // The first is open at once, and who is awaited since when.
  await office.see('现在等：您，今天起')
  await office.go('首页')
  await office.go('审查与督办')
  await office.see(waiting)
  await office.shot('desk-office-list')

  await office.page.keyboard.press('j')
  await office.see('现在等：您')
  expect(office.page.url()).toContain('&open=suggestion.')
  await office.page.reload()
  await office.see('现在等：您')
  // All the places are in sight, one group of them unfolded.
  const sides = await office.page.locator('.side-group, .side-place').evaluateAll((all) =>
    all
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => one.getBoundingClientRect())
      .filter(({ bottom, height }) => bottom > 800 || height < 44),
  )
  expect(sides).toEqual([])
  await office.shot('desk-office')
  expect(await office.page.title()).toBe(`${waiting} · 建议办理`)
  // However long the list of places is, nothing of the side gives way to it.
  expect(await office.page.locator('.side-rule').evaluate((rule) => rule.clientHeight)).toBe(3)
  await office.tapId('action-startReview')
  await office.see('确定要“开始审查”吗？之后等镇人大办。')
  await office.see('办了就不能自己收回。')
  // The form stands beside what it answers.
  const form = await office.page.locator('.sheet-paper').boundingBox()
  const detail = await office.page.locator('.desk-detail .card').first().boundingBox()
  expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThanOrEqual(detail?.x ?? 0)
  await office.confirm()
  await office.see('“开始审查”办好了。接下来等您。')
  await office.tapId('action-accept')
  await office.confirm()
  await office.see('请选择类别。')
  await office.shot('desk-office-accept')
  await office.tap('关闭')
  await office.tap('等别人')
  await office.see(inHand)
  await office.see('现在等：镇水利站')
  await office.page.keyboard.press('j')
  await office.see('现在等：镇水利站')
  await office.shot('desk-office-others')
  await office.page.keyboard.press('k')
  await office.see('现在等：镇水利站')

  await office.go('名册与邀请码')
  await office.tap('已绑定微信')
  await office.see('孙丽华')
  await office.shot('desk-roster')
  await office.go('小程序码')
  await office.tap('大郭西人大代表活动室')
  await office.see('微信扫一扫，说给代表听')
  await office.shot('desk-station-code')
  await office.tap('关闭')
  await office.go('未送达的提醒')
  await office.see('这些提醒没有送到微信，但都在对方的“消息”里。')
  await office.shot('desk-deliveries')
}

/** The unit at its desk receives what was handed over. */
export async function unitWorksAtADesk(unit: H5Driver) {
  await unit.open('/pages/home')
  await unit.go('单位办理')
  // The first one is open at once.
  await unit.see('现在等：您')
  await unit.tapId('action-receive')
  await unit.type('分管领导', '吴海涛')
  await unit.type('专办人员', '赵永强')
  await unit.type('专办人员电话', '13800000000')
  await unit.shot('desk-unit-receive')
  await unit.confirm()
  await unit.see('已签收，待面商')
  await unit.see('接下来等您。')
  await unit.tapId('action-consult')
  await unit.pickDay('面商日期', '2026-11-22')
  await unit.see('11月22日 周日')
  await unit.shot('desk-unit')
  await unit.tap('关闭')
}

/** Anyone reads the board as a table, opens a line of it and comes back. */
export async function villagerReadsAtADesk(villager: H5Driver) {
  await villager.open('/pages/home')
  // A figure opens what it counts.
  await villager.tap('在办')
  await villager.see('依规定不公开的建议只算在数字里')
  await villager.see(inHand)
  await villager.tapId('filter-confirmed')
  await villager.notSee(inHand)
  await villager.tapId('filter-all')
  await villager.see(inHand)
  await villager.shot('desk-board')
  await villager.tap(inHand)
  await villager.see('办理经过')
  await villager.shot('desk-public-suggestion')
  await villager.back()
  await villager.see('每件建议公开五项')
  await villager.go('我')
  await villager.see('大字版')
  await villager.shot('desk-me')
}
