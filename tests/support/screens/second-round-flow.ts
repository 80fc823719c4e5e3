import { everythingPasses } from '../checks'
import { everyoneIsThere } from '../town'
import { confirmConsultation, openWork, subject, summary } from './main-line-parts'
import type { Stage } from './stage'

/** What follows when the deputy is not satisfied: another round, a result that holds, and everyone who sees it. */

export async function officeOrdersAnotherRound({ office, unit, deputy }: Stage) {
  await office.back()
  await office.tap('等我办')
  await office.tap(subject)
  await office.tapId('action-reHandle')
  await office.type('重新办理的要求', '请补齐下游一段的围栏。')
  await office.confirm()
  await office.see('第 2 轮办理')
  await office.see('11月25日交办，12月25日前答复')
  await office.shot('suggestion-re-handling')

  await unit.back()
  await unit.tap(subject)
  await unit.see('请补齐下游一段的围栏。')
  await unit.lacks('action-reply')
  await unit.tapId('action-consult')
  await unit.choose('面商方式', '电话沟通')
  await unit.type('参加人员', '赵永强、王建国')
  await unit.type('谈了什么、代表怎么说', '一起看了现场，下游 120 米月底修完。')
  await unit.confirm()
  await unit.see('待代表确认')
  await confirmConsultation(deputy)
  await unit.back()
  await unit.tap(subject)
  await unit.tapId('action-reply')
  await unit.choose('办理结果', '已经解决')
  await unit.type('答复文号', '禾水〔2026〕15 号')
  await unit.type('答复内容', '河堤已经修好，围栏已经装好。')
  await unit.type('公开的一句话结果', '修复河堤 3.8 公里，装围栏 1 公里')
  await unit.type('签发人', '吴海涛')
  await unit.confirm()
  await unit.see('已答复，待评价')

  await deputy.back()
  await deputy.tap(`镇水利站答复了《${subject}》，请评价办得怎么样。`)
  await deputy.see('第 2 轮办理')
  await deputy.tapId('action-evaluate')
  await deputy.choose('办理态度', '满意')
  await deputy.choose('办理结果', '基本满意')
  await deputy.confirm()
  await deputy.see('态度满意，结果基本满意')
  await deputy.see('已办结')
  await deputy.shot('suggestion-closed')
}

export async function villagerHearsAndRates({ server, villager, deputy }: Stage) {
  server.clock.advance({ seconds: 5 })
  everyoneIsThere(server)
  await everythingPasses(server)
  await villager.back()
  await villager.see('您反映的事有结果了：已经解决。（核对中，核对好了在“我的事”里能看到）')
  await villager.shot('inbox-villager-end')
  await villager.go('我的事')
  await villager.tap(summary)
  await villager.see('这件事已经办结。')
  await villager.see('修复河堤 3.8 公里，装围栏 1 公里')
  await villager.shot('matter-in-suggestion')
  await villager.back()

  await deputy.open('/pages/home')
  await openWork(deputy, '代表工作')
  await deputy.tap(summary)
  await deputy.tapId('action-closeAfterSuggestion')
  await deputy.type('向群众说明结果', '河堤修好了，谢谢您告诉我。')
  await deputy.confirm()
  await deputy.see('说明核对中')
  everyoneIsThere(server)
  await server.run('checkOpinions')

  await villager.go('消息')
  await villager.tap('王建国代表把结果告诉您了，请您评一评。')
  await villager.see('河堤修好了，谢谢您告诉我。')
  await villager.shot('matter-explained')
  await villager.tapId('action-rate')
  await villager.choose('您满意吗', '满意')
  await villager.confirm()
  await villager.see('群众评价：满意')
  await villager.shot('matter-rated')
  await villager.back()
}

export async function everyoneSeesTheFiveDisclosures({ villager }: Stage) {
  await villager.go('公开栏')
  const facts = [subject, '镇水利站', '已经解决：修复河堤 3.8 公里，装围栏 1 公里', '态度满意，结果基本满意']
  for (const fact of facts) await villager.see(fact)
  await villager.shot('board')
  await villager.tap(subject)
  await villager.see('办理经过')
  for (const label of ['建议事项', '承办单位', '办结时限', '办理结果', '代表满意度'])
    await villager.see(label)
  for (const fact of [...facts, '责成镇水利站重新办理，12月25日前再次答复']) await villager.see(fact)
  await villager.shot('public-suggestion')
  await villager.tap('看其他建议')
}

export async function villagerTurnsOnLargeType({ villager }: Stage) {
  await villager.go('我')
  await villager.see('李秀英')
  await villager.shot('me')
  await villager.turn('大字版')
  await villager.shot('me-elder')
  await villager.reopen()
  await villager.see('全部公开')
  if (!(await villager.isElder())) throw new Error('大字版 did not survive.')
  await villager.shot('home-elder')
  await villager.go('公开栏')
  await villager.see(subject)
  await villager.shot('board-elder')
  await villager.tap(subject)
  await villager.see('办理经过')
  await villager.shot('public-suggestion-elder')
}
