import { showBoard, showBoardItem } from '../../shared/api/board'
import { listKeySuggestions } from '../../shared/api/key-suggestions'
import { people } from '../../shared/registers/people'
import { posts } from '../../shared/registers/posts'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** 重点建议: picked for a year, led by a chief official, pushed on in writing, marked for everyone to see. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
})
afterEach(() => server.stop())

/** After the few seconds for which a public page may be kept. */
const publicItem = (id: string) => {
  server.clock.advance({ minutes: 1 })
  return createClient(server.url).call(showBoardItem, { params: { ...params, id } })
}
const year = (asked?: string) =>
  town.office.client.call(listKeySuggestions, { params, query: asked ? { year: asked } : {} })

test('from the pick to the end: leader, plan, progress, dispatch, and the mark that the public sees', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  expect((await publicItem(id)).key).toBeNull()
  await step(town, town.presidium, id, 'markKey', form.markKey)
  await server.run('checkContent')
  expect((await publicItem(id)).key).toEqual({ year: 2026, leader: '镇党委书记刘志远' })

  await step(town, town.office, id, 'reportKeyProgress', form.reportKeyProgress)
  await step(town, town.presidium, id, 'dispatch', form.dispatch)
  expect((await year()).items).toMatchObject([
    {
      id,
      leadingOfficial: '刘志远',
      leadingPost: '镇党委书记',
      plan: form.markKey.plan,
      progressNotes: 1,
      dispatches: 1,
      lastNote: { kind: 'dispatch', notedOn: '2026-11-23', planItem: '水利设施修复', by: '周明德' },
    },
  ])
  server.clock.advance({ minutes: 1 })
  await step(town, town.presidium, id, 'changeKey', form.changeKey)
  await server.run('checkContent')
  expect((await toldTo(server, town.unit))[0]).toContain('改由镇长何丽萍领办')
  expect((await publicItem(id)).key).toEqual({ year: 2026, leader: '镇长何丽萍' })

  // It is handled like any other, and stays on the list of its year when it is done.
  await step(town, town.unit, id, 'reply', form.reply)
  await step(town, town.deputy, id, 'evaluate', form.evaluate)
  expect((await year()).items).toMatchObject([{ id, state: 'closed', waitsFor: null }])
  expect((await publicItem(id)).key).toEqual({ year: 2026, leader: '镇长何丽萍' })
  expect((await year('2027')).items).toEqual([])
})

test('what is no key suggestion any more loses the mark, keeps its history, and goes on being handled', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  await step(town, town.presidium, id, 'markKey', form.markKey)
  await step(town, town.presidium, id, 'unmarkKey', form.unmarkKey)
  const { key, state, timeline } = await see(town, town.unit, id)
  expect([key, state, timeline.slice(-2).map(({ action }) => action)]).toEqual([
    null,
    'handling',
    ['markKey', 'unmarkKey'],
  ])
  const item = await publicItem(id)
  expect([item.key, item.timeline[item.timeline.length - 1]?.line]).toEqual([
    null,
    '不再列为重点督办，照常办理',
  ])
})

test('a confidential one may be a key suggestion, and the public still learns nothing', async () => {
  const id = await bring(server, town, 'handling')
  await server.database.transaction((tx) =>
    tx.query('UPDATE suggestion SET confidential = 1 WHERE id = ?', [id]),
  )
  await step(town, town.presidium, id, 'markKey', forms(town).markKey)
  expect((await town.villager.client.call(showBoard, { params })).items).toEqual([])
  const { code } = await createClient(server.url).refused(showBoardItem, { params: { ...params, id } })
  expect(code).toBe('not_found')
  const told = await toldTo(server, town.villager)
  expect(told.filter((text) => text.includes(forms(town).markKey.plan))).toEqual([])
})

