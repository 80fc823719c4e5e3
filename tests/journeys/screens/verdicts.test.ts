import { castVote, listAppraisals } from '../../../shared/matters/group-ballot/endpoints'
import { opinionSteps, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { newId } from '../../../server/database/id'
import { bring } from '../../support/bring'
import { everythingPasses } from '../../support/checks'
import { addGroup } from '../../support/group'
import { live, liveRejectedTwice, staySignedIn } from '../../support/lived'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { forms, see, step } from '../../support/suggestion'
import type { TestPerson, TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest(
  async (begun) => {
    ;({ server, town } = begun)
    await staySignedIn(server)
  },
  { at: '2026-03-02T01:00:00.000Z' },
)

const rejectedTwice = (subject: string) => liveRejectedTwice(server, town, subject)

test('the presidium looks for a valid reason, decides, is appealed to, and answers', async () => {
  for (const subject of ['修河堤', '装路灯', '清沟渠']) await rejectedTwice(subject)
  const presidium = await createH5Driver(server, 'presidium', phone)
  await presidium.open('/desk/standing')
  await presidium.see('计入 3 件；超过 2 件取消评先资格')
  await presidium.see('已经超过')
  await presidium.shot('standing-over')
  await presidium.tap('清沟渠')
  await presidium.tap('认定有没有正当理由')
  await presidium.choose('承办单位有没有正当理由', '没有正当理由，要计入')
  await presidium.confirm()
  await presidium.see('请填写认定的依据。')
  await presidium.type('认定的依据', '资金已经到位，没有理由。')
  await presidium.type('怎么决定的', '第 11 次主席团会议')
  await presidium.shot('standing-reason')
  await presidium.confirm()
  await presidium.see('资金已经到位，没有理由。')
  await presidium.open('/desk/standing')
  await presidium.tap('取消评先资格')
  await presidium.type('主席团的决定', '从今年起执行。')
  await presidium.type('怎么决定的', '第 12 次主席团会议')
  await presidium.confirm()
  await presidium.see('取消 2026 年评先资格')
  await presidium.shot('standing-decided')

  const unit = await createH5Driver(server, 'unit', desk)
  await unit.open('/desk/standing')
  await unit.see('取消 2026 年评先资格')
  await unit.notSee('镇财政所')
  await unit.tap('提出申诉')
  await unit.type('申诉说明', '两件要等省里的规划。')
  await unit.confirm()
  await unit.see('单位的申诉')
  await unit.shot('standing-appealed')
  await unit.close()

  await presidium.open('/desk/standing')
  await presidium.tap('答复申诉')
  await presidium.choose('答复', '撤销决定，恢复资格')
  await presidium.type('答复的理由', '理由成立。')
  await presidium.type('怎么决定的', '第 13 次主席团会议')
  await presidium.confirm()
  await presidium.see('已撤销')
  await presidium.shot('standing-lifted')
  await presidium.close()
}, 120_000)

test('at a desk the presidium picks a key suggestion and follows it; the public sees the mark', async () => {
  const id = await bring(server, town, 'handling')
  const late = await live(server, town, { subject: '给主街装路灯', unit: 'coUnit' })
  await step(town, town.presidium, late, 'markKey', {
    ...forms(town).markKey,
    leadingOfficial: '何丽萍',
    leadingPost: '镇长',
    plan: '汛期以前全部装好。',
  })
  const presidium = await createH5Driver(server, 'presidium', desk)
  await presidium.open(`/desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
  await presidium.tap('列为重点建议')
  await presidium.type('领办领导', '刘志远')
  await presidium.type('领办领导的职务', '镇党委书记')
  await presidium.type('怎么办、什么时候办成', '六月底前修完最险的 80 米，年底前全部修完。')
  await presidium.type('怎么决定的', '周明德同意')
  await presidium.shot('key-form')
  await presidium.confirm()
  await presidium.see('2026 年重点建议')
  await presidium.tap('登记调度')
  await presidium.type('调度的决定', '镇党委会议决定先拨 12 万元。')
  await presidium.type('列入年度工作计划的哪一项', '水利设施修复')
  await presidium.confirm()
  await presidium.see('列入计划：水利设施修复')
  await presidium.shot('key-suggestion')
  const early = await createH5Driver(server, 'villager', phone)
  await early.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await early.see('2026 年重点建议，领办领导核对中')
  await early.close()
  await everythingPasses(server)
  server.clock.set('2026-07-01T01:00:00.000Z')
  await presidium.open('/office/key-suggestions')
  await presidium.see('共 2 件，办结 0 件，逾期 2 件，还没有登记进展 1 件。')
  await presidium.see('镇党委会议决定先拨 12 万元。')
  await presidium.shot('key-year-desk')
  await presidium.close()
  const villager = await createH5Driver(server, 'villager', phone)
  await villager.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await villager.see('2026 年重点建议，由镇党委书记刘志远领办')
  await villager.shot('key-public')
  await villager.close()
  const office = await createH5Driver(server, 'office', phone)
  await office.open('/office/key-suggestions')
  await office.see('给主街装路灯')
  await office.shot('key-year-phone')
  await office.close()
}, 120_000)

test('on a phone a deputy votes without a name; the three verdicts stand beside each other', async () => {
  const leader = await addGroup(server, town, [town.deputy, town.coSigner])
  const id = await bring(server, town, 'closed')
  await bring(server, town, 'closed')
  await step(town, leader, id, 'openBallot')
  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/desk/appraisals')
  await deputy.see('小组 3 人，已投 0 票')
  await deputy.shot('appraisal-open')
  await deputy.tap('投票')
  await deputy.confirm()
  await deputy.see('请选择您的评议。')
  await deputy.choose('您的评议', '基本满意')
  await deputy.shot('appraisal-vote')
  await deputy.confirm()
  await deputy.see('我投过了')
  await deputy.notSee('基本满意 1 票')
  await deputy.shot('appraisal-voted')
  for (const person of [leader, town.coSigner]) await voteFor(person)

  const office = await createH5Driver(server, 'office', desk)
  await office.open('/desk/appraisals')
  await office.see('还可以请小组评议的')
  await office.shot('appraisal-office')
  await office.tap('结束评议，公布结果')
  await office.tap('结束小组评议')
  await office.confirm()
  await office.see('满意 2 票，基本满意 1 票，不满意 0 票')
  await office.see('三方评价')
  await office.page.getByText('三方评价').scrollIntoViewIfNeeded()
  await office.shot('verdicts')
  await office.close()
  await deputy.open('/desk/appraisals')
  await deputy.see('满意 2 票，基本满意 1 票，不满意 0 票')
  await deputy.shot('appraisal-closed')
  await deputy.close()
}, 120_000)

test('a resident says on a phone that nothing is solved, and the public page says so beside the deputy’s word', async () => {
  const id = await bring(server, town, 'closed')
  const params = { town: town.id }
  const [{ id: opinionId = '' } = {}] = (await see(town, town.deputy, id)).opinions
  const at = { params: { ...params, id: opinionId } }
  const { version } = await town.deputy.client.call(showOpinion, at)
  const form = { explanation: '河堤修好了，您来看看。' }
  await town.deputy.client.call(opinionSteps.closeAfterSuggestion, { ...at, input: { version, form } })
  await server.run('checkOpinions')
  server.clock.advance({ days: 21 })
  await server.run('clock')
  const resident = await createH5Driver(server, 'villager', phone)
  await resident.open(`/pages/matter?town=${town.id}&id=${opinionId}`)
  await resident.see('这件事办结有一阵了，现在解决了吗？在下面点一下就行。')
  await resident.see('这件事不用再问我')
  await resident.shot('asked-whether-solved')
  await resident.tap('没有解决')
  await resident.confirm()
  await resident.see('请填写哪里没有解决。')
  await resident.type('哪里没有解决', '一场雨又冲开了一个口子。')
  await resident.confirm()
  await resident.see('一场雨又冲开了一个口子。')
  await server.run('checkOpinions')
  await resident.open(`/pages/matter?town=${town.id}&id=${opinionId}`)
  await resident.see('您说没有解决，王建国代表正在处理，会再答复您。')
  await resident.shot('said-unsolved')
  await resident.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await resident.see('群众满意度')
  await resident.see('已办结，有群众不满意')
  await resident.shot('verdicts-in-public')
  await resident.close()
}, 120_000)

test('at a desk the office answers a deputy who objects to the unit, and lets a helper go', async () => {
  const id = await bring(server, town, 'received')
  await step(town, town.deputy, id, 'objectToUnit', forms(town).objectToUnit)
  const office = await createH5Driver(server, 'office', desk)
  await office.open(`/desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
  await office.see('代表对承办单位有异议')
  await office.shot('unit-objection')
  await office.tap('答复异议，仍由这个单位办')
  await office.confirm()
  await office.see('请填写为什么仍由这个单位办。')
  await office.type('为什么仍由这个单位办', '职责清单写明由水利站负责。')
  await office.confirm()
  await office.see('职责清单写明由水利站负责。')
  await office.tap('不再请这个单位协办')
  await office.pick('哪个协办单位', '镇财政所')
  await office.type('原因', '资金已经落实。')
  await office.shot('helper-let-go')
  await office.confirm()
  await office.see('资金已经落实。')
  await office.close()
}, 120_000)

async function voteFor(person: TestPerson) {
  const params = { town: town.id }
  const { ballots } = await person.client.call(listAppraisals, { params })
  await person.client.call(castVote, {
    params: { ...params, ballot: ballots[0]?.id ?? '' },
    input: { rating: 'satisfied', blind: newId() },
  })
}
