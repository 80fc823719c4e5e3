import { listWork } from '../../../shared/api/work'
import { askUnit, showUnitLine, unitLineSteps } from '../../../shared/matters/unit-line/endpoints'
import { showSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { findDifferences } from '../../../server/engine/rebuild'
import { startServer, type TestServer } from '../../support/server'
import { spoken } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, signedInAgain, type TestPerson, type TestTown } from '../../support/town'

/** 直接问单位: a deputy asks, the unit answers on a day of its own, and the office sees it; it is no suggestion. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(async () => {
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  await server.stop()
})

const at = (id: string) => ({ town: town.id, id })
const see = (person: TestPerson, id: string) => person.client.call(showUnitLine, { params: at(id) })
const asks = (more: object = {}) => ({
  params: { town: town.id },
  input: { unitId: town.unitId, subject: '排水沟什么时候清', text: '堵了半个月，请看一看。', ...more },
})
const ask = async (more: object = {}) => (await town.deputy.client.call(askUnit, asks(more))).id
async function take(person: TestPerson, id: string, action: keyof typeof unitLineSteps, form: object = {}) {
  const { version } = await see(person, id)
  return person.client.ask(unitLineSteps[action] as typeof unitLineSteps.answer, {
    params: at(id),
    input: { version, form: form as { text: string } },
  })
}
const work = async (person: TestPerson, lane: 'mine' | 'others') => {
  const query = { lane, kind: 'unitLine' as const }
  return (await person.client.call(listWork, { params: { town: town.id }, query })).items
}

test('is work of the unit with a day, seen by the office and by nobody else, and answered to the deputy', async () => {
  const id = await ask()
  expect(await work(town.unit, 'mine')).toMatchObject([
    { id, title: '排水沟什么时候清', due: { on: '2026-11-30' }, next: { label: '回答代表' } },
  ])
  expect(await toldTo(server, town.unit)).toContain(
    '王建国代表直接问您单位：“排水沟什么时候清”，请在11月30日前回答。',
  )
  expect((await work(town.office, 'others')).map((row) => row.id)).toEqual([id])
  for (const person of [town.coUnit, town.coSigner, town.presidium])
    expect((await person.client.refused(showUnitLine, { params: at(id) })).code).toBe('not_found')
  await take(town.unit, id, 'answer', { text: '周三就去清。' })
  const answered = await see(town.deputy, id)
  expect(answered).toMatchObject({
    state: 'answered',
    waitsFor: 'asker',
    plain: expect.any(String) as string,
  })
  expect(answered.timeline.map(({ note }) => note)).toEqual(['堵了半个月，请看一看。', '周三就去清。'])
  expect((await toldTo(server, town.deputy))[0]).toMatch(/回答了您问的“排水沟什么时候清”：周三就去清。$/)
  await take(town.deputy, id, 'askMore', { text: '周几去？' })
  expect((await see(town.unit, id)).state).toBe('asked')
  await take(town.office, id, 'answerByWord', { text: '周三上午。', ...spoken })
  await take(town.deputy, id, 'accept')
  expect(await see(town.deputy, id)).toMatchObject({ state: 'closed', waitsFor: null })
})

test('goes to another unit through the office; what nobody answers is asked for', async () => {
  const id = await ask()
  await take(town.unit, id, 'notOurs', { reason: '这一段归别的单位管。' })
  expect(await work(town.office, 'mine')).toMatchObject([{ id, next: { label: '转给别的单位' } }])
  expect((await take(town.office, id, 'sendOn', { unitId: town.unitId })).code).toBe('nothing_changed')
  await take(town.office, id, 'sendOn', { unitId: town.coUnitId })
  expect(await work(town.coUnit, 'mine')).toMatchObject([{ id }])
  expect((await town.unit.client.refused(showUnitLine, { params: at(id) })).code).toBe('not_found')
  server.clock.advance({ days: 6 })
  await server.run('clock')
  const asked = '王建国代表问的“排水沟什么时候清”，请在11月30日前回答。'
  expect(await toldTo(server, town.coUnit)).toContain(asked)
  server.clock.advance({ days: 3 })
  await server.run('clock')
  expect((await toldTo(server, town.office)).join()).toContain('“排水沟什么时候清”，逾期还没有回答')
  town = await signedInAgain(server, town)
  expect((await work(town.office, 'others'))[0]?.due?.urgency).toBe('overdue')
  await take(town.office, id, 'tellInstead', { text: '这一段归县里管，已经去问了。' })
  // The deputy need not say anything: it ends by itself.
  server.clock.advance({ days: 40 })
  await server.run('clock')
  town = await signedInAgain(server, town)
  expect((await see(town.deputy, id)).state).toBe('closed')
})

test('becomes a suggestion in the words of the deputy, who alone may ask', async () => {
  const id = await ask({ villageId: town.village })
  await take(town.deputy, id, 'raise')
  const { suggestionId } = await see(town.deputy, id)
  const draft = { params: at(suggestionId ?? '') }
  expect(await town.deputy.client.call(showSuggestion, draft)).toMatchObject({
    ...{ state: 'draft', subject: '排水沟什么时候清', facts: '堵了半个月，请看一看。' },
  })
  expect((await town.unit.client.refused(showSuggestion, draft)).code).toBe('not_found')
  const other = await ask({ subject: '路灯什么时候修' })
  await take(town.deputy, other, 'withdraw', { reason: '已经修好了。' })
  expect((await see(town.unit, other)).state).toBe('withdrawn')
  for (const person of [town.office, town.unit, town.villager])
    expect((await person.client.refused(askUnit, asks())).code).toBe('not_allowed')
  const wrong = await town.deputy.client.refused(askUnit, asks({ unitId: town.village }))
  expect(wrong.fields).toEqual({ unitId: expect.stringContaining('没有这个承办单位') as string })
})
