import { showBoard, showBoardItem } from '../../../shared/api/board'
import { showFigures } from '../../../shared/api/figures'
import { overrideRule } from '../../../shared/api/rules'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import { createClient } from '../../support/client'
import { disagreeing, figuresEverywhere } from '../../support/figures-agree'
import { live, staySignedIn } from '../../support/lived'
import { seenRules } from '../../support/settings'
import { startServer, type TestServer } from '../../support/server'
import { forms, step } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

/** Where a figure could go wrong by a minute, a round or a word. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer({ at: '2026-03-03T01:00:00.000Z' })
  town = await buildTown(server)
  await staySignedIn(server)
})
afterEach(() => server.stop())

/** At each of these moments every page, report and sheet says the same of the same word. */
const counts = async () => {
  expect(disagreeing(await figuresEverywhere(server, town))).toEqual([])
  return (await town.office.client.call(showFigures, { params: { town: town.id } })).total.counts
}

test('the last minute of the deadline in Beijing is in time, the minute after is late', async () => {
  // Handed over at 23:59 on 3 March in Beijing; the deadline is 3 June.
  server.clock.set('2026-03-03T15:59:00.000Z')
  await live(server, town, { rounds: [{ repliedAfterDays: 92 }] })
  expect(server.clock.now().toISOString()).toBe('2026-06-03T15:59:00.000Z')
  expect(await counts()).toMatchObject({ roundsDue: 1, roundsOnTime: 1 })

  server.clock.set('2026-09-03T15:59:00.000Z')
  await live(server, town, { rounds: [{ repliedAfterDays: 91 }] })
  server.clock.set('2026-12-10T15:59:00.000Z')
  const handedOver = await live(server, town, { rounds: [{}] })
  await server.database.transaction((tx) =>
    tx.query("UPDATE suggestion_round SET deadline_on = '2026-12-10' WHERE suggestion_id = ?", [handedOver]),
  )
  expect(await counts()).toMatchObject({ due: 2, overdue: 0 })
  server.clock.advance({ minutes: 1 })
  expect(await counts()).toMatchObject({ due: 3, overdue: 1, roundsDue: 3, roundsOnTime: 2 })
})

test('while the deputy’s word on a consultation is awaited nothing is overdue, and that has a word of its own', async () => {
  const id = await live(server, town, { rounds: [{}] })
  const other = await live(server, town, { rounds: [] })
  await step(town, town.unit, other, 'receive', forms(town).receive)
  server.clock.set('2026-06-04T01:00:00.000Z')
  const heldOn = '2026-06-03'
  expect(await counts()).toMatchObject({ overdue: 2, awaitsDeputy: 0, due: 2, roundsDue: 2 })
  await step(town, town.unit, other, 'consult', { ...forms(town).consult, heldOn })
  // No unit is late while it can do nothing: neither in the figure nor in what a rate is taken of.
  expect(await counts()).toMatchObject({ inHand: 2, overdue: 1, awaitsDeputy: 1, due: 1, roundsDue: 1 })
  const standings = async () => {
    const params = { town: town.id }
    const { items } = await town.office.client.call(showBoard, { params, query: {} })
    return items.map((item) => [item.id === id ? 'late' : 'waiting', item.deadline?.standing]).sort()
  }
  expect(await standings()).toEqual([
    ['late', 'overdue'],
    ['waiting', 'awaitsDeputy'],
  ])
  server.clock.set('2026-06-30T01:00:00.000Z')
  await step(town, town.presidium, other, 'openReply', forms(town).openReply)
  expect(await counts()).toMatchObject({ overdue: 2, awaitsDeputy: 0, due: 2, roundsDue: 2 })
})

test('late by more days than the rule of the town is 严重逾期, on the board as in the figures', async () => {
  const id = await live(server, town, { rounds: [{}] })
  const standing = async () =>
    (await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })).deadline?.standing
  const gravely = async () => {
    await server.run('clock')
    const told = await server.database.reader.query<{ text: string }[]>(
      "SELECT DISTINCT text FROM inbox_message WHERE text LIKE '%严重逾期%' ORDER BY text",
    )
    return told.map(({ text }) => text.replace(/^《[^》]+》/, ''))
  }
  // Due on 3 June.
  server.clock.set('2026-07-03T01:00:00.000Z')
  expect(await gravely()).toEqual([])
  expect(await counts()).toMatchObject({ overdue: 1, longOverdue: 0 })
  expect(await standing()).toBe('overdue')
  server.clock.set('2026-07-04T01:00:00.000Z')
  expect(await counts()).toMatchObject({ overdue: 1, longOverdue: 1 })
  expect(await standing()).toBe('longOverdue')
  // A rung of its own, once: the unit what to do, the others for whom it waits.
  const both = [
    '已经严重逾期，现在等镇水利站。',
    '已经严重逾期，请单位负责人今天就安排，向代表和镇人大办说明什么时候答复。',
  ]
  expect(new Set(await gravely())).toEqual(new Set(both))
  server.clock.advance({ days: 1 })
  expect(await gravely()).toHaveLength(2)
  server.clock.set('2026-07-04T02:00:00.000Z')
  await town.presidium.client.call(overrideRule, {
    params: { town: town.id },
    input: {
      version: await seenRules(town),
      field: 'longOverdueDays',
      value: '60',
      reason: '先按两个月。',
    },
  })
  server.clock.advance({ minutes: 1 })
  expect(await counts()).toMatchObject({ overdue: 1, longOverdue: 0 })
  expect(await standing()).toBe('overdue')
})

