import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** A matter in the wrong hands: another unit takes it over, helps or is let go, and a deputy may say that it is wrong. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const told = async (person: TestPerson, text: string) =>
  (await toldTo(server, person)).some((one) => one.includes(text))

test('a unit that has it once more may ask once more, however often it was given on', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'assigned')
  const give = async (from: TestPerson, leadUnitId: string) => {
    await step(town, from, id, 'requestReturn', { reason: '不归本单位管。', proposedUnitId: leadUnitId })
    await step(town, town.office, id, 'approveReturn', { leadUnitId })
    server.clock.advance({ days: 1 })
  }
  await give(town.unit, town.coUnitId)
  await give(town.coUnit, town.unitId)
  const third = await step(town, town.unit, id, 'requestReturn', form.requestReturn)
  expect(third.state).toBe('returnRequested')
  await step(town, town.office, id, 'refuseReturn', form.refuseReturn)
  expect((await refusedStep(town, town.unit, id, 'requestReturn', form.requestReturn)).code).toBe(
    'return_closed',
  )
})

test('the unit before reads what it had and where it went, and nothing of what came later', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  const had = (await see(town, town.unit, id)).timeline.length
  server.clock.advance({ days: 3 })
  await step(town, town.office, id, 'reassign', form.reassign)
  const left = await see(town, town.unit, id)
  server.clock.advance({ days: 1 })
  await step(town, town.coUnit, id, 'receive', form.receive)
  await step(town, town.coUnit, id, 'consult', { ...form.consult, heldOn: '2026-11-27' })
  const later = await see(town, town.unit, id)
  expect([later.state, later.plain, later.waitsFor, later.actions]).toEqual([
    'assigned',
    '这件事已经改由镇财政所办理，以后的经过由那里记。',
    null,
    [],
  ])
  expect([later.timeline.length, later.timeline.at(-1)?.action]).toEqual([had + 1, 'reassign'])
  expect(later.rounds).toEqual(left.rounds)
  expect(later.rounds).toMatchObject([{ leadUnit: { name: '镇水利站' }, handedOverOn: '2026-11-23' }])
  expect((await see(town, town.office, id)).rounds[0]?.consultations).toHaveLength(
    (left.rounds[0]?.consultations.length ?? 0) + 1,
  )
})

test('the second round may go to another unit, with a clock and three responsibles of its own', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'evaluated')
  const same = { ...form.reHandleElsewhere, leadUnitId: town.unitId }
  expect((await refusedStep(town, town.office, id, 'reHandleElsewhere', same)).fields).toEqual({
    leadUnitId: '还是原来的单位。请选另一个单位，或者点“责成重新办理”。',
  })
  const again = await step(town, town.office, id, 'reHandleElsewhere', form.reHandleElsewhere)
  expect(again).toMatchObject({ state: 'assigned', unit: '镇财政所', waitsFor: 'leadUnit' })
  expect(again.rounds.map(({ no, leadUnit }) => [no, leadUnit.name])).toEqual([
    [1, '镇水利站'],
    [2, '镇财政所'],
  ])
  expect(again.rounds[1]?.responsibles).toBeNull()
  expect(await told(town.coUnit, '代表对上一轮不满意，改由你单位重新办理')).toBe(true)
  expect(await told(town.unit, '改由镇财政所重新办理：原单位两次都没有办。')).toBe(true)
  expect(await told(town.deputy, '改由镇财政所重新办理')).toBe(true)
  expect((await step(town, town.coUnit, id, 'receive', form.receive)).state).toBe('received')
  const before = await see(town, town.unit, id)
  expect(before.rounds.map(({ no, evaluation }) => [no, evaluation?.result])).toEqual([[1, 'notSatisfied']])
  const last = await bring(server, town, 'escalated')
  expect((await refusedStep(town, town.office, last, 'reHandleElsewhere', form.reHandleElsewhere)).code).toBe(
    'wrong_state',
  )
})

