import { listDutyFiles, showDutyFile, showOwnDutyFile, type DutyFile } from '../../shared/api/duty-files'
import { meetingSteps, planMeeting, showMeetingMatter } from '../../shared/matters/meeting/endpoints'
import { goodDeeds } from '../../shared/registers/good-deeds'
import { trainings } from '../../shared/registers/trainings'
import { visits } from '../../shared/registers/visits'
import { addGroup } from '../support/group'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { forms, start, step } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 履职档案 (catalogue 119): what a deputy did stands there by itself, once, on the day on which it was done. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }
const opinions = opinionsOf(() => ({ server, town }))

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
})
afterAll(() => server.stop())

const own = ({ client }: TestPerson) => client.call(showOwnDutyFile, { params, query: {} })
const fileOf = ({ client }: TestPerson, { id }: TestPerson) =>
  client.call(showDutyFile, { params: { ...params, id }, query: {} })
const lines = ({ parts }: DutyFile) =>
  parts.flatMap((part) =>
    part.lines.map(({ kind, on, title, measure, pending, typedBy }) =>
      [kind, on, title, measure, pending, typedBy].filter((each) => each !== null),
    ),
  )
const hidden = ({ parts }: DutyFile) => parts.reduce((sum, part) => sum + part.hidden, 0)

const addVisit = ({ client }: TestPerson, more: object = {}) =>
  client.call(visits.endpoints.add, {
    params,
    input: { visitedOn: '2026-11-20', visitKind: 'home', villageId: town.village, persons: '3', ...more },
  })
const addDeed = ({ client }: TestPerson, more: object = {}) =>
  client.call(goodDeeds.endpoints.add, {
    params,
    input: { deedKind: 'deed', title: '帮三组接通自来水', doneOn: '2026-11-18', ...more },
  })

test('whoever has done nothing has an empty file, with every part', async () => {
  const file = await own(town.deputy)
  expect(file.person).toMatchObject({ name: '王建国', group: '第一代表小组' })
  expect([file.from, file.to]).toEqual(['2026-01-01', '2026-12-31'])
  expect(file.parts.map(({ lines: all, counted }) => [all.length, counted.length])).toEqual(
    Array.from({ length: 7 }, () => [0, 0]),
  )
})

test('what was done anywhere stands in the file once, on its own day, and nobody typed it there', async () => {
  await addVisit(town.deputy)
  // From a notebook, weeks later.
  await addVisit(town.office, { deputyId: town.deputy.id, visitedOn: '2026-11-05', persons: '2' })
  const deed = await addDeed(town.deputy)
  await addDeed(town.deputy, { deedKind: 'mediation', title: '调好一起地界纠纷', disputeKind: 'land' })
  await town.office.client.call(trainings.endpoints.add, {
    params,
    input: {
      ...{ title: '预算法讲座', topic: 'law', trainingForm: 'collective', heldOn: '2026-11-10' },
      ...{ organiser: 'town', personIds: [town.deputy.id, town.coSigner.id] },
    },
  })
  const opinion = await opinions.received()
  await opinions.shown(town.deputy, opinion, 'answer', { text: '已经报给电管站，这周来修。' })
  await opinions.shown(town.deputy, opinion, 'answer', { text: '明天上午来。' })
  const suggestion = await start(town)
  await step(town, town.deputy, suggestion, 'inviteCoSigners', { deputyIds: [town.coSigner.id] })
  await step(town, town.coSigner, suggestion, 'coSign', {})
  await step(town, town.deputy, suggestion, 'submit', {})

  const today = '2026-11-23'
  const written = [
    ['trainingAttended', '2026-11-10', '预算法讲座'],
    ['votersVisited', '2026-11-05', '大郭西村', 2, '陈静'],
    ['goodDeedDone', '2026-11-18', '帮三组接通自来水', '等镇人大办核实'],
    ['mediationDone', '2026-11-18', '调好一起地界纠纷', '等镇人大办核实'],
    ['votersVisited', '2026-11-20', '大郭西村', 3],
    ['opinionAnswered', today],
    ['suggestionSubmitted', today, '修复大郭西段河堤', '未受理'],
  ]
  expect(lines(await own(town.deputy))).toEqual(written)
  expect(lines(await own(town.coSigner))).toEqual([
    ['trainingAttended', '2026-11-10', '预算法讲座'],
    ['suggestionCoSigned', today, '修复大郭西段河堤', '未受理'],
  ])

  await step(town, town.office, suggestion, 'startReview', {})
  await step(town, town.office, suggestion, 'accept', forms(town).accept)
  const { version, values } = await town.office.client.call(goodDeeds.endpoints.show, {
    params: { ...params, id: deed.id },
  })
  await town.office.client.call(goodDeeds.endpoints.change, {
    params: { ...params, id: deed.id },
    input: { version, form: { ...values, confirmed: true } },
  })
  const counted = (await own(town.deputy)).parts.flatMap((part) => part.counted)
  expect(counted.map(({ kind, lines: all, measure }) => [kind, all, measure])).toEqual([
    ['trainingAttended', 1, null],
    ['votersVisited', 2, 5],
    ['opinionAnswered', 1, null],
    ['goodDeedDone', 1, null],
    ['suggestionSubmitted', 1, null],
  ])
})

