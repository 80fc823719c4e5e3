import { addLocalDay } from '../../shared/api/calendar'
import { beijingDay } from '../../shared/rules/days'
import { rungs } from '../../shared/grammar/ladder'
import { Post } from '../../server/database/entities/people/post'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { toldNow, walkDays } from '../support/days'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { forms, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addStaff, buildTown, type TestTown } from '../support/town'

/** 督办阶梯: who is told on which day, worked out by hand, and that nobody else is told anything. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  await staySignedIn(server)
  // The word to the office about next year's list of days off is another story.
  await toldNow(server)
})
afterEach(() => server.stop())

/** Leader in charge and head of 镇水利站, both bound. */
async function fullUnit() {
  await addStaff(server, town.id, { name: '吴海涛', kind: 'unitLeader', unitId: town.unitId })
  await addStaff(server, town.id, { name: '郑国平', kind: 'unitHead', unitId: town.unitId })
  await staySignedIn(server)
}

/** Handed over on 23 November, due on 23 February, one consultation confirmed: the unit's turn. */
async function inHand() {
  const id = await bring(server, town, 'received')
  const form = forms(town)
  await step(town, town.coUnit, id, 'giveCoOpinion', form.giveCoOpinion)
  const heldOn = beijingDay(server.clock.now())
  const seen = await step(town, town.unit, id, 'consult', { ...form.consult, heldOn })
  await step(town, town.deputy, id, 'confirmConsultation', {
    consultationId: seen.rounds[0]?.consultations[0]?.id,
  })
  return id
}

const report = (id: string) => step(town, town.unit, id, 'reportProgress', { note: '材料已经进场。' })
const log = async (id: string) =>
  (await see(town, town.office, id)).reminders.map(({ at, rung, whom, passed }) => [
    beijingDay(new Date(at)).slice(5),
    rung ? rungs[rung] : null,
    whom,
    passed.map((one) => rungs[one]).join('、'),
  ])

const unbind = (who: string) =>
  server.database.transaction((tx) => tx.query('UPDATE person SET account_id = NULL WHERE id = ?', [who]))

const soon = '《修复大郭西段河堤》快到期了，请在2月23日前办。'
const late = '《修复大郭西段河堤》已经逾期（2月23日），请马上办理。'
const lateToOthers = '《修复大郭西段河堤》已经逾期（2月23日），现在等镇水利站。'

test('every rung on its day, then the chair every week, and nobody else', async () => {
  await fullUnit()
  const id = await inHand()
  expect(await walkDays(server, '2027-01-14')).toEqual([])
  // The first progress report would be due on 25 January.
  await report(id)
  expect(await walkDays(server, '2027-03-13')).toEqual([
    ['02-13', '赵永强', soon],
    ['02-20', '吴海涛', soon],
    ['02-24', '王建国', lateToOthers],
    ['02-24', '郑国平', late],
    ['02-27', '陈静', lateToOthers],
    ['03-03', '周明德', lateToOthers],
    ['03-10', '周明德', lateToOthers],
  ])
  expect(await log(id)).toEqual([
    ['02-13', '经办人', '赵永强', ''],
    ['02-20', '分管领导', '吴海涛', ''],
    ['02-24', '单位负责人', '郑国平', ''],
    ['02-27', '镇人大办', '陈静', ''],
    ['03-03', '人大主席', '周明德', ''],
    ['03-10', '人大主席', '周明德', ''],
  ])
})

test('a rung where nobody is bound passes it to the next, each is told once, and the log says so', async () => {
  await addStaff(server, town.id, { name: '吴海涛', kind: 'unitLeader', unitId: town.unitId, bound: false })
  const id = await inHand()
  await walkDays(server, '2027-01-14')
  await report(id)
  expect(await walkDays(server, '2027-03-04')).toEqual([
    ['02-13', '赵永强', soon],
    ['02-20', '陈静', '《修复大郭西段河堤》快到期了（2月23日），现在等镇水利站，请提醒。'],
    ['02-24', '王建国', lateToOthers],
    ['03-03', '周明德', lateToOthers],
  ])
  expect(await log(id)).toEqual([
    ['02-13', '经办人', '赵永强', ''],
    ['02-20', '镇人大办', '陈静', '分管领导、单位负责人'],
    ['02-24', null, null, '单位负责人'],
    ['02-27', null, null, ''],
    ['03-03', '人大主席', '周明德', ''],
  ])
})

test('it never ends in nobody: at the top it turns back to who can be reached, and then waits in the inbox of the office', async () => {
  const id = await inHand()
  await walkDays(server, '2027-01-14')
  await report(id)
  await unbind(town.presidium.id)
  expect(await walkDays(server, '2027-03-11')).toEqual([
    ['02-13', '赵永强', soon],
    ['02-20', '陈静', '《修复大郭西段河堤》快到期了（2月23日），现在等镇水利站，请提醒。'],
    ['02-24', '王建国', lateToOthers],
    // The week after the chair's own day: whoever is nearest below is told again.
    ['03-10', '陈静', lateToOthers],
  ])
  await unbind(town.office.id)
  await unbind(town.unit.id)
  const told = await walkDays(server, '2027-03-17')
  expect(told.filter(([day]) => day === '03-17')).toEqual([['03-17', '陈静', lateToOthers]])
  const rows = await server.database.reader.query<{ rung: string | null; passed: string }[]>(
    "SELECT rung, passed FROM reminder WHERE suggestion_id = ? AND ladder = 'unit' ORDER BY step",
    [id],
  )
  expect(rows[rows.length - 1]).toEqual({
    rung: null,
    passed: 'presidiumChair,congressOffice,unitHead,leaderInCharge,handler',
  })
})