test('a hand-over late in the evening belongs to the day and the year of Beijing', async () => {
  server.clock.set('2026-12-31T16:30:00.000Z')
  await live(server, town)
  const { groups } = await town.office.client.call(showFigures, {
    params: { town: town.id },
    query: { by: 'year' },
  })
  expect(groups.map(({ name }) => name)).toEqual(['2027年'])
})

test('whoever let the second rating pass is not counted by the first', async () => {
  await live(server, town, {
    rounds: [
      { repliedAfterDays: 5, rating: 'notSatisfied' },
      { repliedAfterDays: 5, rating: 'silence' },
    ],
  })
  expect(await counts()).toMatchObject({
    closed: 1,
    noResponse: 1,
    evaluated: 0,
    firstEvaluated: 1,
    firstSatisfied: 0,
  })
})

test('the unit says that it is solved; 办成 it is once more of the others say so than not, and silence says nothing', async () => {
  const id = await live(server, town, { rounds: [{ repliedAfterDays: 5, rating: 'silence' }] })
  const confirmed = async () =>
    (await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })).result.confirmed
  expect(await counts()).toMatchObject({ closed: 1, noResponse: 1, solved: 1, confirmed: 0 })
  expect(await confirmed()).toBe(false)
  // What residents say of it counts like the deputy's word, also where theirs was handled with it or broke again.
  const say = async (column: 'suggestion_id' | 'earlier_suggestion_id', rating: string) => {
    const { id: opinionId } = await town.villager.client.call(writeOpinion, {
      params: { town: town.id },
      input: { deputyId: town.deputy.id, kind: 'report', text: `河堤的事，${rating}。`, again: true },
    })
    await server.database.transaction((tx) =>
      tx.query(`UPDATE resident_opinion SET ${column} = ?, rating = ? WHERE id = ?`, [id, rating, opinionId]),
    )
    server.clock.advance({ minutes: 1 })
  }
  await say('suggestion_id', 'basicallySatisfied')
  expect(await counts()).toMatchObject({ solved: 1, confirmed: 1 })
  expect(await confirmed()).toBe(true)
  await say('earlier_suggestion_id', 'notSatisfied')
  expect(await counts()).toMatchObject({ solved: 1, confirmed: 0 })
  expect(await confirmed()).toBe(false)
})

test('while it is handled again, the deputy’s 不满意 stands and nothing counts as solved', async () => {
  await live(server, town, { rounds: [{ repliedAfterDays: 5, rating: 'notSatisfied' }, {}] })
  expect(await counts()).toMatchObject({ replied: 1, solved: 0, closed: 0, evaluated: 1, satisfied: 0 })
})

test('what the presidium had to conclude keeps the deputy’s last word', async () => {
  const again = { repliedAfterDays: 5, outcome: 'cannotSolve', rating: 'notSatisfied' } as const
  const id = await live(server, town, { rounds: [again, again] })
  const heldOn = beijingDay(server.clock.now())
  await step(town, town.presidium, id, 'summon', { ...forms(town).summon, heldOn })
  await step(town, town.office, id, 'recordSummons', forms(town).recordSummons)
  expect(await counts()).toMatchObject({ closed: 0, inHand: 1, overdue: 0 })
  await step(town, town.presidium, id, 'conclude', forms(town).conclude)
  expect(await counts()).toMatchObject({ closed: 1, solved: 0, evaluated: 1, satisfied: 0, noResponse: 0 })
})

test('a promise is in hand until it is kept, overdue by its own date, and never counts as solved at the reply', async () => {
  const id = await live(server, town, { rounds: [{}] })
  await step(town, town.unit, id, 'reply', { ...forms(town).promise, promiseDueOn: '2026-09-01' })
  await step(town, town.deputy, id, 'evaluate', forms(town).evaluate)
  server.clock.set('2026-09-01T01:00:00.000Z')
  expect(await counts()).toMatchObject({ replied: 1, evaluated: 1, closed: 0, inHand: 1, overdue: 0 })
  server.clock.set('2026-09-02T01:00:00.000Z')
  expect(await counts()).toMatchObject({ overdue: 1 })
  await step(town, town.unit, id, 'reportCommitment', forms(town).reportCommitment)
  await step(town, town.deputy, id, 'rateCommitment', forms(town).rateCommitment)
  expect(await counts()).toMatchObject({ closed: 1, solved: 0, fulfilled: 1, inHand: 0, overdue: 0 })
})

test('a suggestion that changed its unit is counted with the unit that has it, by the clock that runs', async () => {
  const id = await live(server, town)
  server.clock.set('2026-03-05T01:00:00.000Z')
  await step(town, town.unit, id, 'requestReturn', forms(town).requestReturn)
  await step(town, town.office, id, 'approveReturn', forms(town).approveReturn)
  const ask = () =>
    town.office.client.call(showFigures, { params: { town: town.id }, query: { by: 'unit' as const } })
  expect((await ask()).groups.map(({ name, counts: { handedOver } }) => [name, handedOver])).toEqual([
    ['镇财政所', 1],
  ])
  // 3 June would have been the end of the first unit's time.
  server.clock.set('2026-06-05T01:00:00.000Z')
  expect(await counts()).toMatchObject({ due: 0, overdue: 0 })
  server.clock.set('2026-06-06T01:00:00.000Z')
  expect(await counts()).toMatchObject({ due: 1, overdue: 1 })
})
