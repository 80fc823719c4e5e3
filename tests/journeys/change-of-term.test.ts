import { newId } from '../../server/database/id'
import { beginTerms } from '../../server/jobs/begin-terms'
import { showFigures } from '../../shared/api/figures'
import { listDeputies } from '../../shared/api/people'
import { showTerm, takeBackElected } from '../../shared/api/term'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { startSuggestion } from '../../shared/matters/suggestion/endpoints'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { deputyGroups } from '../../shared/registers/deputy-groups'
import { electedDeputies } from '../../shared/registers/elected-deputies'
import { electoralDistricts } from '../../shared/registers/electoral-districts'
import { mandates } from '../../shared/registers/mandates'
import { people } from '../../shared/registers/people'
import { posts } from '../../shared/registers/posts'
import { startServer, type TestServer } from '../support/server'
import { bring } from '../support/bring'
import { forms, see, start, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import {
  addDeputy,
  buildTown,
  signedIn,
  signedInAgain,
  type TestPerson,
  type TestTown,
} from '../support/town'

let server: TestServer
let town: TestTown
let group: string
let newcomer: string
let open: string
let session: { id: string; version: number }
const [first, second] = [newId(), newId()]
const here = () => ({ town: town.id })

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  newcomer = await addDeputy(server, town.id, '杨志明')
  await server.database.transaction(async (tx) => {
    await tx.query('DELETE FROM mandate WHERE person_id = ?', [newcomer])
    for (const [at, id] of [first, second].entries())
      await tx.query(
        `INSERT INTO electoral_district (id, town_id, congress_level, name, seats, position)
         VALUES (?, ?, 'township', ?, 2, ?)`,
        [id, town.id, `第${String(at + 1)}选区`, at],
      )
    await tx.query('UPDATE mandate SET electoral_district_id = ? WHERE town_id = ?', [first, town.id])
  })
  const added = await town.office.client.call(deputyGroups.endpoints.add, {
    params: here(),
    input: { name: '第一代表小组' },
  })
  group = added.id
  const { version } = await town.office.client.call(people.endpoints.show, {
    params: { ...here(), id: town.deputy.id },
  })
  await town.office.client.call(people.endpoints.change, {
    params: { ...here(), id: town.deputy.id },
    input: { version, form: { name: '王建国', deputyGroupId: group, groupLeader: true } },
  })
  open = await start(town)
  await step(town, town.deputy, open, 'submit')
  await town.villager.client.call(writeOpinion, {
    params: here(),
    input: { deputyId: town.deputy.id, kind: 'report', text: '路灯不亮。' },
  })
  await server.run('checkOpinions')
  await hold({ termNo: 19, sessionNo: 5, openedOn: '2026-01-10', closedOn: '2026-01-12' })
})
afterAll(() => server.stop())

const hold = (input: object) =>
  town.office.client.call(congressSessions.endpoints.add, { params: here(), input: input as never })
/** What was answered to somebody who may or may not have been refused. */
const said = async (answer: Promise<object>) =>
  (await answer) as { status: number; code?: string; message?: string; fields?: Record<string, string> }
const elect = (input: object, by = town.office) =>
  said(
    by.client.ask(electedDeputies.endpoints.add, {
      params: here(),
      input: { termNo: 20, ...input },
    }),
  )
const move = (openedOn: string, closedOn: string | null = null) =>
  said(
    town.office.client.ask(congressSessions.endpoints.change, {
      params: { ...here(), id: session.id },
      input: { version: session.version, form: { openedOn, closedOn } },
    }),
  )