test('a deputy objects to the unit: the office answers with a day, or hands it on; meanwhile it is handled', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  expect((await refusedStep(town, town.office, id, 'keepUnit', form.keepUnit)).code).toBe('no_unit_objection')
  await step(town, town.deputy, id, 'objectToUnit', form.objectToUnit)
  expect(
    await told(town.office, '不该由镇水利站办，请在12月7日前改交或者答复：这段河堤归财政所管的项目。'),
  ).toBe(true)
  expect(await told(town.unit, '没有改交以前，请照常办')).toBe(true)
  const waiting = (await workOf(town, town.office, 'mine')).filter((one) => one.id === id)
  expect(waiting.map(({ next }) => next?.step)).toEqual(['keepUnit'])
  expect((await step(town, town.unit, id, 'consult', { ...form.consult, heldOn: '2026-11-23' })).state).toBe(
    'handling',
  )
  await step(town, town.office, id, 'keepUnit', form.keepUnit)
  expect(await told(town.deputy, '仍由镇水利站办理：职责清单写明由水利站负责。')).toBe(true)
  expect((await refusedStep(town, town.deputy, id, 'objectToUnit', form.objectToUnit)).code).toBe(
    'unit_objected_before',
  )
  await step(town, town.office, id, 'reassign', form.reassign)
  await step(town, town.deputy, id, 'objectToUnit', { question: '还是该由水利站办。' })
  // It is his own, though others signed with him.
  expect((await refusedStep(town, town.coSigner, id, 'dropObjection', form.dropObjection)).code).toBe(
    'not_own_objection',
  )
  await step(town, town.deputy, id, 'dropObjection', form.dropObjection)
  expect((await see(town, town.office, id)).asks.filter(({ isAwaited }) => isAwaited)).toEqual([])

  const joint = await bring(server, town, 'assigned')
  const merged = await bring(server, { ...town, deputy: town.otherDeputy }, 'underReview')
  await step(town, town.office, merged, 'merge', { ...form.merge, targetId: joint })
  const stranger = await refusedStep(town, town.presidium, joint, 'objectToUnit', form.objectToUnit)
  expect(stranger.code).toBe('not_your_step')
  await step(town, town.coSigner, joint, 'objectToUnit', { question: '该由财政所办。' })
  expect(await told(town.office, '张春梅代表认为《修复大郭西段河堤》')).toBe(true)
  expect(await told(town.deputy, '张春梅代表认为您领衔的《修复大郭西段河堤》不该由镇水利站办')).toBe(true)
  expect((await refusedStep(town, town.deputy, joint, 'dropObjection', form.dropObjection)).code).toBe(
    'not_own_objection',
  )
  await step(town, town.coSigner, joint, 'dropObjection', form.dropObjection)
  expect(await told(town.unit, '代表收回了对《修复大郭西段河堤》')).toBe(true)
  await step(town, town.office, joint, 'reassign', form.reassign)
  await step(town, town.otherDeputy, joint, 'objectToUnit', { question: '和我的那件不是一个单位管。' })
  expect(await told(town.coSigner, '李志强代表对您附议的《修复大郭西段河堤》的承办单位提出异议。')).toBe(true)
  await step(town, town.office, joint, 'keepUnit', form.keepUnit)
  expect(await told(town.otherDeputy, '和您的建议并案的《修复大郭西段河堤》仍由镇财政所办理：职责清单')).toBe(
    true,
  )
})

test('co-units are added and let go: each hears it, and the reply waits for those that help', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  const helping = async () =>
    (await see(town, town.office, id)).asks
      .filter(({ ask }) => ask === 'coOpinion')
      .map(({ who }) => who.name)
  expect(await helping()).toEqual(['镇财政所'])
  const known = { coUnitIds: [town.coUnitId] }
  expect((await refusedStep(town, town.office, id, 'addCoUnits', known)).fields).toEqual({
    coUnitIds: '有的单位已经是协办单位，请只选要增加的。',
  })
  await step(town, town.office, id, 'releaseCoUnit', form.releaseCoUnit)
  expect(await helping()).toEqual([])
  expect(await told(town.coUnit, '不再请你单位协办：资金已经落实。')).toBe(true)
  expect(await told(town.unit, '不再请镇财政所协办')).toBe(true)
  expect((await refusedStep(town, town.office, id, 'releaseCoUnit', form.releaseCoUnit)).code).toBe(
    'no_such_co_unit',
  )
  expect((await see(town, town.coUnit, id)).actions).toEqual([])
  server.clock.advance({ days: 2 })
  await step(town, town.office, id, 'addCoUnits', known)
  expect(await helping()).toEqual(['镇财政所'])
  expect(await told(town.coUnit, '增加协办单位：镇财政所。请按时提出协办意见。')).toBe(true)
  expect((await see(town, town.coUnit, id)).actions).toContain('giveCoOpinion')
  const lead = { coUnitIds: [town.unitId] }
  expect((await refusedStep(town, town.office, id, 'addCoUnits', lead)).fields).toEqual({
    coUnitIds: '主办单位不能同时是协办单位。',
  })
})
