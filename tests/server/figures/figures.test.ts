import {
  exportLedger,
  type Grouping,
  listAgeing,
  showAnnualReport,
  showCountyFigures,
  showFigures,
  showMonth,
  showPublicReport,
  takeAnnualReport,
} from '../../../shared/api/figures'
import { County } from '../../../server/database/entities/people/county'
import { Person } from '../../../server/database/entities/people/person'
import { Post } from '../../../server/database/entities/people/post'
import { congressSessions } from '../../../shared/registers/congress-sessions'
import { newId } from '../../../server/database/id'
import { spokenRate } from '../../../shared/rules/rates'
import { bring } from '../../support/bring'
import { createClient } from '../../support/client'
import { live, staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { statementsOf } from '../../support/statements'
import { see } from '../../support/suggestion'
import { blankPerson, buildTown, signedIn, type TestTown } from '../../support/town'
import { readWord } from '../../support/word'

let server: TestServer
let town: TestTown
let elsewhere: TestTown

/** Two years of a small town, told in the order in which they happened. */
beforeAll(async () => {
  server = await startServer({ at: '2025-03-03T01:00:00.000Z', apart: true })
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
  await staySignedIn(server)

  // Three that are in no rate, and one that is none of this town's business.
  await bring(server, town, 'withdrawn')
  await bring(server, town, 'underReview')
  await bring(server, town, 'notAccepted')
  await bring(server, elsewhere, 'closed')

  // 2025: one done well by 水利站; one by 财政所, two weeks after its deadline, because it needs the county.
  await live(server, town, { rounds: [{ repliedAfterDays: 10, rating: 'satisfied' }] })
  const unconsulted = await live(server, town, {
    category: 'roads',
    unit: 'coUnit',
    rounds: [{ repliedAfterDays: 100, outcome: 'referredUpward', rating: 'basicallySatisfied' }],
  })
  await server.database.transaction((tx) =>
    tx.query("UPDATE consultation SET answer = 'disputed' WHERE suggestion_id = ?", [unconsulted]),
  )

  // 2026: replied in time, not satisfied, and replied again a month too late, to the deputy's satisfaction.
  server.clock.set('2026-01-05T01:00:00.000Z')
  await live(server, town, {
    category: 'roads',
    rounds: [
      { repliedAfterDays: 10, rating: 'notSatisfied' },
      { repliedAfterDays: 60, rating: 'satisfied' },
    ],
  })
  // Replied, and the deputy never said a word.
  await live(server, town, { rounds: [{ repliedAfterDays: 5, outcome: 'cannotSolve', rating: 'silence' }] })
  // Handed over to 财政所 on 15 April, talked about, and never replied.
  await live(server, town, { unit: 'coUnit', rounds: [{}] })
  // Not satisfied, and the office has not decided yet.
  server.clock.set('2026-07-01T01:00:00.000Z')
  await live(server, town, {
    rounds: [{ repliedAfterDays: 3, outcome: 'cannotSolve', rating: 'notSatisfied' }],
  })
  // “Solved”, says 财政所; the deputy has still to say so.
  await live(server, town, { unit: 'coUnit', rounds: [{ repliedAfterDays: 3 }] })
  // Handed over just now.
  await live(server, town, { unit: 'coUnit' })
  server.clock.set('2026-08-03T01:00:00.000Z')
})
afterAll(() => server.stop())

const ask = (query: { by?: Grouping; from?: string; to?: string } = {}) =>
  town.office.client.call(showFigures, { params: { town: town.id }, query })

test('all that was ever handed over, counted by hand', async () => {
  expect((await ask()).total.counts).toEqual({
    handedOver: 8,
    replied: 6,
    consulted: 5,
    due: 7,
    roundsDue: 8,
    roundsOnTime: 5,
    closed: 4,
    solved: 2,
    confirmed: 2,
    fulfilled: 0,
    evaluated: 4,
    satisfied: 2,
    satisfiedOrBasically: 3,
    firstEvaluated: 4,
    firstSatisfied: 1,
    noResponse: 1,
    inHand: 4,
    overdue: 1,
    longOverdue: 0,
    awaitsDeputy: 0,
  })
})

test('the month has the figures of every page, and what they were a month ago by the same definitions', async () => {
  const month = await town.presidium.client.call(showMonth, { params: { town: town.id }, query: {} })
  const { counts, rates } = (await ask()).total
  expect(month).toMatchObject({
    ...{ since: '2026-07-03', inHand: counts.inHand, overdue: counts.overdue },
    ...{ solved: rates.result.solvedRate, satisfied: rates.result.satisfactionRate },
  })
  // On 3 July two of them were not handed over yet; of what is late the reply was due on 15 July.
  expect(month).toMatchObject({ inHandThen: 2, overdueNew: 1, closedNew: 0, promisesLate: 0 })
  expect(month.still).toBe(
    (await town.office.client.call(listAgeing, { params: { town: town.id }, query: {} })).items.length,
  )
  // Two residents are still to be told how their suggestions ended.
  expect(month).toMatchObject({ waiting: 2, waitingLate: 0, waitingDays: 0 })
  const refused = await town.unit.client.refused(showMonth, { params: { town: town.id }, query: {} })
  expect(refused.code).toBe('not_allowed')
})

test('by village it is told apart as by unit', async () => {
  expect((await ask({ by: 'village' })).groups.map(({ name }) => name)).toEqual(['没有写村'])
  await server.database.transaction((tx) =>
    tx.query('UPDATE suggestion SET village_id = ? WHERE town_id = ?', [town.village, town.id]),
  )
  const { groups, total } = await ask({ by: 'village' })
  expect(groups.map(({ name }) => name)).toEqual(['大郭西村'])
  expect(groups[0]?.counts).toEqual(total.counts)
})

test('the rates as they are read', async () => {
  const { handling, result } = (await ask()).total.rates
  expect(
    Object.fromEntries(
      Object.entries({ ...handling, ...result }).map(([name, rate]) => [name, spokenRate(rate)]),
    ),
  ).toEqual({
    consultationRate: '83.3%（5/6）',
    replyRate: '85.7%（6/7）',
    onTimeRate: '62.5%（5/8）',
    closingRate: '50%（4/8）',
    solvedRate: '25%（2/8）',
    confirmedRate: '25%（2/8）',
    satisfactionRate: '2/4',
    broadSatisfactionRate: '3/4',
    firstSatisfactionRate: '1/4',
  })
})

test('by unit, in the order of the register', async () => {
  const { groups } = await ask({ by: 'unit' })
  expect(
    groups.map(({ name, counts }) => [name, counts.handedOver, counts.roundsOnTime, counts.closed]),
  ).toEqual([
    ['镇水利站', 4, 4, 3],
    ['镇财政所', 4, 1, 1],
  ])
})

test('by category, only those there are', async () => {
  const { groups } = await ask({ by: 'category' })
  expect(groups.map(({ name, counts }) => [name, counts.handedOver, counts.solved])).toEqual([
    ['基础设施', 8, 2],
    ['水利防汛', 6, 1],
    ['道路桥梁', 2, 1],
  ])
  expect(groups.map(({ partOf }) => partOf)).toEqual([null, 'infrastructure', 'infrastructure'])
})

test('a category holds the figures of those under it, and they count once in the whole', async () => {
  const { groups, total } = await ask({ by: 'category' })
  const [parent, ...children] = groups
  expect(children.map(({ partOf }) => partOf)).toEqual([parent?.key, parent?.key])
  expect(parent?.counts).toEqual(total.counts)
  expect(total.counts.handedOver).toBe(8)
})

test('by session of the congress, the newest first, and what belongs to none at the end', async () => {
  const other = await buildTown(server, '石岭镇')
  await live(server, other)
  await other.office.client.call(congressSessions.endpoints.add, {
    params: { town: other.id },
    input: { termNo: 19, sessionNo: 1, openedOn: '2026-08-01', closedOn: '2026-08-02' },
  })
  await live(server, other)
  await live(server, other)
  const { groups } = await other.office.client.call(showFigures, {
    params: { town: other.id },
    query: { by: 'session' },
  })
  expect(groups.map(({ name, counts }) => [name, counts.handedOver])).toEqual([
    ['第19届第1次会议', 2],
    ['没有登记会次', 1],
  ])
})

test('year by year, the newest first', async () => {
  const { groups, total } = await ask({ by: 'year' })
  expect(groups.map(({ name, counts }) => [name, counts.handedOver, counts.closed, counts.solved])).toEqual([
    ['2026年', 6, 2, 1],
    ['2025年', 2, 2, 1],
  ])
  expect(total.counts.handedOver).toBe(8)
})

test('a period holds its first and its last day', async () => {
  const { total } = await ask({ from: '2026-01-05', to: '2026-04-15' })
  expect(total.counts).toMatchObject({ handedOver: 3, replied: 2, due: 3, roundsDue: 4, closed: 2 })
  const shorter = await ask({ from: '2026-01-06', to: '2026-04-14' })
  expect(shorter.total.counts.handedOver).toBe(1)
})

test('where nothing was rated there is no rate, neither 0% nor 100%', async () => {
  const { total } = await ask({ from: '2026-04-15', to: '2026-04-15' })
  expect([
    spokenRate(total.rates.result.satisfactionRate),
    spokenRate(total.rates.handling.consultationRate),
    spokenRate(total.rates.handling.replyRate),
  ]).toEqual(['—', '—', '0/1'])
})

test('an empty period has figures all the same', async () => {
  const { total, groups } = await ask({ by: 'unit', from: '2020-01-01', to: '2020-12-31' })
  expect([total.counts.handedOver, groups]).toEqual([0, []])
})

test('the other town has its own figures and nothing of this one', async () => {
  const { total } = await elsewhere.office.client.call(showFigures, { params: { town: elsewhere.id } })
  expect(total.counts).toMatchObject({ handedOver: 1, closed: 1, solved: 1 })
})

test('a day that is none, or a grouping that is none, is refused with a sentence', async () => {
  const answers = await Promise.all(
    [{ from: '5月1日' }, { to: '9999-12-31' }, { by: 'deputy' }].map((query) =>
      town.office.client.refused(showFigures, { params: { town: town.id }, query: query as never }),
    ),
  )
  expect(answers.map(({ code, message }) => [code, message])).toEqual([
    ['bad_input', '从哪天要写成“2026-12-03”这样的日期。'],
    ['bad_input', expect.stringMatching(/^到哪天最迟填到20\d\d年\d+月\d+日，请核对年份。$/)],
    ['bad_input', '没有这种分法，请重新选择。'],
  ])
})

test('office and presidium see the figures; a unit, a neighbour and a villager are refused', async () => {
  const params = { town: town.id }
  await town.presidium.client.call(showFigures, { params })
  const villager = await signedIn(server)
  const refusals = await Promise.all(
    [town.unit, elsewhere.office, villager].map(async ({ client }) => [
      (await client.refused(showFigures, { params })).code,
      (await client.refused(showAnnualReport, { params, query: { year: '2026' } })).code,
    ]),
  )
  expect(refusals.flat()).toEqual(Array(6).fill('not_allowed'))
})

test('staff of the county see the towns of their county, and no other', async () => {
  const [countyId, otherCountyId, personId] = [newId(), newId(), newId()]
  await server.database.transaction(async (tx) => {
    await tx.insert(County, [
      { id: countyId, name: '云岭县' },
      { id: otherCountyId, name: '青山县' },
    ])
    await tx.query('UPDATE town SET county_id = ? WHERE id = ?', [countyId, town.id])
    await tx.query('UPDATE town SET county_id = ? WHERE id = ?', [otherCountyId, elsewhere.id])
    await tx.insert(Person, { ...blankPerson(personId, town.id, '林晓', 0), townId: null, countyId })
    await tx.insert(Post, {
      id: newId(),
      townId: null,
      personId,
      postKind: 'countyStaff',
      handlingUnitId: null,
    })
  })
  const { client } = await signedIn(server, personId)
  const { total } = await client.call(showFigures, { params: { town: town.id } })
  const refused = await client.refused(showFigures, { params: { town: elsewhere.id } })
  expect([total.counts.handedOver, refused.code]).toEqual([8, 'not_allowed'])

  const county = await client.call(showCountyFigures, { params: { county: countyId } })
  expect(county.groups.map(({ name, counts }) => [name, counts.handedOver])).toEqual([[town.name, 8]])
  expect(county.total.counts).toEqual(total.counts)
  const refusals = await Promise.all([
    client.refused(showCountyFigures, { params: { county: otherCountyId } }),
    town.office.client.refused(showCountyFigures, { params: { county: countyId } }),
    client.refused(showCountyFigures, { params: { county: newId() } }),
  ])
  expect(refusals.map(({ code }) => code)).toEqual(['not_allowed', 'not_allowed', 'not_allowed'])
})

test('the yearly report: what came in, what came of it, and the rates beside it', async () => {
  const report = await town.office.client.call(showAnnualReport, {
    params: { town: town.id },
    query: { year: '2026' },
  })
  expect(report).toMatchObject({
    received: { submitted: 6, accepted: 6, notAccepted: 0, withdrawn: 0 },
    outcomes: { solved: 2, inProgress: 0, planned: 0, cannotSolve: 2, referredUpward: 0 },
    ratings: { satisfied: 1, basicallySatisfied: 0, notSatisfied: 1 },
    total: { counts: { handedOver: 6, noResponse: 1 } },
  })
  expect([report.units.length, report.categories.map(({ name }) => name)]).toEqual([
    2,
    ['基础设施', '水利防汛', '道路桥梁'],
  ])
})

test('everyone reads the report of a year, of units and of no person; the office takes it as Word', async () => {
  const anyone = createClient(server.url)
  const params = { town: town.id }
  const report = await anyone.call(showPublicReport, { params, query: { year: '2026' } })
  const { client } = town.office
  const own = await client.call(showAnnualReport, { params, query: { year: '2026' } })
  const { received, total, outcomes, ratings } = own
  expect(report).toMatchObject({ received, total, outcomes, ratings })
  expect(report.units.map(({ name }) => name)).toEqual(['镇水利站', '镇财政所'])
  expect(JSON.stringify(report)).not.toContain('王建国')
  expect((await anyone.refused(showPublicReport, { params, query: { year: '26' } })).message).toBe(
    '年份请写成“2026”这样。',
  )

  const taken = (token = client.token) =>
    fetch(`${server.url}/api${takeAnnualReport.path.replace(':town', town.id)}?year=2026`, {
      headers: { authorization: `Bearer ${token}` },
    })
  const { text, document } = readWord(await (await taken()).arrayBuffer())
  expect(text).toContain(`${town.name}2026年代表建议办理情况报告`)
  expect(text).toContain(
    `全年交办 ${total.counts.handedOver} 件，已答复 ${total.counts.replied} 件，办结 ${total.counts.closed} 件`,
  )
  expect(text).toContain(`${town.name}人民代表大会主席团`)
  // The heading of the table of units stands on every page.
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect((await taken(town.unit.client.token)).status).toBe(403)
})

test('what was refused or withdrawn is in the year in which it was handed in, and in no rate', async () => {
  const { received, total } = await town.office.client.call(showAnnualReport, {
    params: { town: town.id },
    query: { year: '2025' },
  })
  expect(received).toEqual({ submitted: 5, accepted: 3, notAccepted: 1, withdrawn: 1 })
  expect(total.counts.handedOver).toBe(2)
})

test('by session, and what was raised before the first one', async () => {
  const register = (sessionNo: number, openedOn: string) =>
    town.office.client.call(congressSessions.endpoints.add, {
      params: { town: town.id },
      input: { termNo: 19, sessionNo, openedOn, closedOn: openedOn },
    })
  const raise = async () => {
    const id = await live(server, town)
    return (await see(town, town.office, id)).session
  }
  server.clock.set('2027-03-01T01:00:00.000Z')
  await register(3, '2027-03-01')
  expect(await raise()).toBe('第19届第3次会议')
  const { groups } = await ask({ by: 'session' })
  expect(groups.map(({ name, counts }) => [name, counts.handedOver])).toEqual([
    ['第19届第3次会议', 1],
    ['没有登记会次', 8],
  ])
})

test('what walks much is read in a process of its own: here only who asks is looked up, and what is written down', async () => {
  const { client } = town.office
  const params = { town: town.id }
  const asked = await statementsOf(async () => {
    await client.call(showFigures, { params, query: { by: 'unit' } })
    await client.call(showAnnualReport, { params, query: { year: '2026' } })
    await client.call(listAgeing, { params })
    for (const { path } of [exportLedger, congressSessions.endpoints.takeTable]) {
      const answer = await fetch(`${server.url}/api${path.replace(':town', town.id)}`, {
        headers: { authorization: `Bearer ${client.token}` },
      })
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([answer.status, bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    }
  })
  const others = asked.filter((sql) => !/FROM (sign_in|town WHERE)|found|INSERT INTO .?audit/.test(sql))
  expect(others).toEqual([])
})
