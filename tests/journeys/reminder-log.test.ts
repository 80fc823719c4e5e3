import { showBoardItem } from '../../shared/api/board'
import { listAgeing } from '../../shared/api/figures'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

/** 催办记录: who was pressed, how, and what they answered; and who does not get to read it. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  await staySignedIn(server)
})
afterEach(() => server.stop())

test('a call of the office stands in the log with whom it reached and what they said', async () => {
  const id = await bring(server, town, 'handling')
  await step(town, town.presidium, id, 'remind', { note: '请抓紧。' })
  server.clock.advance({ hours: 1 })
  const seen = await step(town, town.office, id, 'recordReminder', forms(town).recordReminder)
  expect(seen.reminders).toEqual([
    {
      channel: 'app',
      at: '2026-11-23T01:00:00.000Z',
      by: '周明德',
      whom: '镇水利站',
      said: '请抓紧。',
      answer: null,
      rung: null,
      passed: [],
    },
    {
      channel: 'phone',
      at: '2026-11-23T02:00:00.000Z',
      by: '陈静',
      whom: '高保山站长',
      said: null,
      answer: '材料月底到，到了就开工。',
      rung: null,
      passed: [],
    },
  ])
  expect(seen.state).toBe('handling')
  expect((await toldTo(server, town.unit))[0]).toBe(
    '镇人大办催办过《修复大郭西段河堤》（2026-0001，2027年2月23日到期），已经登记，请抓紧。',
  )
})

test('office, presidium and unit read it; deputies and the public see only that there was one', async () => {
  const id = await bring(server, town, 'handling')
  await step(town, town.office, id, 'recordReminder', forms(town).recordReminder)
  const counts = [town.office, town.presidium, town.unit, town.deputy, town.coSigner, town.coUnit].map(
    async (person) => (await see(town, person, id)).reminders.length,
  )
  expect(await Promise.all(counts)).toEqual([1, 1, 1, 0, 0, 0])
  const toDeputy = JSON.stringify(await see(town, town.deputy, id))
  const item = await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })
  expect(item.timeline.map(({ line }) => line)).toContain('镇人大催办')
  for (const text of [toDeputy, JSON.stringify(item)]) {
    expect(text).not.toContain('高保山')
    expect(text).not.toContain('材料月底到')
  }
})

test('a call without an answer, or as a message that was never sent, is not written down', async () => {
  const id = await bring(server, town, 'handling')
  const form = forms(town).recordReminder
  expect(await refusedStep(town, town.office, id, 'recordReminder', { ...form, answer: ' ' })).toMatchObject({
    fields: { answer: '请填写对方怎么说。' },
  })
  expect(
    await refusedStep(town, town.office, id, 'recordReminder', { ...form, channel: 'app' }),
  ).toMatchObject({ fields: { channel: '请选择怎么催办的。' } })
  expect((await see(town, town.office, id)).reminders).toEqual([])
})

test('the ageing report says how often somebody was reminded', async () => {
  const id = await bring(server, town, 'assigned')
  await step(town, town.office, id, 'recordReminder', forms(town).recordReminder)
  server.clock.set('2026-12-28T01:00:00Z')
  await server.run('clock')
  const { items } = await town.office.client.call(listAgeing, { params: { town: town.id }, query: {} })
  // The call, and the clock to the chair: the receipt was due on 30 November.
  expect(items).toMatchObject([{ id, overdue: true, days: 35, reminders: 2, remindedOn: '2026-12-28' }])
})
