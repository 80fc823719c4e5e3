import { showOwnDutyFile } from '../../../shared/api/duty-files'
import { listWork } from '../../../shared/api/work'
import {
  dutyRecordSteps,
  recordDuty,
  recordDutyFor,
  showDutyRecord,
} from '../../../shared/matters/duty-record/endpoints'
import type { DutyRecordAction } from '../../../shared/matters/duty-record/table'
import { startServer, type TestServer } from '../../support/server'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

/** 补记 (catalogue 119): what no other part of the house saw, looked at by another than whoever wrote it. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
})
afterAll(() => server.stop())

const course = {
  ...{ dutyKind: 'trainingAttended', doneOn: '2026-11-06', subject: '县里的代表培训班' },
} as const
const record = ({ client }: TestPerson, more: object = {}) =>
  client.call(recordDuty, { params, input: { ...course, ...more } })
const refusedRecord = async ({ client }: TestPerson, more: object = {}) =>
  (await client.refused(recordDuty, { params, input: { ...course, ...more } })).fields
const step = async ({ client }: TestPerson, id: string, action: DutyRecordAction, form: object = {}) =>
  client.ask(dutyRecordSteps[action] as typeof dutyRecordSteps.giveBack, {
    params: { ...params, id },
    input: { version: await town.versionOf(id), form: form as { reason: string } },
  })
const lines = async ({ client }: TestPerson) =>
  (await client.call(showOwnDutyFile, { params, query: {} })).parts.flatMap((part) =>
    part.lines.map(({ kind, on, title, note, organiser, pending, typedBy }) =>
      [kind, on, title, note, organiser, pending, typedBy].filter((each) => each !== null),
    ),
  )
const counted = async ({ client }: TestPerson) =>
  (await client.call(showOwnDutyFile, { params, query: {} })).parts.flatMap((part) =>
    part.counted.map(({ kind, lines: all }) => [kind, all]),
  )

let first: string

test('a deputy records a course of the county; it waits for the office, which asks for what is missing, and then counts', async () => {
  ;({ id: first } = await record(town.deputy))
  const line = ['trainingAttended', '2026-11-06', '县里的代表培训班', '补记']
  expect(await lines(town.deputy)).toEqual([[...line, '待核实']])
  expect(await counted(town.deputy)).toEqual([])
  const { items } = await town.office.client.call(listWork, { params, query: { lane: 'mine' } })
  expect(items.map(({ kind, title }) => [kind, title])).toContainEqual(['dutyRecord', '县里的代表培训班'])

  await step(town.office, first, 'giveBack', { reason: '请补充由谁组织。' })
  expect((await toldTo(server, town.deputy))[0]).toContain(
    '您补记的《县里的代表培训班》请补充：请补充由谁组织。',
  )
  expect((await lines(town.deputy))[0]).toContain('请补充')
  await step(town.deputy, first, 'resubmit', { text: '听了两天课。', organiser: '县人大' })
  await step(town.office, first, 'confirm')
  expect(await lines(town.deputy)).toEqual([[...line.slice(0, 3), '补记', '县人大']])
  expect(await counted(town.deputy)).toEqual([['trainingAttended', 1]])
  const { timeline } = await town.deputy.client.call(showDutyRecord, { params: { ...params, id: first } })
  expect(timeline.map(({ action, by }) => [action, by])).toEqual([
    ['start', '档案本人 王建国'],
    ['giveBack', '镇人大办 陈静'],
    ['resubmit', '档案本人 王建国'],
    ['confirm', '镇人大办 陈静'],
  ])
})

test('the same day and kind asks whether it is the same; sent all the same and found to be, there is one line', async () => {
  expect(await refusedRecord(town.deputy, { subject: '县里培训' })).toEqual({
    again: '这天已经有一条《县里的代表培训班》，是同一件事吗？不是的话请打勾再交。',
  })
  const { id } = await record(town.deputy, { subject: '县里培训', again: true })
  await step(town.office, id, 'sameAs', { which: '11月6日 县里的代表培训班' })
  expect(await lines(town.deputy)).toHaveLength(1)
  expect((await toldTo(server, town.deputy)).join()).toContain('是同一件，不重复记')
})

test('what has not happened, and what is older than a year, is refused in words', async () => {
  expect(await refusedRecord(town.deputy, { doneOn: '2026-12-24' })).toHaveProperty('doneOn')
  expect(await refusedRecord(town.deputy, { doneOn: '2025-11-01' })).toEqual({
    doneOn: '只能补记 12 个月以内的事，更早的请交镇人大办登记。',
  })
  expect(await refusedRecord(town.deputy, { doneOn: '2026-11-10', doneUntil: '2026-11-09' })).toEqual({
    doneUntil: '结束的日期在开始以前，请改一下。',
  })
})

test('the office records what was said by telephone: it counts at once on its own day, and the deputy is told', async () => {
  const { id } = await town.office.client.call(recordDutyFor, {
    params,
    input: {
      ...{ deputyId: town.coSigner.id, spokeHow: 'phone', dutyKind: 'publicService' },
      ...{ doneOn: '2026-10-03', subject: '给中学讲防溺水' },
    },
  })
  expect(await lines(town.coSigner)).toEqual([
    ['publicService', '2026-10-03', '给中学讲防溺水', '补记', '陈静'],
  ])
  expect((await toldTo(server, town.coSigner))[0]).toContain('《给中学讲防溺水》已经记入您的履职档案')

  await step(town.office, id, 'voidRecord', { reason: '说的是另一位代表。' })
  expect(await lines(town.coSigner)).toEqual([])
})

test('nobody looks at what they wrote themselves, and nobody else reads it', async () => {
  const { id } = await record(town.otherDeputy)
  await server.database.transaction((tx) =>
    tx.query(
      `INSERT INTO post (id, town_id, person_id, post_kind) VALUES ('0123456789abcdefghij012345', ?, ?, 'congressOffice')`,
      [town.id, town.otherDeputy.id],
    ),
  )
  expect((await step(town.otherDeputy, id, 'confirm')).code).toBe('own_words')
  for (const other of [town.coSigner, town.unit])
    expect((await other.client.refused(showDutyRecord, { params: { ...params, id } })).code).toBe('not_found')
  expect((await step(town.office, id, 'confirm')).code).toBeUndefined()
})
