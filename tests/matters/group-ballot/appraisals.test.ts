import { castVote, listAppraisals } from '../../../shared/matters/group-ballot/endpoints'
import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { newId } from '../../../server/database/id'
import { openTally } from '../../../server/matters/group-ballot/sealed-tally'
import { keptRow } from '../../../server/http/idempotency'
import { bring } from '../../support/bring'
import { addGroup } from '../../support/group'
import { startServer, type TestServer } from '../../support/server'
import { refusedStep, see, step, text } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
  params = { town: town.id }
})
afterEach(() => server.stop())

const ballotsOf = async (person: TestPerson) => (await person.client.call(listAppraisals, { params })).ballots
const voting = (ballot: string, rating: 'satisfied' | 'basicallySatisfied' | 'notSatisfied') => ({
  params: { ...params, ballot },
  input: { rating, blind: newId() },
})
const talliesOf = async (ballot: string) =>
  (
    await server.database.reader.query<{ votes: number }[]>(
      'SELECT votes FROM ballot_tally WHERE group_ballot_id = ? ORDER BY rating',
      [ballot],
    )
  ).map(({ votes }) => Number(votes))

type Copy = Record<string, Record<string, unknown>[]>
async function wholeDatabase(): Promise<Copy> {
  const copy: Copy = {}
  for (const { tableName } of server.database.source.entityMetadatas)
    copy[tableName] = await server.database.reader.query(`SELECT * FROM ${tableName}`)
  return copy
}
/** The rows that were not there before, by table. */
function differenceOf(before: Copy, after: Copy): Copy {
  const known = new Set(Object.values(before).flatMap((rows) => rows.map((row) => JSON.stringify(row))))
  return Object.fromEntries(
    Object.entries(after)
      .map(([table, rows]) => [table, rows.filter((row) => !known.has(JSON.stringify(row)))] as const)
      .filter(([, rows]) => rows.length > 0),
  )
}
async function opened(state: 'replied' | 'closed' = 'closed') {
  const id = await bring(server, town, state)
  await step(town, leader, id, 'openBallot')
  return { id, ballot: (await ballotsOf(leader))[0]?.id ?? '' }
}

