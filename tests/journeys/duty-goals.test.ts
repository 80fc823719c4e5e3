import { showOwnGoals } from '../../shared/api/duty-goals'
import { overrideRule, showRules } from '../../shared/api/rules'
import { absences } from '../../shared/registers/absences'
import { goodDeeds } from '../../shared/registers/good-deeds'
import { trainings } from '../../shared/registers/trainings'
import { visits } from '../../shared/registers/visits'
import { Absence } from '../../server/database/entities/people/absence'
import { newId } from '../../server/database/id'
import { addGroup } from '../support/group'
import { startServer, type TestServer } from '../support/server'
import { addDeputy, buildTown, type TestPerson, type TestTown } from '../support/town'

/** E6, what is still open: the deputy alone reads it, beside the median of the group where five can be compared. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }
const others: string[] = []

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
})
afterAll(() => server.stop())

const goals = ({ client }: TestPerson) => client.call(showOwnGoals, { params })
const open = async (person: TestPerson) =>
  (await goals(person)).goals.flatMap(({ label, doneOn }) => (doneOn === null ? [label] : []))
const train = (personIds: string[], heldOn: string) =>
  town.office.client.call(trainings.endpoints.add, {
    params,
    input: {
      ...{ title: `讲座 ${heldOn}`, topic: 'law', trainingForm: 'collective', heldOn, organiser: 'town' },
      personIds,
    },
  })

test('both sets are on: what two of them ask alike stands once, and all of it is open', async () => {
  expect(await open(town.deputy)).toEqual([
    ...['参加一次调研视察', '接待一次选民', '提出一条建议', '办一件实事'],
    ...['走访一次选民', '调处一起纠纷', '述职一次'],
  ])
  const { goals: asked } = await goals(town.deputy)
  expect(asked.find(({ label }) => label === '办一件实事')).toMatchObject({
    ...{ sets: ['四个一', '六个一'], until: '2026-12-31', isOfTerm: false },
  })
})

test('what is done closes by itself, on the day on which it was done; what is not looked at yet does not', async () => {
  await town.deputy.client.call(visits.endpoints.add, {
    params,
    input: { visitedOn: '2026-11-20', visitKind: 'home', villageId: town.village, persons: '3' },
  })
  await town.deputy.client.call(goodDeeds.endpoints.add, {
    params,
    input: { deedKind: 'deed', title: '帮三组接通自来水', doneOn: '2026-11-18' },
  })
  const { goals: asked } = await goals(town.deputy)
  const doneOn = (wanted: string) => asked.find(({ label }) => label === wanted)?.doneOn
  expect([doneOn('走访一次选民'), doneOn('办一件实事')]).toEqual(['2026-11-20', null])
})

test('beside what is called together stands the median of the group, once there are five of it', async () => {
  await train([town.deputy.id, town.coSigner.id], '2026-03-01')
  await train([town.deputy.id], '2026-03-02')
  expect((await goals(town.deputy)).medians).toEqual([])
  const [group] = await server.database.reader.query<{ id: string }[]>(
    'SELECT deputy_group_id AS id FROM person WHERE id = ?',
    [town.deputy.id],
  )
  for (const name of ['赵一', '钱二']) {
    const id = await addDeputy(server, town.id, name)
    await server.database.transaction((tx) =>
      tx.query('UPDATE person SET deputy_group_id = ? WHERE id = ?', [group?.id ?? '', id]),
    )
    others.push(id)
  }
  await train([leader.id, ...others], '2026-03-03')
  // 2, 1, 1, 1, 1; visits have none, so that nobody pads them.
  expect((await goals(town.deputy)).medians).toEqual([{ kind: 'trainingAttended', own: 2, median: 1 }])
  expect((await goals(town.coSigner)).medians).toEqual([{ kind: 'trainingAttended', own: 1, median: 1 }])
})

test('whoever was away for most of the year owes none of the year, and is in no median', async () => {
  await server.database.transaction((tx) =>
    tx.insert(Absence, {
      ...{ id: newId(), townId: town.id, personId: town.coSigner.id, reason: null },
      ...{ fromOn: '2026-01-10', untilOn: '2026-07-15', version: 0, endedOn: null, endedWhy: null },
    }),
  )
  const away = await goals(town.coSigner)
  expect(away.notCounted).toBe('今年请假 187 天，年度目标不计。')
  expect(away.goals.map(({ label }) => label)).toEqual(['述职一次'])
  expect(away.medians).toEqual([])
  // Four are left.
  expect((await goals(town.deputy)).medians).toEqual([])
  expect((await town.office.client.call(absences.endpoints.list, { params, query: {} })).items).toHaveLength(
    1,
  )
})

test('nobody else reads it, and the town may ask for one set or none', async () => {
  for (const { client } of [town.office, town.presidium, town.unit, town.villager])
    expect((await client.refused(showOwnGoals, { params })).code).toBe('not_allowed')
  const { client } = town.office
  const { version } = await client.call(showRules, { params })
  const input = { version, field: 'goalSets' as const, value: 'none', reason: '镇里定的。' }
  await client.call(overrideRule, { params, input })
  expect((await goals(town.deputy)).goals).toEqual([])
})
