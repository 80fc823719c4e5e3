import { listProgress } from '../../shared/api/progress'
import { bring } from '../support/bring'
import { walkDays } from '../support/days'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { forms, see, start, step, text } from '../support/suggestion'
import { addStaff, buildTown, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** 每两月报告进展 (catalogue 73): counted from hand-over and from each report, while a unit has it in hand. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  await staySignedIn(server)
})
afterEach(() => server.stop())

const listed = async (person: TestPerson) =>
  (await person.client.call(listProgress, { params: { town: town.id } })).items

test('the first is due two months after hand-over, the next two months after the last', async () => {
  const id = await bring(server, town, 'received')
  // Two months from 23 November is a Saturday.
  expect((await see(town, town.unit, id)).progressDue).toEqual({ on: '2027-01-25', urgency: 'inTime' })
  server.clock.set('2027-01-15T01:00:00Z')
  expect((await see(town, town.unit, id)).progressDue?.urgency).toBe('dueSoon')
  const reported = await step(town, town.unit, id, 'reportProgress', { note: '材料已经进场。' })
  expect(reported.progressDue).toEqual({ on: '2027-03-15', urgency: 'inTime' })
  expect(await listed(town.unit)).toMatchObject([
    { id, progressDue: { on: '2027-03-15' }, last: { on: '2027-01-15', note: '材料已经进场。' } },
  ])
})

test('it is the unit’s turn once the report is close, beside whoever is awaited, and not while that is late', async () => {
  const id = await bring(server, town, 'handling')
  const rows = async (lane: 'mine' | 'others') =>
    (await workOf(town, town.unit, lane)).map((row) => [
      row.next?.step ?? null,
      row.due?.on,
      row.due?.urgency,
    ])
  // The deputy is to confirm a consultation.
  const before = [await rows('mine'), await rows('others')]
  server.clock.set('2027-01-15T00:00:00Z')
  const close = [await rows('mine'), await rows('others')]
  server.clock.set('2027-01-27T00:00:00Z')
  const late = await rows('mine')
  await step(town, town.unit, id, 'reportProgress', { note: '材料已经进场。' })
  expect([before, close, late, await rows('mine')]).toEqual([
    [[], [[null, '2027-02-23', 'inTime']]],
    [[['reportProgress', '2027-01-25', 'dueSoon']], []],
    [['reportProgress', '2027-01-25', 'overdue']],
    [],
  ])
  server.clock.set('2027-03-20T00:00:00Z')
  expect(await rows('mine')).toEqual([])
})

test('another unit begins to count with its own hand-over; a reply ends it', async () => {
  const replied = await bring(server, town, 'replied')
  const id = await bring(server, town, 'returnRequested')
  expect((await see(town, town.office, id)).progressDue).toBeNull()
  server.clock.set('2026-12-01T01:00:00Z')
  await step(town, town.office, id, 'approveReturn', forms(town).approveReturn)
  await step(town, town.coUnit, id, 'receive', forms(town).receive)
  expect((await see(town, town.coUnit, id)).progressDue?.on).toBe('2027-02-01')
  expect((await see(town, town.unit, replied)).progressDue).toBeNull()
})

test('handler, then leader, then the office hear of a report that is not there', async () => {
  await addStaff(server, town.id, { name: '吴海涛', kind: 'unitLeader', unitId: town.unitId })
  await bring(server, town, 'handling')
  const told = (await walkDays(server, '2027-02-16')).filter(([, , said]) => said.includes('进展'))
  expect(told).toEqual([
    ['01-15', '赵永强', '《修复大郭西段河堤》该报告办理进展了，请在1月25日前报告。'],
    ['01-26', '吴海涛', '《修复大郭西段河堤》的进展报告逾期了（1月25日），请马上报告。'],
    ['02-02', '陈静', '《修复大郭西段河堤》的进展报告逾期了（1月25日），现在等镇水利站。'],
  ])
})

test('nobody is asked for a report where the step before it is late: that one climbs already', async () => {
  await addStaff(server, town.id, { name: '吴海涛', kind: 'unitLeader', unitId: town.unitId })
  await bring(server, town, 'received')
  const told = await walkDays(server, '2027-02-16')
  expect(told.some(([, , said]) => said.includes('已经逾期'))).toBe(true)
  expect(told.filter(([, , said]) => said.includes('进展'))).toEqual([])
})

test('a unit sees its own, the office all with the late ones first, others none', async () => {
  const late = await bring(server, town, 'received')
  server.clock.set('2027-01-20T01:00:00Z')
  const form = forms(town)
  const fresh = await start(town, { ...text, subject: '清淤大营灌溉渠' })
  await step(town, town.deputy, fresh, 'submit')
  await step(town, town.office, fresh, 'startReview')
  await step(town, town.office, fresh, 'accept', form.accept)
  await step(town, town.office, fresh, 'assign', { leadUnitId: town.coUnitId })
  await step(town, town.coUnit, fresh, 'receive', form.receive)
  server.clock.set('2027-01-26T01:00:00Z')
  const seen = async (person: TestPerson) =>
    (await listed(person)).map(({ id, progressDue }) => [id, progressDue.urgency])
  expect(await seen(town.office)).toEqual([
    [late, 'overdue'],
    [fresh, 'inTime'],
  ])
  expect(await seen(town.presidium)).toEqual(await seen(town.office))
  expect(await seen(town.unit)).toEqual([[late, 'overdue']])
  expect(await seen(town.coUnit)).toEqual([[fresh, 'inTime']])
  expect(await seen(town.deputy)).toEqual([])
})