describe('a secret', () => {
  test('no table joins a voter to a vote: one has no rating, the other nobody and no row of its own', async () => {
    const { ballot } = await opened()
    await town.deputy.client.call(castVote, voting(ballot, 'notSatisfied'))
    await leader.client.call(castVote, voting(ballot, 'satisfied'))
    const rows = (table: string) =>
      server.database.reader.query<Record<string, unknown>[]>(
        `SELECT * FROM ${table} WHERE group_ballot_id = ?`,
        [ballot],
      )
    const columnsOf = (found: Record<string, unknown>[]) => Object.keys(found[0] ?? {}).sort()
    expect(columnsOf(await rows('ballot_voter'))).toEqual(['group_ballot_id', 'person_id'])
    expect(columnsOf(await rows('ballot_tally'))).toEqual(['group_ballot_id', 'rating', 'votes'])
    expect((await rows('ballot_tally')).length).toBe(3)
  })

  test('copies of the whole database from before and after each vote do not show what was voted', async () => {
    const { id, ballot } = await opened()
    const voters: [TestPerson, 'satisfied' | 'basicallySatisfied' | 'notSatisfied'][] = [
      [town.deputy, 'notSatisfied'],
      [leader, 'satisfied'],
      [town.coSigner, 'basicallySatisfied'],
    ]
    const lengths = new Set<number>()
    for (const [voter, rating] of voters) {
      const before = await wholeDatabase()
      await voter.client.call(castVote, voting(ballot, rating))
      const changed = differenceOf(before, await wholeDatabase())
      // Who is still awaited changes, and with the last vote when it is asked for; no event, for a vote is no step.
      expect(
        Object.keys(changed)
          .filter((table) => table !== 'matter')
          .sort(),
      ).toEqual(['ballot_voter', 'group_ballot', 'idempotency_key', 'matter_holder'])
      expect(JSON.stringify(changed)).not.toContain('atisfied')
      const sealed = String(changed.group_ballot?.[0]?.sealed_tally)
      lengths.add(sealed.length)
      // Without the key of the server it opens for nobody, and with another key neither.
      expect(() => openTally('k'.repeat(32), ballot, sealed)).toThrow('SECRET_KEY')
    }
    expect(lengths.size).toBe(1)
    expect(await talliesOf(ballot)).toEqual([0, 0, 0])
    await step(town, leader, id, 'closeBallot')
    expect(await talliesOf(ballot)).toEqual([1, 1, 1])
  })

  test('what an open ballot had counted before the votes were sealed is added at its end', async () => {
    const { id, ballot } = await opened()
    await server.database.transaction(async (tx) => {
      await tx.query("UPDATE ballot_tally SET votes = 2 WHERE group_ballot_id = ? AND rating = 'satisfied'", [
        ballot,
      ])
      await tx.query('UPDATE group_ballot SET voters = 2 WHERE id = ?', [ballot])
    })
    await leader.client.call(castVote, voting(ballot, 'satisfied'))
    await step(town, leader, id, 'closeBallot')
    expect((await ballotsOf(leader))[0]).toMatchObject({ voters: 3, tally: { satisfied: 3 } })
  })

  test('nothing that is kept of the request says what was voted', async () => {
    const { id, ballot } = await opened()
    const before = (await see(town, town.office, id)).timeline
    const requestKey = newId()
    const vote = { ...voting(ballot, 'notSatisfied'), key: requestKey }
    await town.deputy.client.call(castVote, vote)
    const [{ actorId } = { actorId: '' }] = await server.database.reader.query<{ actorId: string }[]>(
      'SELECT account_id AS actorId FROM person WHERE id = ?',
      [town.deputy.id],
    )
    const row = await keptRow(server.database.reader, actorId, requestKey)
    expect(JSON.stringify(row)).not.toMatch(/otSatisfied/)
    // Of the answer itself nothing is kept: whoever asks again reads what is to be read then, and no vote is.
    expect(row?.answer).toBeNull()
    const answer = JSON.stringify(await town.deputy.client.call(castVote, vote))
    expect([answer.startsWith('{"group":'), /otSatisfied/.test(answer)]).toEqual([true, false])
    // No event, no message: a vote is no step of the suggestion.
    expect((await see(town, town.office, id)).timeline).toEqual(before)
    expect((await toldTo(server, town.office)).filter((said) => said.includes('投'))).toEqual([])
  })

  test('two votes are too few to be shown, for good; three are enough', async () => {
    const { id, ballot } = await opened()
    await town.deputy.client.call(castVote, voting(ballot, 'satisfied'))
    await leader.client.call(castVote, voting(ballot, 'satisfied'))
    server.clock.advance({ minutes: 1 })
    await step(town, leader, id, 'closeBallot')
    expect((await ballotsOf(leader))[0]).toMatchObject({ voters: 2, tally: null })
    expect((await see(town, town.office, id)).verdicts.group).toMatchObject({ voters: 2, tally: null })
    expect((await toldTo(server, town.unit))[0]).toBe(
      '代表小组评议了《修复大郭西段河堤》（2026-0001）的办理结果：投票的不到 3 人，不公布结果。',
    )
    expect(await talliesOf(ballot)).toEqual([0, 0, 0])
  })
})

describe('one vote each', () => {
  test('a second one is refused and counts nothing; the same one sent twice counts once', async () => {
    const { id, ballot } = await opened()
    const first = { ...voting(ballot, 'satisfied'), key: 'the-network-was-bad' }
    await town.deputy.client.call(castVote, first)
    await town.deputy.client.call(castVote, first)
    expect(await town.deputy.client.refused(castVote, voting(ballot, 'notSatisfied'))).toMatchObject({
      code: 'already_voted',
      message: '您已经投过票，每人只投一次。',
    })
    await leader.client.call(castVote, voting(ballot, 'satisfied'))
    await town.coSigner.client.call(castVote, voting(ballot, 'satisfied'))
    await step(town, leader, id, 'closeBallot')
    expect((await ballotsOf(leader))[0]).toMatchObject({
      voters: 3,
      tally: { satisfied: 3, basicallySatisfied: 0, notSatisfied: 0 },
    })
  })

  test('two at the same moment count once', async () => {
    const { ballot } = await opened()
    const answers = await Promise.all(
      (['satisfied', 'notSatisfied', 'satisfied'] as const).map((rating) =>
        town.deputy.client.ask(castVote, voting(ballot, rating)),
      ),
    )
    expect(answers.map(({ code }) => code ?? 'counted').sort()).toEqual([
      'already_voted',
      'already_voted',
      'counted',
    ])
    expect((await ballotsOf(leader))[0]?.voters).toBe(1)
  })

  test('votes while it is being closed are in the tally or refused, never lost', async () => {
    const { id, ballot } = await opened()
    await leader.client.call(castVote, voting(ballot, 'satisfied'))
    const { version } = await see(town, leader, id)
    const [closing, ...votes] = await Promise.all([
      leader.client.ask(suggestionSteps.closeBallot, {
        params: { ...params, id },
        input: { version, form: {} },
      }),
      town.deputy.client.ask(castVote, voting(ballot, 'satisfied')),
      town.coSigner.client.ask(castVote, voting(ballot, 'satisfied')),
    ])
    if (closing?.code === 'busy') await step(town, leader, id, 'closeBallot')
    const counted = 1 + votes.filter(({ code }) => code === undefined).length
    const [closed] = await ballotsOf(leader)
    expect(closed?.voters).toBe(counted)
    expect(closed?.tally?.satisfied ?? null).toBe(counted < 3 ? null : counted)
    // What was counted and is too little to be shown is nowhere.
    expect((await talliesOf(ballot)).reduce((sum, votes) => sum + votes, 0)).toBe(counted < 3 ? 0 : counted)
  })
})

