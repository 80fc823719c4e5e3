import { castVote, listAppraisals } from '../../shared/matters/group-ballot/endpoints'
import { showBoardItem } from '../../shared/api/board'
import { showFigures } from '../../shared/api/figures'
import { opinionSteps, showOpinion } from '../../shared/matters/opinion/endpoints'
import { pickProfile } from '../../shared/api/rules'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { addGroup } from '../support/group'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'
import { seenRules } from '../support/settings'

/** 评价: the deputy's rating, the residents' verdict and the group's ballot are three things and stay three. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
})
afterEach(() => server.stop())

const ballotsOf = async (person: TestPerson) => (await person.client.call(listAppraisals, { params })).ballots
const vote = (person: TestPerson, ballot: string, rating: string) =>
  person.client.call(castVote, {
    params: { ...params, ballot },
    input: { rating: rating as 'satisfied', blind: newId() },
  })

describe('the deputy', () => {
  const figures = async () => (await town.office.client.call(showFigures, { params })).total

  test('rates attitude and result apart, and says what is wrong with either', async () => {
    const id = await bring(server, town, 'replied')
    const rudely = { attitudeRating: 'notSatisfied', resultRating: 'satisfied' }
    expect((await refusedStep(town, town.deputy, id, 'evaluate', rudely)).fields).toEqual({
      reason: '选了“不满意”，请写一句哪里不满意，承办单位才知道怎么改。',
    })
    await step(town, town.deputy, id, 'evaluate', { ...rudely, reason: '打了三次电话才来。' })
    expect((await see(town, town.office, id)).verdicts.deputy).toEqual({
      attitude: 'notSatisfied',
      result: 'satisfied',
    })
    // What was wrong with the manner reaches whoever is responsible for it.
    const unitHead = { name: '吴海涛', kind: 'unitHead', unitId: town.unitId } as const
    const head = await signedIn(server, await addStaff(server, town.id, unitHead))
    const next = await bring(server, town, 'replied')
    await step(town, town.deputy, next, 'evaluate', { ...rudely, reason: '打了五次电话才来。' })
    expect((await toldTo(server, head)).filter((text) => /打了.次电话/.test(text))).toEqual([
      '代表评价了《修复大郭西段河堤》的办理：态度不满意，结果满意。原因：打了五次电话才来。',
    ])
  })

  test('is reminded once; then the clock closes it as 未表态, and no rate counts it', async () => {
    const silent = await bring(server, town, 'replied')
    await bring(server, town, 'closed') // rated: satisfied
    expect((await see(town, town.deputy, silent)).due?.on).toBe('2026-12-07')
    const reminders = async () =>
      (await toldTo(server, town.deputy)).filter((text) => /快到期|逾期/.test(text))

    server.clock.set('2026-12-03T01:00:00Z')
    await server.run('clock')
    expect(await reminders()).toEqual([])
    server.clock.set('2026-12-05T01:00:00Z')
    for (const _ of [1, 2]) await server.run('clock')
    expect(await reminders()).toHaveLength(1)
    // Whichever job comes first after the last day: the deputy is not told off.
    server.clock.set('2026-12-07T16:30:00Z')
    await server.run('clock')
    await server.run('clock')
    expect(await reminders()).toHaveLength(1)

    expect((await see(town, town.office, silent)).verdicts.deputy).toBeNull()
    const item = await town.villager.client.call(showBoardItem, { params: { ...params, id: silent } })
    expect(item.satisfaction).toBe('noResponse')
    const { counts, rates } = await figures()
    expect([counts.noResponse, rates.result.satisfactionRate]).toEqual([1, { of: 1, among: 1 }])
  })

  test('has the days of the town’s own rules', async () => {
    await town.presidium.client.call(pickProfile, {
      params,
      input: { version: await seenRules(town), profile: 'chongqing', reason: '按市里的条例' },
    })
    const id = await bring(server, town, 'replied')
    expect((await see(town, town.deputy, id)).due?.on).toBe('2026-12-21')
  })
})

describe('the group', () => {
  test('appraises a result without names; what was voted shows only when it is over', async () => {
    const leader = await addGroup(server, town, [town.deputy, town.coSigner])
    const id = await bring(server, town, 'closed')
    expect(await leader.client.call(listAppraisals, { params })).toMatchObject({
      group: '第一代表小组',
      ballots: [],
      candidates: [{ id, no: '2026-0001', subject: '修复大郭西段河堤', state: 'closed' }],
    })
    server.clock.advance({ minutes: 1 })
    await step(town, leader, id, 'openBallot')
    expect([
      (await toldTo(server, town.coSigner))[0],
      (await toldTo(server, town.otherDeputy)).filter((text) => text.includes('评议')),
    ]).toEqual(['请评议《修复大郭西段河堤》的办理结果，不记名，每人一票。', []])

    const [open] = await ballotsOf(town.coSigner)
    expect(open).toMatchObject({ members: 3, voters: 0, voted: false, mayVote: true, tally: null })
    const ballot = open?.id ?? ''
    await vote(town.deputy, ballot, 'satisfied')
    await vote(town.coSigner, ballot, 'notSatisfied')
    await vote(leader, ballot, 'satisfied')
    const seen = await Promise.all([leader, town.deputy, town.office, town.presidium].map(ballotsOf))
    expect(seen.map(([one]) => [one?.voters, one?.tally])).toEqual([
      [3, null],
      [3, null],
      [3, null],
      [3, null],
    ])
    expect((await see(town, town.office, id)).verdicts.group).toEqual({
      name: '第一代表小组',
      voters: 3,
      closedOn: null,
      tally: null,
    })

    server.clock.advance({ minutes: 1 })
    await step(town, leader, id, 'closeBallot')
    const tally = { satisfied: 2, basicallySatisfied: 0, notSatisfied: 1 }
    expect((await ballotsOf(town.coSigner))[0]).toMatchObject({ mayVote: false, tally })
    expect((await toldTo(server, town.unit))[0]).toBe(
      '代表小组评议了《修复大郭西段河堤》（2026-0001）的办理结果：满意 2 票，基本满意 0 票，不满意 1 票。',
    )
  })

  test('and the residents are sealed from the unit until the deputy has rated, and again once a rated reply is corrected', async () => {
    const leader = await addGroup(server, town, [town.deputy, town.coSigner])
    const id = await bring(server, town, 'replied')
    await step(town, leader, id, 'openBallot')
    const ballot = (await ballotsOf(leader))[0]?.id ?? ''
    for (const person of [leader, town.deputy, town.coSigner]) await vote(person, ballot, 'notSatisfied')
    server.clock.advance({ minutes: 1 })
    await step(town, leader, id, 'closeBallot')
    const seenBy = async (person: TestPerson) => {
      const { verdicts, timeline } = await see(town, person, id)
      return [verdicts.group?.voters ?? null, timeline.some(({ action }) => action === 'closeBallot')]
    }
    expect([await seenBy(town.office), await seenBy(town.unit)]).toEqual([
      [3, true],
      [null, false],
    ])
    expect((await toldTo(server, town.unit)).filter((text) => text.includes('评议'))).toEqual([])
    // A resident whose words are behind it has said so by what came before.
    await server.database.transaction((tx) =>
      tx.query("UPDATE resident_opinion SET rating = 'satisfied' WHERE suggestion_id = ?", [id]),
    )
    const residents = async (person: TestPerson) =>
      (await see(town, person, id)).verdicts.residents?.satisfied ?? null
    expect([await residents(town.office), await residents(town.unit)]).toEqual([1, null])
    const unhappy = { attitudeRating: 'satisfied', resultRating: 'notSatisfied', reason: '还在漏。' }
    await step(town, town.deputy, id, 'evaluate', unhappy)
    expect([await seenBy(town.unit), await residents(town.unit)]).toEqual([[3, true], 1])

    const confirmed = async () => {
      server.clock.advance({ seconds: 5 })
      const item = await town.villager.client.call(showBoardItem, { params: { ...params, id } })
      return item.result.confirmed
    }
    await step(town, town.unit, id, 'correctRatedReply', { ...forms(town).reply, text: '又补了一处。' })
    expect([await seenBy(town.unit), await residents(town.unit)]).toEqual([[null, false], null])
    expect([(await see(town, town.office, id)).verdicts.deputy, await confirmed()]).toEqual([null, false])
    await step(town, town.deputy, id, 'evaluate', { attitudeRating: 'satisfied', resultRating: 'satisfied' })
    expect([await seenBy(town.unit), await residents(town.unit), await confirmed()]).toEqual([
      [3, true],
      1,
      true,
    ])
  })

  test('three verdicts stand beside each other; the satisfaction rate knows only the deputy’s', async () => {
    const leader = await addGroup(server, town, [town.deputy, town.coSigner])
    const id = await bring(server, town, 'closed')
    const [{ id: opinionId = '' } = {}] = (await see(town, town.deputy, id)).opinions
    const at = { params: { ...params, id: opinionId } }
    const { version } = await town.deputy.client.call(showOpinion, at)
    await town.deputy.client.call(opinionSteps.closeAfterSuggestion, {
      ...at,
      input: { version, form: { explanation: '河堤修好了。' } },
    })
    await server.run('checkOpinions')
    const closed = await town.villager.client.call(showOpinion, at)
    await town.villager.client.call(opinionSteps.rate, {
      ...at,
      input: { version: closed.version, form: { rating: 'basicallySatisfied' } },
    })
    await step(town, town.office, id, 'openBallot')
    const ballot = (await ballotsOf(leader))[0]?.id ?? ''
    for (const person of [leader, town.deputy, town.coSigner]) await vote(person, ballot, 'notSatisfied')
    await step(town, town.office, id, 'closeBallot')

    const { verdicts, state } = await see(town, town.unit, id)
    expect(verdicts).toEqual({
      deputy: { attitude: 'satisfied', result: 'satisfied' },
      residents: { satisfied: 0, basicallySatisfied: 1, notSatisfied: 0 },
      group: {
        name: '第一代表小组',
        voters: 3,
        closedOn: '2026-11-23',
        tally: { satisfied: 0, basicallySatisfied: 0, notSatisfied: 3 },
      },
    })
    expect(state).toBe('closed')
    const { total } = await town.office.client.call(showFigures, { params })
    expect(total.rates.result.satisfactionRate).toEqual({ of: 1, among: 1 })

    // In public as well: what the deputy said stays, and does not stand alone once somebody says otherwise.
    const inPublic = async () => {
      const item = await town.villager.client.call(showBoardItem, { params: { ...params, id } })
      return [item.satisfaction, item.residents]
    }
    const deputy = { attitude: 'satisfied', result: 'satisfied' }
    expect(await inPublic()).toEqual([deputy, { satisfied: 0, basicallySatisfied: 1, notSatisfied: 0 }])
    const rated = await town.villager.client.call(showOpinion, at)
    await town.villager.client.call(opinionSteps.notSolved, {
      ...at,
      input: { version: rated.version, form: { text: '一场雨又冲开了。' } },
    })
    expect(await inPublic()).toEqual([deputy, { satisfied: 0, basicallySatisfied: 0, notSatisfied: 1 }])
    await server.run('checkOpinions')
    const again = await town.deputy.client.call(showOpinion, at)
    expect(again.state).toBe('unsolved')
    await town.deputy.client.call(opinionSteps.raise, { ...at, input: { version: again.version, form: {} } })
    expect(await inPublic()).toEqual([deputy, { satisfied: 0, basicallySatisfied: 0, notSatisfied: 1 }])
    const other = await bring(server, town, 'closed')
    const unrated = await town.villager.client.call(showBoardItem, { params: { ...params, id: other } })
    expect(unrated.residents).toBeNull()
  })
})