const titles = async (
  register: { endpoints: { list: unknown } },
  query: { narrow?: string; shown?: 'current' | 'ended' } = {},
) => {
  const { items } = await town.office.client.call(register.endpoints.list as typeof mandates.endpoints.list, {
    params: here(),
    query: query,
  })
  return items.map(({ title }) => title)
}
const deputies = async () => {
  const { deputies: all } = await town.villager.client.call(listDeputies, { params: here() })
  return all.map(({ name }) => name).sort()
}
/** A minute of Beijing. */
async function at(instant: string) {
  server.clock.set(instant)
  await server.run('beginTerms')
  await server.run('clock')
  town = await signedInAgain(server, town)
}
const termOf = (by: TestPerson) => by.client.call(showTerm, { params: here() })
async function movedBy(lead: TestPerson, signers: TestPerson[]) {
  const { id } = await lead.client.call(startSuggestion, {
    params: here(),
    input: { ...text, kind: 'motion' },
  })
  await step(town, lead, id, 'inviteCoSigners', { deputyIds: signers.map((one) => one.id) })
  for (const one of signers) await step(town, one, id, 'coSign')
  return id
}
const before = ['张春梅', '李志强', '王建国'].sort()

describe('the new term is prepared', () => {
  test('by the office alone, for a term that lies ahead', async () => {
    expect((await elect({ personId: newcomer }, town.presidium)).code).toBe('not_allowed')
    expect(await elect({ personId: newcomer, termNo: 19 })).toMatchObject({
      fields: { termNo: expect.stringContaining('第19届第5次会议已经在') as string },
    })
    expect(await elect({ personId: newcomer, groupLeader: true })).toMatchObject({
      fields: { groupLeader: '先选在哪个代表小组，再勾组长。' },
    })
    const seats = [
      { personId: town.coSigner.id, electoralDistrictId: first, deputyGroupId: group, groupLeader: true },
      { personId: town.otherDeputy.id, electoralDistrictId: first },
      { personId: newcomer, electoralDistrictId: second, deputyGroupId: group, certificateNo: '20-003' },
    ]
    for (const seat of seats) expect((await elect(seat)).status).toBe(200)
  })

  test('nobody stands on the list twice, no group has two leaders, and one term is prepared at a time', async () => {
    expect((await elect({ personId: newcomer })).fields).toHaveProperty('personId')
    expect((await elect({ personId: town.deputy.id, termNo: 21 })).fields).toHaveProperty('termNo')
    const leads = { personId: town.deputy.id, deputyGroupId: group, groupLeader: true }
    expect((await elect(leads)).fields).toHaveProperty('groupLeader')
  })

  test('the lists say who goes on, who is new, who was not elected again, and where a seat is empty', async () => {
    expect(await titles(electedDeputies, { narrow: 'again' })).toEqual(['张春梅', '李志强'])
    expect(await titles(electedDeputies, { narrow: 'fresh' })).toEqual(['杨志明'])
    expect(await titles(mandates, { narrow: 'notAgain' })).toEqual(['王建国 镇人大代表'])
    expect(await titles(electoralDistricts, { narrow: 'unfilledNext' })).toEqual(['第2选区'])
    expect(await titles(electoralDistricts, { narrow: 'unfilled' })).toEqual(['第2选区'])
  })

  test('one page puts this term and the next side by side, with what those who go leave open', async () => {
    const term = await termOf(town.presidium)
    expect(term).toMatchObject({
      term: { termNo: 20, openedOn: null, begun: false },
      seats: { before: 3, after: 3 },
      leaving: [
        {
          ...{ id: town.deputy.id, name: '王建国', opinions: 1 },
          open: expect.arrayContaining([expect.objectContaining({ id: open, state: '待审查' })]) as unknown,
        },
      ],
      unfilled: [{ name: '第2选区', seats: 2, won: 1 }],
      leaderless: [],
    })
    expect([term.again, term.fresh].map((those) => those.map(({ name }) => name))).toEqual([
      ['张春梅', '李志强'],
      ['杨志明'],
    ])
    for (const one of [town.deputy, town.unit, town.villager])
      expect((await one.client.ask(showTerm, { params: here() })).status).toBe(403)
  })

  test('the whole list is taken back as somebody saw it, and each of it can be restored', async () => {
    const seen = (await termOf(town.office)).term?.version ?? 0
    const takeBack = (version: number, by = town.office) =>
      said(
        by.client.ask(takeBackElected, { params: here(), input: { version, form: { why: '选举结果有变' } } }),
      )
    expect([await takeBack(seen, town.presidium), await takeBack(seen - 1)]).toMatchObject([
      { code: 'not_allowed' },
      { code: 'stale', message: '名单刚刚有人改过，现在有 3 位。请看过现在的名单再办。' },
    ])
    expect((await takeBack(seen)).status).toBe(200)
    expect([(await termOf(town.office)).term, (await takeBack(seen)).code]).toEqual([null, 'nothing_changed'])
    const { items } = await town.office.client.call(electedDeputies.endpoints.list, {
      params: here(),
      query: { shown: 'ended' },
    })
    expect(items.map(({ endedWhy }) => endedWhy)).toEqual(Array.from({ length: 3 }, () => '选举结果有变'))
    for (const { id, version } of items)
      await town.office.client.call(electedDeputies.endpoints.restore, {
        params: { ...here(), id },
        input: { version, form: {} },
      })
    expect((await termOf(town.office)).seats.after).toBe(3)
  })

  test('whoever was elected is not taken off the register', async () => {
    const ended = await said(
      town.office.client.ask(people.endpoints.end, {
        params: { ...here(), id: newcomer },
        input: { version: 0, form: { endedOn: '2026-11-01', endedWhy: '迁出' } },
      }),
    )
    expect(ended.fields).toMatchObject({ endedWhy: expect.stringContaining('新一届代表') as string })
  })

  test('its first session is one, comes after those that were held, and is not called off while somebody waits for it', async () => {
    const early = { termNo: 20, sessionNo: 1, openedOn: '2026-01-11', closedOn: null }
    await expect(hold(early)).rejects.toThrow()
    const { id } = await hold({ ...early, openedOn: '2027-01-12' })
    session = { id, version: 0 }
    await expect(hold({ ...early, openedOn: '2027-02-12' })).rejects.toThrow()
    const off = await said(
      town.office.client.ask(congressSessions.endpoints.end, {
        params: { ...here(), id },
        input: { version: 0, form: { endedOn: '2026-11-01', endedWhy: '改期' } },
      }),
    )
    expect(off.message).toContain('有 3 位新一届代表等着在这次会议就任')
  })
})