test('each line leads its owner to where it stands; a row that was a mistake is no line', async () => {
  const file = await own(town.deputy)
  const [visit] = file.parts.flatMap((part) => part.lines).filter(({ on }) => on === '2026-11-05')
  const id = visit?.source?.id ?? ''
  expect(visit?.source?.of).toBe('visit')
  const { version } = await town.office.client.call(visits.endpoints.show, { params: { ...params, id } })
  await town.office.client.call(visits.endpoints.end, {
    params: { ...params, id },
    input: { version, form: { endedOn: '2026-11-23', endedWhy: '记重了' } },
  })
  expect(lines(await own(town.deputy)).filter(([kind]) => kind === 'votersVisited')).toHaveLength(1)
})

test('the leader of the group, the office and the chair read it, but for what is not shown; nobody else does', async () => {
  for (const reader of [leader, town.office]) {
    const file = await fileOf(reader, town.deputy)
    expect(hidden(file)).toBe(1)
    expect(JSON.stringify(file)).not.toContain('地界')
    expect(file.parts.flatMap((part) => part.lines).every(({ source }) => source === null)).toBe(true)
  }
  const refused = async ({ client }: TestPerson, { id }: TestPerson) =>
    (await client.refused(showDutyFile, { params: { ...params, id }, query: {} })).code
  expect(await refused(town.coSigner, town.deputy)).toBe('not_found')
  expect(await refused(leader, town.otherDeputy)).toBe('not_found')
  expect(await refused(town.presidium, town.deputy)).toBe('not_found')
  for (const person of [town.unit, town.villager])
    expect(await refused(person, town.deputy)).toBe('not_allowed')

  await server.database.transaction((tx) =>
    tx.query("UPDATE post SET presidium_post = 'chairperson' WHERE person_id = ?", [town.presidium.id]),
  )
  expect(hidden(await fileOf(town.presidium, town.deputy))).toBe(1)
})

test('whoever was at a meeting of the group by its roll has it in the file, on the day on which it was held', async () => {
  const { id } = await leader.client.call(planMeeting, { params, input: {} })
  const at = { params: { ...params, id } }
  for (const [action, form] of [
    ['noteHeld', { heldOn: '2026-11-12', place: '村委会' }],
    ['callRoll', { presentIds: [leader.id, town.deputy.id], leaveIds: [town.coSigner.id], source: 'paper' }],
    ['noteLeft', { personIds: [town.deputy.id] }],
    ['end', {}],
  ] as const) {
    const { version } = await leader.client.call(showMeetingMatter, at)
    await leader.client.call(meetingSteps[action], {
      ...at,
      input: { version, form },
    })
  }
  const meetings = async (person: TestPerson) =>
    lines(await own(person)).filter(([kind]) => kind === 'groupActivity')
  expect((await meetings(town.deputy)).map(([, on]) => on)).toEqual(['2026-11-12'])
  expect(await meetings(leader)).toHaveLength(1)
  expect(await meetings(town.coSigner)).toEqual([])
})

test('who may be read is listed as the register has them, without a number', async () => {
  const list = async ({ client }: TestPerson) =>
    (await client.call(listDutyFiles, { params })).files.map(({ name }) => name)
  expect(await list(leader)).toEqual(['王建国', '张春梅', '郑开明'])
  expect(await list(town.office)).toEqual(['王建国', '张春梅', '李志强', '郑开明'])
  expect(await list(town.coSigner)).toEqual([])
})

test('a year is chosen by its days; one that ends before it begins is refused in words', async () => {
  const { client } = town.deputy
  const before = { from: '2025-01-01', to: '2025-12-31' }
  expect(lines(await client.call(showOwnDutyFile, { params, query: before }))).toEqual([])
  const wrong = await client.refused(showOwnDutyFile, {
    params,
    query: { from: '2026-12-31', to: '2026-01-01' },
  })
  expect(wrong.fields).toEqual({ to: '结束的日期在开始以前，请改一下。' })
})