test('the leading official and the party committee see what is picked, report and dispatch it, and nothing else', async () => {
  const form = forms(town)
  const appoint = async (name: string, postKind: 'leadingOfficial' | 'partyCommittee') => {
    const personId = await addStaff(server, town.id, { name, kind: 'unitClerk', unitId: town.coUnitId })
    await server.database.transaction((tx) => tx.query('DELETE FROM post WHERE person_id = ?', [personId]))
    await town.office.client.call(posts.endpoints.add, { params, input: { personId, postKind } })
    return signedIn(server, personId)
  }
  const mayor = await appoint('何丽萍', 'leadingOfficial')
  const party = await appoint('高明远', 'partyCommittee')
  const rename = async ({ id }: TestPerson, name: string) => {
    const { version, values } = await town.office.client.call(people.endpoints.show, {
      params: { ...params, id },
    })
    const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value))
    const input = { version, form: { ...written, name } }
    await town.office.client.call(people.endpoints.change, { params: { ...params, id }, input })
  }
  const other = await bring(server, town, 'handling')
  const id = await bring(server, town, 'handling')
  const waiting = async (by: TestPerson) => (await workOf(town, by, 'others')).map((row) => row.id)
  for (const by of [mayor, party])
    expect((await refusedStep(town, by, id, 'dispatch', form.dispatch)).code).toBe('not_found')
  await step(town, town.presidium, id, 'markKey', form.markKey)
  expect(await toldTo(server, party)).toContain(
    '《修复大郭西段河堤》（2026-0002）列为重点建议，由镇党委书记刘志远领办，请适时调度。',
  )
  // Who is to lead it comes into the register later: it is theirs from that day.
  const secretary = await appoint('刘志远', 'leadingOfficial')
  expect([await waiting(secretary), await waiting(mayor), await waiting(party)]).toEqual([[id], [], [id]])
  const listed = async (by: TestPerson) =>
    (await by.client.call(listKeySuggestions, { params, query: {} })).items.map((row) => row.id)
  expect([await listed(secretary), await listed(mayor), await listed(party)]).toEqual([[id], [], [id]])
  expect((await refusedStep(town, mayor, id, 'reportKeyProgress', form.reportKeyProgress)).code).toBe(
    'not_found',
  )
  expect((await refusedStep(town, party, id, 'reportKeyProgress', form.reportKeyProgress)).code).toBe(
    'not_your_step',
  )
  expect((await refusedStep(town, secretary, id, 'remind', form.remind)).code).toBe('not_your_step')

  await step(town, secretary, id, 'reportKeyProgress', form.reportKeyProgress)
  await step(town, party, id, 'dispatch', form.dispatch)
  server.clock.advance({ minutes: 1 })
  const seen = await step(town, secretary, id, 'dispatch', { ...form.dispatch, note: '再拨 3 万元。' })
  expect(seen.key?.notes.map(({ by, kind }) => [by, kind])).toEqual([
    ['刘志远', 'dispatch'],
    ['高明远', 'dispatch'],
    ['刘志远', 'progress'],
  ])
  expect(await toldTo(server, town.unit)).toEqual(
    expect.arrayContaining([
      '领办领导调度了重点建议《修复大郭西段河堤》（2026-0002）：再拨 3 万元。',
      '镇党委调度了重点建议《修复大郭西段河堤》（2026-0002）：镇党委会议决定先拨 12 万元。',
    ]),
  )
  const { timeline } = await publicItem(id)
  expect(timeline.map(({ line }) => line)).toEqual(
    expect.arrayContaining(['镇党委调度办理情况', '领办领导调度办理情况']),
  )
  // It is theirs by who they are: another name in the register changes nothing.
  await rename(secretary, '刘志远（书记）')
  expect((await listed(secretary)).length).toBe(1)
  const alone = { ...form.changeKey, decidedHow: '碰头时说的' }
  expect((await refusedStep(town, town.presidium, id, 'changeKey', alone)).fields).toEqual({
    decidedHow: '请写哪一次主席团会议；没有开会的，写同意的成员的姓名（主席团一共 1 位，要 1 位以上）。',
  })
  const second = await appoint('何丽萍', 'leadingOfficial')
  expect((await refusedStep(town, town.presidium, id, 'changeKey', form.changeKey)).fields).toEqual({
    leadingOfficial: '领办领导里有 2 位叫“何丽萍”。请先在名册里把他们的姓名改得能分清，再来选。',
  })
  await rename(second, '何丽萍（人大）')
  // Another leads it now, and whoever led it before has no part in it any more and hears so.
  await step(town, town.presidium, id, 'changeKey', form.changeKey)
  expect(await toldTo(server, secretary)).toContain(
    '《修复大郭西段河堤》（2026-0002）改由镇长何丽萍领办，您不用再领办。',
  )
  expect([await waiting(secretary), await waiting(mayor)]).toEqual([[], [id]])
  expect(await toldTo(server, mayor)).toContain(
    '重点建议《修复大郭西段河堤》（2026-0002）由您领办：照原计划办。',
  )
  await step(town, town.presidium, id, 'unmarkKey', form.unmarkKey)
  for (const [by, words] of [[mayor, '您领办的'] as const, [party, ''] as const])
    expect(await toldTo(server, by)).toContain(
      `${words}《修复大郭西段河堤》（2026-0002）不再列为重点建议：县里已经统一安排。`,
    )
  expect([await waiting(mayor), await waiting(party), (await waiting(party)).includes(other)]).toEqual([
    ...[[], []],
    false,
  ])
})
