import { showOwnDutyFile } from '../../shared/api/duty-files'
import { showPersonTimes } from '../../shared/api/person-times'
import { activitySteps, announceActivity, showActivity } from '../../shared/matters/activity/endpoints'
import { trainings } from '../../shared/registers/trainings'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** Whoever came has one line, and the town one figure: each deputy once an activity, no class twice. */
let server: TestServer
let town: TestTown
const params = () => ({ town: town.id })

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  await addGroup(server, town, [town.deputy, town.coSigner, town.otherDeputy])
  await staySignedIn(server)
})
afterAll(() => server.stop())

/** From paper: it was held, and the sheet says who came. */
async function held(activityKind: string, title: string, day: string, came: readonly TestPerson[]) {
  const { client } = town.office
  const { id } = await client.call(announceActivity, {
    params: params(),
    input: {
      ...{ activityKind: activityKind as 'other', title, day, meetAt: '8:30', place: '镇政府门口' },
      ...{ purpose: '看一看。', openTo: 'all', sites: '敬老院' },
    },
  })
  const at = { params: { ...params(), id } }
  const presentIds = came.map((one) => one.id)
  if (activityKind === 'inspection')
    await client.call(activitySteps.listQuestions, {
      ...at,
      input: { version: 0, form: { questions: '谁查？\n多久查？\n记在哪里？' } },
    })
  const { version } = await client.call(showActivity, at)
  const called = await client.call(activitySteps.callRoll, {
    ...at,
    input: { version, form: { presentIds, source: 'paper' } },
  })
  await client.call(activitySteps.done, { ...at, input: { version: called.version, form: {} } })
  return id
}
const linesOf = async ({ client }: TestPerson) => {
  const { parts } = await client.call(showOwnDutyFile, { params: params(), query: {} })
  return parts.flatMap(({ lines }) =>
    (lines ?? []).flatMap(({ title, kind }) => (title === null ? [] : [[kind, title]])),
  )
}
const figures = (year?: string) =>
  town.office.client.call(showPersonTimes, { params: params(), query: year === undefined ? {} : { year } })

test('what was held is typed from paper: nobody is asked whether they come, and whoever came has one line', async () => {
  await held('inspection', '看敬老院', '2026-10-12', [town.deputy, town.coSigner])
  await held('trainingClass', '预算怎么看', '2026-10-20', [town.deputy, town.coSigner, town.otherDeputy])
  await held('studyTrip', '看邻县的厕所', '2026-10-28', [town.deputy])
  expect(await linesOf(town.deputy)).toEqual([
    ...[
      ['inspectionJoined', '看敬老院'],
      ['trainingAttended', '预算怎么看'],
      ['trainingAttended', '看邻县的厕所'],
    ],
  ])
  expect(await linesOf(town.otherDeputy)).toEqual([['trainingAttended', '预算怎么看']])
})

test('a class that is written into the register of trainings as well is one line and one figure', async () => {
  const training = { topic: 'law', trainingForm: 'professional', organiser: 'town' } as const
  for (const [title, heldOn] of [
    ['预算怎么看', '2026-10-20'],
    ['土地承包法', '2026-11-02'],
  ] as const)
    await town.office.client.call(trainings.endpoints.add, {
      params: params(),
      input: { ...training, title, heldOn, personIds: [town.deputy.id] },
    })
  const titles = (await linesOf(town.deputy)).map(([, title]) => title)
  expect(titles.filter((title) => title === '预算怎么看')).toHaveLength(1)
  expect(titles).toContain('土地承包法')
})

test('person-times are of the town and its groups; what others held stands beside', async () => {
  await town.office.client.call(trainings.endpoints.add, {
    params: params(),
    input: {
      ...{ topic: 'law', trainingForm: 'professional', organiser: 'county' },
      ...{ title: '县里的班', heldOn: '2026-11-03', personIds: [town.deputy.id, town.coSigner.id] },
    },
  })
  const seen = await figures()
  expect(seen).toMatchObject({
    total: {
      inspection: { events: 1, personTimes: 2 },
      training: { events: 3, personTimes: 5 },
      activity: { events: 0, personTimes: 0 },
    },
    ...{ onTrips: 1, elsewhere: 2 },
    groups: [{ inspection: 2, training: 5, activity: 0 }],
    sentence:
      '2026年，组织代表学习培训 3 次 5 人次，其中外出考察 1 人次；邀请代表参加视察、调研、检查 1 次 2 人次；其他活动 0 次 0 人次。',
  })
  expect(JSON.stringify(seen)).not.toContain('王建国')
  expect((await figures('2025')).total.training).toEqual({ events: 0, personTimes: 0 })
  expect((await town.deputy.client.refused(showPersonTimes, { params: params(), query: {} })).code).toBe(
    'not_allowed',
  )
})

test('a roll that is put right puts right the line and the figure', async () => {
  const id = await held('campaign', '宣讲代表法', '2026-11-10', [town.deputy])
  const at = { params: { ...params(), id } }
  const { version } = await town.office.client.call(showActivity, at)
  await town.office.client.call(activitySteps.amendRoll, {
    ...at,
    input: { version, form: { presentIds: [town.coSigner.id], source: 'paper' } },
  })
  expect((await figures()).total.activity).toEqual({ events: 1, personTimes: 1 })
  expect((await linesOf(town.deputy)).map(([, title]) => title)).not.toContain('宣讲代表法')
  expect((await linesOf(town.coSigner)).map(([, title]) => title)).toContain('宣讲代表法')
})