test('nothing changes before the day, and a day that moves takes the change along', async () => {
  await at('2027-01-11T15:58:00Z')
  expect(await deputies()).toEqual(before)
  // Two minutes before midnight it is known when the old term stops counting: on the stroke, not at the next look.
  expect(await beginTerms.next?.(server.parts)).toEqual(new Date('2027-01-11T16:00:00Z'))
  expect((await move('2027-01-19')).status).toBe(200)
  session.version = 1
  await at('2027-01-12T02:00:00Z')
  expect(await deputies()).toEqual(before)
  const asked = await town.deputy.client.ask(startSuggestion, { params: here(), input: text })
  expect(asked.status).toBe(200)
})

describe('on the day of the first session, by itself', () => {
  let replied: string
  let motion: string
  let figures: unknown
  const figuresOf = async () =>
    (await town.office.client.call(showFigures, { params: here(), query: {} })).total
  beforeAll(async () => {
    server.clock.set('2027-01-18T08:00:00Z')
    town = await signedInAgain(server, town)
    await bring(server, town, 'closed')
    replied = await bring(server, town, 'replied')
    motion = await movedBy(town.coSigner, [town.deputy, town.otherDeputy])
    figures = await figuresOf()
    expect((await see(town, town.coSigner, motion)).signersMissing).toBe(2)
    await at('2027-01-18T16:01:00Z')
  })

  test('no figure is another, and whoever proposed it in the term before still rates it', async () => {
    expect(await figuresOf()).toEqual(figures)
    await step(town, town.deputy, replied, 'evaluate', forms(town).evaluate)
    const { counts, rates } = await figuresOf()
    const was = figures as Awaited<ReturnType<typeof figuresOf>>
    expect([counts.handedOver, rates.result.satisfactionRate]).toEqual([
      was.counts.handedOver,
      { of: was.rates.result.satisfactionRate.of + 1, among: was.rates.result.satisfactionRate.among + 1 },
    ])
  })

  test('of a motion only those count who are deputies of the new term', async () => {
    expect((await see(town, town.coSigner, motion)).signersMissing).toBe(3)
    await expect(step(town, town.coSigner, motion, 'submit')).rejects.toThrow('还差 3 人')
  })

  test('the page says what the change was', async () => {
    const term = await termOf(town.office)
    expect(term).toMatchObject({
      term: { termNo: 20, openedOn: '2027-01-19', begun: true },
      seats: { before: 3, after: 3 },
      again: [{ name: '张春梅', leads: true }, { name: '李志强' }],
      fresh: [{ name: '杨志明' }],
      leaving: [{ name: '王建国', opinions: 0 }],
      leaderless: [],
    })
    expect(term.leaving[0]?.open.map(({ id }) => id)).toContain(open)
  })

  test('those elected are deputies, and whoever was not is none', async () => {
    expect(await deputies()).toEqual(['张春梅', '李志强', '杨志明'].sort())
    const fresh = await signedIn(server, newcomer)
    expect((await fresh.client.ask(startSuggestion, { params: here(), input: text })).status).toBe(200)
    const again = town.coSigner.client.ask(startSuggestion, { params: here(), input: text })
    expect((await again).status).toBe(200)
    const left = await town.deputy.client.ask(startSuggestion, { params: here(), input: text })
    expect(left.code).toBe('not_allowed')
  })

  test('the old mandates are over with their reason and day, the new ones begin, and a person stays one person', async () => {
    const { items } = await town.office.client.call(mandates.endpoints.list, {
      params: here(),
      query: { shown: 'ended' },
    })
    expect(items.map(({ endedOn, endedWhy }) => [endedOn, endedWhy])).toEqual(
      Array.from({ length: 3 }, () => ['2027-01-19', '任期届满']),
    )
    const rows = await server.database.reader.query<{ begun: string | null }[]>(
      'SELECT begun_on AS begun FROM mandate WHERE person_id = ? ORDER BY begun_on IS NULL DESC',
      [town.coSigner.id],
    )
    expect(rows.map(({ begun }) => begun)).toEqual([null, '2027-01-19'])
  })

  test('what was handed in goes on and is answered to whoever proposed it', async () => {
    expect((await step(town, town.office, open, 'startReview')).state).toBe('underReview')
    expect((await see(town, town.deputy, open)).state).toBe('underReview')
  })

  test('groups are led by whom the list names, and the posts that the congress gives are empty', async () => {
    expect(await titles(deputyGroups, { narrow: 'leaderless' })).toEqual([])
    const leading = await server.database.reader.query<{ name: string }[]>(
      'SELECT name FROM person WHERE town_id = ? AND group_leader = 1',
      [town.id],
    )
    expect(leading).toEqual([{ name: '张春梅' }])
    expect(await titles(posts, { shown: 'ended' })).toEqual(['周明德 主席团成员'])
    expect(await titles(posts)).toHaveLength(3)
  })

  test('whoever leaves is thanked, whoever sits is told so, and the office reads one line', async () => {
    expect((await toldTo(server, town.deputy)).join()).toContain('感谢您这一届为群众做的工作')
    const sits = await toldTo(server, town.coSigner)
    expect(sits).toContain('您已登记为镇人大代表，可以开始履职了。')
    expect(sits.join()).not.toContain('届满')
    const office = await toldTo(server, town.office)
    expect(office.filter((line) => line.includes('第20届人大'))).toHaveLength(1)
    expect(office.join()).toContain('连任 2 位，新当选 1 位，离任 1 位。主席团 1 项任职')
  })

  test('it happens once, and then neither day nor list changes any more', async () => {
    const count = async () => (await titles(mandates)).length
    const held = await count()
    await server.run('beginTerms')
    expect(await count()).toBe(held)
    expect((await move('2027-01-20')).fields).toMatchObject({
      openedOn: expect.stringContaining('不能再改') as string,
    })
    expect((await move('2027-01-19', '2027-01-20')).status).toBe(200)
    expect((await elect({ personId: town.deputy.id })).fields).toHaveProperty('termNo')
    expect(await titles(electedDeputies)).toEqual([])
    expect(await titles(electedDeputies, { shown: 'ended' })).toHaveLength(3)
  })
})
