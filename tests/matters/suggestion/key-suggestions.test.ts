import { showBoard, showBoardItem } from '../../../shared/api/board'
import { listKeySuggestions } from '../../../shared/api/key-suggestions'
import { bring } from '../../support/bring'
import { live, staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { forms, refusedStep, see, step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestTown } from '../../support/town'
import { workOf } from '../../support/work'

let server: TestServer
let town: TestTown
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
})
afterEach(() => server.stop())

const mark = (id: string, changed: Record<string, unknown> = {}) =>
  step(town, town.presidium, id, 'markKey', { ...forms(town).markKey, ...changed })
const list = (year?: string) =>
  town.presidium.client.call(listKeySuggestions, { params, query: year ? { year } : {} })

test('the presidium picks one with its leader and plan; all who have to do with it are told', async () => {
  const id = await bring(server, town, 'handling')
  server.clock.advance({ minutes: 1 })
  const { key, keyYear, timeline } = await mark(id)
  expect([key, keyYear]).toEqual([
    {
      year: 2026,
      leadingOfficial: '刘志远',
      leadingPost: '镇党委书记',
      plan: '六月底前修完最险的 80 米，年底前全部修完。',
      notes: [],
    },
    2026,
  ])
  expect(timeline[timeline.length - 1]).toMatchObject({ action: 'markKey', by: '镇人大主席团 周明德' })
  expect([
    (await toldTo(server, town.unit))[0],
    (await toldTo(server, town.coUnit))[0],
    (await toldTo(server, town.deputy))[0],
    (await toldTo(server, town.villager))[0],
  ]).toEqual([
    '《修复大郭西段河堤》（2026-0001）列为重点建议，由镇党委书记刘志远领办。',
    '《修复大郭西段河堤》（2026-0001）列为重点建议，由镇党委书记刘志远领办。',
    '您的建议《修复大郭西段河堤》列为重点建议，由镇党委书记刘志远领办。',
    // His name is checked before a resident reads it.
    '您反映的事列为今年的重点，由一位领导领办。',
  ])
})

test('it is flagged in every list, and on its public page by what happened, not by a sixth fact', async () => {
  const id = await bring(server, town, 'handling')
  const before = Object.keys((await town.villager.client.call(showBoard, { params })).items[0] ?? {})
  await mark(id)
  const lists = await Promise.all(
    (
      [
        [town.unit, 'others'],
        [town.deputy, 'mine'],
        [town.presidium, 'others'],
      ] as const
    ).map(async ([person, lane]) => {
      const rows = await workOf(town, person, lane)
      return rows.find((row) => row.id === id)?.note
    }),
  )
  expect(lists).toEqual(Array(3).fill('2026 年重点 · 王建国代表'))
  await server.run('checkContent')
  server.clock.advance({ minutes: 5 })
  const [item] = (await town.villager.client.call(showBoard, { params })).items
  expect(Object.keys(item ?? {})).toEqual(before)
  const shown = await town.villager.client.call(showBoardItem, { params: { ...params, id } })
  expect(shown.timeline[shown.timeline.length - 1]?.line).toBe('列为重点督办建议，由镇党委书记刘志远领办')
})

test('progress and dispatches are kept with their day and who wrote them; only a dispatch is public', async () => {
  const id = await bring(server, town, 'handling')
  await mark(id)
  const form = forms(town)
  server.clock.advance({ days: 3 })
  await step(town, town.office, id, 'reportKeyProgress', { ...form.reportKeyProgress, notedOn: '2026-11-24' })
  await step(town, town.unit, id, 'reportKeyProgress', { notedOn: '2026-11-25', note: '进场 20 人。' })
  server.clock.advance({ minutes: 1 })
  const { key } = await step(town, town.presidium, id, 'dispatch', {
    ...form.dispatch,
    notedOn: '2026-11-26',
  })
  expect(key?.notes).toEqual([
    {
      kind: 'dispatch',
      notedOn: '2026-11-26',
      note: '镇党委会议决定先拨 12 万元。',
      planItem: '水利设施修复',
      by: '周明德',
    },
    { kind: 'progress', notedOn: '2026-11-25', note: '进场 20 人。', planItem: null, by: '赵永强' },
    {
      kind: 'progress',
      notedOn: '2026-11-24',
      note: '到现场看了两次，材料已经进场。',
      planItem: null,
      by: '陈静',
    },
  ])
  expect((await toldTo(server, town.unit))[0]).toBe(
    '镇党委调度了重点建议《修复大郭西段河堤》（2026-0001）：镇党委会议决定先拨 12 万元。',
  )
  await server.run('checkContent')
  const { timeline } = await town.villager.client.call(showBoardItem, { params: { ...params, id } })
  expect(timeline.slice(-2).map(({ line }) => line)).toEqual([
    '列为重点督办建议，由镇党委书记刘志远领办',
    '镇党委调度办理情况',
  ])
})