describe('who may', () => {
  test('vote: deputies of that group; nobody else, nobody of another town, nobody after the end', async () => {
    const { id, ballot } = await opened()
    const elsewhere = await buildTown(server, '云岭坝镇')
    const codeOf = async (person: TestPerson) =>
      (await person.client.refused(castVote, voting(ballot, 'satisfied'))).code
    expect([
      await codeOf(town.otherDeputy),
      await codeOf(town.office),
      await codeOf(town.villager),
      await codeOf(elsewhere.deputy),
      (
        await elsewhere.deputy.client.refused(castVote, {
          ...voting(ballot, 'satisfied'),
          params: { town: elsewhere.id, ballot },
        })
      ).code,
    ]).toEqual(['not_found', 'not_allowed', 'not_allowed', 'not_allowed', 'not_found'])
    await step(town, leader, id, 'closeBallot')
    expect(await codeOf(town.deputy)).toBe('ballot_closed')
  })

  test('see the ballots: the group its own, the office and the presidium all, nobody else', async () => {
    await opened()
    const counts = await Promise.all(
      [town.deputy, town.otherDeputy, town.office, town.presidium].map(
        async (person) => (await ballotsOf(person)).length,
      ),
    )
    expect(counts).toEqual([1, 0, 1, 1])
    const mayClose = await Promise.all(
      [town.deputy, leader, town.office, town.presidium].map(
        async (person) => (await ballotsOf(person))[0]?.mayClose,
      ),
    )
    expect(mayClose).toEqual([false, true, true, false])
    expect((await town.unit.client.refused(listAppraisals, { params })).code).toBe('not_allowed')
  })

  test('open one: the leader or the office, once for a reply, where there is a group and no secret', async () => {
    const { id } = await opened('replied')
    expect((await refusedStep(town, leader, id, 'openBallot')).message).toBe('这次答复已经交小组评议过。')
    const plain = await bring(server, town, 'replied')
    expect((await refusedStep(town, town.deputy, plain, 'openBallot')).code).toBe('not_your_step')
    await server.database.transaction((tx) =>
      tx.query('UPDATE suggestion SET confidential = 1 WHERE id = ?', [plain]),
    )
    expect((await refusedStep(town, town.office, plain, 'openBallot')).message).toBe(
      '代表请求保密的建议，不交小组评议。',
    )
    await server.database.transaction((tx) =>
      tx.query('UPDATE person SET deputy_group_id = NULL WHERE id = ?', [town.deputy.id]),
    )
    const alone = await bring(server, town, 'replied')
    expect((await refusedStep(town, town.office, alone, 'openBallot')).message).toBe(
      '领衔代表还没有编进代表小组，请先在名册里编组。',
    )
  })

  test('one can be ended after the suggestion was put on the shelf', async () => {
    const { id } = await opened()
    await step(town, town.office, id, 'archive')
    expect((await step(town, town.office, id, 'closeBallot')).state).toBe('archived')
  })

  test('a rating that is none is refused with a sentence', async () => {
    const { ballot } = await opened()
    const { fields } = await town.deputy.client.refused(castVote, {
      params: { ...params, ballot },
      input: { rating: text.subject as 'satisfied', blind: newId() },
    })
    expect(fields).toEqual({ rating: '请选择您的评议。' })
  })
})