test('a server that was off for weeks tells the highest rung once, not every one that was missed', async () => {
  await fullUnit()
  const id = await inHand()
  server.clock.set('2027-01-14T01:00:00Z')
  await report(id)
  server.clock.set('2027-03-04T01:00:00Z')
  // Overdue was on every list all the time; no job had to run for that.
  expect((await see(town, town.unit, id)).due).toEqual({ on: '2027-02-23', urgency: 'overdue' })
  expect(await toldNow(server)).toEqual([
    ['03-04', '周明德', lateToOthers],
    ['03-04', '王建国', lateToOthers],
  ])
  for (const _ of [1, 2]) expect(await toldNow(server)).toEqual([])
  expect(await walkDays(server, '2027-03-11')).toEqual([['03-10', '周明德', lateToOthers]])
})

test('an extension begins the ladder anew', async () => {
  await fullUnit()
  const id = await inHand()
  await walkDays(server, '2027-02-14')
  await report(id)
  await step(town, town.unit, id, 'requestExtension', forms(town).requestExtension)
  await step(town, town.presidium, id, 'grantExtension', forms(town).grantExtension)
  await server.run('checkContent')
  // 23 April: thirteen days before it, and no word of the old deadline in between.
  expect((await walkDays(server, '2027-04-24')).filter(([, , text]) => !text.includes('进展'))).toEqual([
    ['04-13', '赵永强', '《修复大郭西段河堤》快到期了，请在4月23日前办。'],
    ['04-20', '吴海涛', '《修复大郭西段河堤》快到期了，请在4月23日前办。'],
    ['04-24', '王建国', '《修复大郭西段河堤》已经逾期（4月23日），现在等镇水利站。'],
    ['04-24', '郑国平', '《修复大郭西段河堤》已经逾期（4月23日），请马上办理。'],
  ])
})

test('a deadline that is computed again begins the ladder anew', async () => {
  await fullUnit()
  const id = await inHand()
  server.clock.set('2027-01-14T01:00:00Z')
  await report(id)
  await walkDays(server, '2027-02-13')
  await town.office.client.call(addLocalDay, {
    params: { town: town.id },
    input: { version: 0, day: '2027-02-23', kind: 'holiday', reason: '正月十七庙会' },
  })
  expect(await walkDays(server, '2027-02-25')).toEqual([
    ['02-14', '赵永强', '《修复大郭西段河堤》快到期了，请在2月24日前办。'],
    ['02-21', '吴海涛', '《修复大郭西段河堤》快到期了，请在2月24日前办。'],
    ['02-25', '王建国', '《修复大郭西段河堤》已经逾期（2月24日），现在等镇水利站。'],
    ['02-25', '郑国平', '《修复大郭西段河堤》已经逾期（2月24日），请马上办理。'],
  ])
})

test('two instances that look at the same time tell it once', async () => {
  await bring(server, town, 'accepted')
  server.clock.set('2026-12-08T01:00:00Z')
  await Promise.all([server.run('clock'), server.run('clock')])
  expect((await toldTo(server, town.presidium)).filter((said) => said.includes('逾期'))).toHaveLength(1)
})

test('what is accepted and has no unit climbs a ladder of its own; a chair who proposed it is passed over', async () => {
  await server.database.transaction((tx) =>
    tx.insert(Post, {
      ...{ id: newId(), townId: town.id, personId: town.deputy.id, handlingUnitId: null },
      ...{ postKind: 'presidiumMember', presidiumPost: 'chairperson' },
    }),
  )
  await bring(server, town, 'accepted')
  // Ten working days from 23 November: 7 December.
  const toChair = '《修复大郭西段河堤》已经逾期（12月7日），现在等镇人大办。'
  expect(await walkDays(server, '2026-12-23')).toEqual([
    ['12-05', '陈静', '《修复大郭西段河堤》快到期了，请在12月7日前办。'],
    ['12-08', '周明德', toChair],
    ['12-08', '陈静', '《修复大郭西段河堤》已经逾期（12月7日），请马上办理。'],
    ['12-15', '周明德', toChair],
    ['12-22', '周明德', toChair],
  ])
  // Rather the chair than nobody.
  await unbind(town.presidium.id)
  expect(await walkDays(server, '2026-12-29')).toEqual([['12-29', '王建国', toChair]])
})

test('a draft is brought back to its author’s mind and nobody else hears of it', async () => {
  const id = await bring(server, town, 'draft')
  // Fifteen working days from 23 November: 14 December.
  expect(await walkDays(server, '2027-01-10')).toEqual([
    ['12-15', '王建国', '《修复大郭西段河堤》已经逾期（12月14日），请马上办理。'],
  ])
  await step(town, town.deputy, id, 'submit')
  expect(await log(id)).toEqual([])
})