test('the arrangement changes with the official; a key suggestion that is none any more can be picked again', async () => {
  const id = await bring(server, town, 'accepted')
  await mark(id)
  const changed = await step(town, town.presidium, id, 'changeKey', forms(town).changeKey)
  expect(changed.key).toMatchObject({ leadingOfficial: '何丽萍', leadingPost: '镇长' })
  const without = await step(town, town.presidium, id, 'unmarkKey', forms(town).unmarkKey)
  expect([without.key, without.keyYear, (await list()).items]).toEqual([null, null, []])
  expect((await mark(id, { year: 2027 })).keyYear).toBe(2027)
  expect([(await list()).items.length, (await list('2027')).items.length]).toEqual([0, 1])
})

test('what is wrong is refused with a sentence', async () => {
  const id = await bring(server, town, 'handling')
  const form = forms(town)
  const refusal = async (...[action, input]: [Parameters<typeof step>[3], Record<string, unknown>]) =>
    refusedStep(town, town.presidium, id, action, input)
  expect((await refusal('markKey', { ...form.markKey, year: '2025' })).fields).toEqual({
    year: '重点建议一年一定，请填 2026 或 2027。',
  })
  expect((await refusal('markKey', { year: '明年' })).fields).toEqual({
    year: '哪一年的重点请填 0 到 2099 的整数，只写数字。',
    leadingOfficial: '请填写领办领导。',
    leadingPost: '请填写领办领导的职务。',
    plan: '请填写怎么办、什么时候办成。',
    decidedHow: '请填写怎么决定的。',
  })
  expect((await refusal('dispatch', form.dispatch)).message).toBe('这件不是重点建议，要先由主席团列为重点。')
  await mark(id)
  expect((await refusal('markKey', form.markKey)).message).toBe('这件已经是重点建议，可以改领办安排。')
  expect((await refusal('dispatch', { ...form.dispatch, notedOn: '2026-11-24' })).fields).toEqual({
    notedOn: '调度日期还没有到，最迟填今天（2026年11月23日）。',
  })
  const byOffice = await refusedStep(town, town.office, id, 'dispatch', form.dispatch)
  expect(byOffice.code).toBe('not_your_step')
})

test('a note on a replied suggestion does not answer again those that are merged into it', async () => {
  const merged = await bring(server, town, 'merged')
  const { mergedInto } = await see(town, town.office, merged)
  const id = mergedInto?.id ?? ''
  const form = forms(town)
  await step(town, town.office, id, 'assign', form.assign)
  await step(town, town.unit, id, 'receive', form.receive)
  const seen = await step(town, town.unit, id, 'consult', { ...form.consult, heldOn: '2026-11-23' })
  const consultationId = seen.rounds[0]?.consultations[0]?.id
  await step(town, town.deputy, id, 'confirmConsultation', { consultationId })
  await step(town, town.unit, id, 'reply', form.reply)
  const { version } = await see(town, town.office, merged)
  await mark(id)
  expect((await see(town, town.office, merged)).version).toBe(version)
  await step(town, town.unit, id, 'correctReply', form.correctReply)
  expect((await see(town, town.office, merged)).version).toBe(version + 1)
})

describe('the year on one screen', () => {
  test('late first, then by the day it is due, what has ended last', async () => {
    await staySignedIn(server)
    const late = await live(server, town, { subject: '装路灯' })
    await mark(late)
    server.clock.advance({ days: 30 })
    const ended = await live(server, town, { subject: '修桥', rounds: [{ repliedAfterDays: 0 }] })
    await mark(ended)
    await step(town, town.deputy, ended, 'evaluate', forms(town).evaluate)
    const fresh = await live(server, town, { subject: '清沟渠' })
    await mark(fresh)
    await step(town, town.unit, late, 'receive', forms(town).receive)
    await step(town, town.office, late, 'reportKeyProgress', forms(town).reportKeyProgress)
    server.clock.set('2027-03-10T01:00:00.000Z')
    const { year, items } = await list('2026')
    expect([
      year,
      items.map(({ subject, due, waitsFor, lastNote, progressNotes, dispatches }) => [
        subject,
        due?.urgency ?? null,
        waitsFor,
        lastNote?.note ?? null,
        progressNotes,
        dispatches,
      ]),
    ]).toEqual([
      2026,
      [
        ['清沟渠', 'overdue', 'leadUnit', null, 0, 0],
        ['装路灯', 'overdue', 'leadUnit', '到现场看了两次，材料已经进场。', 1, 0],
        ['修桥', null, null, null, 0, 0],
      ],
    ])
  })

  test('is for the office and the presidium of that town', async () => {
    await mark(await bring(server, town, 'accepted'))
    const elsewhere = await buildTown(server, '云岭坝镇')
    expect(
      (await elsewhere.office.client.call(listKeySuggestions, { params: { town: elsewhere.id } })).items,
    ).toEqual([])
    const answers = await Promise.all(
      [town.deputy, town.unit, town.villager, elsewhere.office].map(async ({ client }) => {
        const { code } = await client.refused(listKeySuggestions, { params })
        return code
      }),
    )
    expect(answers).toEqual(['not_allowed', 'not_allowed', 'not_allowed', 'not_allowed'])
  })
})
