import { showBoardItem } from '../../shared/api/board'
import { searchWork } from '../../shared/api/work'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { getPicture, uploaded } from '../support/photos'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** 退办、改办: from a matter that came to the wrong unit to one that can handle it. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

test('approved: the new unit begins with a new clock, the old one keeps its history and is told', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'assigned')
  server.clock.advance({ days: 4 })
  const asked = await step(town, town.unit, id, 'requestReturn', form.requestReturn)
  expect(asked).toMatchObject({
    state: 'returnRequested',
    waitsFor: 'congressOffice',
    due: { on: '2026-12-11' },
  })

  server.clock.advance({ days: 3 })
  const handedOver = await step(town, town.office, id, 'approveReturn', form.approveReturn)
  expect(handedOver).toMatchObject({
    state: 'assigned',
    unit: '镇财政所',
    rounds: [{ no: 1, handedOverOn: '2026-11-30', deadline: { on: '2027-03-01' }, responsibles: null }],
    returns: [
      {
        unit: '镇水利站',
        reason: form.requestReturn.reason,
        proposedUnit: { name: '镇财政所' },
        on: '2026-11-27',
        answer: 'approved',
        newUnit: '镇财政所',
      },
    ],
  })
  // Whoever handles it now does not help itself.
  expect(handedOver.asks).toEqual([])
  expect(await toldTo(server, town.coUnit)).toContain(
    '新交办：《修复大郭西段河堤》（2026-0001），改由你单位主办，请在2027年3月1日前答复代表。',
  )
  expect(await toldTo(server, town.unit)).toContain(
    '《修复大郭西段河堤》（2026-0001）已同意退办，改由镇财政所办理。',
  )
  expect(await toldTo(server, town.villager)).toContain('您反映的事改由镇财政所办，2027年3月1日前要有答复。')

  // The unit before reads what it had, and has nothing left to do; the new one receives.
  const had = await see(town, town.unit, id)
  expect(had).toMatchObject({
    ...{ state: 'assigned', unit: '镇财政所', waitsFor: null, due: null, actions: [] },
    plain: '这件事已经改由镇财政所办理，以后的经过由那里记。',
    rounds: [
      { no: 1, leadUnit: { name: '镇水利站' }, handedOverOn: '2026-11-23', deadline: { on: '2027-02-23' } },
    ],
  })
  expect(had.timeline.at(-1)?.action).toBe('approveReturn')
  server.clock.advance({ minutes: 1 })
  expect((await step(town, town.coUnit, id, 'receive', form.receive)).state).toBe('received')
  const talk = { ...form.consult, heldOn: '2026-11-30' }
  expect((await step(town, town.coUnit, id, 'consult', talk)).rounds[0]?.consultations).toHaveLength(1)
  const { version: _, ...after } = await see(town, town.unit, id)
  const { version: _before, ...before } = had
  expect(after).toEqual(before)
  const later = await uploaded(server, town, town.coUnit)
  await step(town, town.coUnit, id, 'consult', { ...talk, photos: [later] })
  for (const lane of ['mine', 'others', 'ended'] as const)
    expect((await workOf(town, town.unit, lane)).map((row) => row.id)).not.toContain(id)
  const { items } = await town.unit.client.call(searchWork, {
    ...{ params: { town: town.id }, input: { words: '河堤' } },
  })
  expect(items.find((row) => row.id === id)).toMatchObject({ due: null, turn: null, next: null })
  const sees = async (person: TestPerson) =>
    (await getPicture(server, `/towns/${town.id}/photos/${later}`, person)).status
  expect([await sees(town.office), await sees(town.unit)]).toEqual([200, 404])
  const item = await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })
  expect([item.unit, item.deadline?.on]).toEqual(['镇财政所', '2027-03-01'])
  expect(item.timeline.map(({ line }) => line)).toContain('改由镇财政所办理，2027年3月1日前答复')
})

test('refused: the unit goes on under the old clock, and cannot ask again', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  await step(town, town.unit, id, 'requestReturn', form.requestReturn)
  const back = await step(town, town.presidium, id, 'refuseReturn', form.refuseReturn)
  expect(back).toMatchObject({
    state: 'received',
    unit: '镇水利站',
    rounds: [{ deadline: { on: '2027-02-23' }, responsibles: { leader: '吴海涛' } }],
    returns: [{ answer: 'refused', decisionReason: form.refuseReturn.reason }],
  })
  expect(await toldTo(server, town.unit)).toContain(
    `《修复大郭西段河堤》（2026-0001）不能退办，请继续办理，2027年2月23日前答复：${form.refuseReturn.reason}`,
  )
  expect(await refusedStep(town, town.unit, id, 'requestReturn', form.requestReturn)).toMatchObject({
    code: 'return_closed',
  })
})

test('refused before it was received, it waits to be received again', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'returnRequested')
  expect((await step(town, town.office, id, 'refuseReturn', form.refuseReturn)).state).toBe('assigned')
})

test('the tenth working day is in time, the eleventh is not', async () => {
  const form = forms(town)
  const inTime = await bring(server, town, 'received')
  const late = await bring(server, town, 'received')
  server.clock.set('2026-12-07T15:00:00Z')
  expect((await step(town, town.unit, inTime, 'requestReturn', form.requestReturn)).state).toBe(
    'returnRequested',
  )
  server.clock.set('2026-12-07T16:30:00Z')
  expect(await refusedStep(town, town.unit, late, 'requestReturn', form.requestReturn)).toMatchObject({
    code: 'return_closed',
    message: '退办要在规定的期限内申请，同一轮只能申请一次。请继续办理，确有困难可以写延办反馈书。',
  })
})

test('a unit names another unit, and the office hands over to another one', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'assigned')
  const itself = { ...form.requestReturn, proposedUnitId: town.unitId }
  expect((await refusedStep(town, town.unit, id, 'requestReturn', itself)).fields).toEqual({
    proposedUnitId: '请选另一个单位，不能是本单位。',
  })
  const without = { proposedUnitId: town.coUnitId }
  expect((await refusedStep(town, town.unit, id, 'requestReturn', without)).fields).toEqual({
    reason: '请填写退办理由。',
  })
  await step(town, town.unit, id, 'requestReturn', form.requestReturn)
  const same = { leadUnitId: town.unitId }
  expect((await refusedStep(town, town.office, id, 'approveReturn', same)).fields).toEqual({
    leadUnitId: '还是原来的单位。如果不同意退办，请点“不同意退办”。',
  })
})
