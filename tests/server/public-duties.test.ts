import { listDeputies } from '../../shared/api/people'
import { showPublicDuties } from '../../shared/api/public-duties'
import { contactVoters } from '../../shared/registers/contact-voters'
import { goodDeeds } from '../../shared/registers/good-deeds'
import { trainings } from '../../shared/registers/trainings'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { visits } from '../../shared/registers/visits'
import { publicText, publicTextKinds } from '../../shared/public-texts'
import { bring } from '../support/bring'
import { createClient, type Client } from '../support/client'
import { everythingPasses } from '../support/checks'
import { addGroup } from '../support/group'
import { byMeeting, honoursIn } from '../support/honours'
import { staySignedIn } from '../support/lived'
import { opinionsOf } from '../support/opinions'
import { newWarning } from '../support/matrix/stories/duty-warning'
import { districtOf, reportRoomIn } from '../support/report-room'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

/** 代表公示 (代表法 58, E17): everyone reads how often a deputy did what; no planted word of anything else comes out. */
let server: TestServer
let town: TestTown
let params: { town: string }
let phone: Client
const opinions = opinionsOf(() => ({ server, town }))

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  phone = createClient(server.url)
  await addGroup(server, town, [town.deputy, town.coSigner])
  const district = await districtOf(server, town, '第1选区', [town.deputy.id])
  await staySignedIn(server)
  await liveAYear(district)
})
afterAll(() => server.stop())

async function liveAYear(district: string) {
  const [office, deputy] = [town.office.client, town.deputy.client]
  await office.call(congressSessions.endpoints.add, {
    params,
    input: { termNo: 19, sessionNo: 1, openedOn: '2025-10-24', closedOn: '2025-10-26' },
  })
  for (const heldOn of ['2025-11-10', '2026-03-10', '2026-04-10'])
    await office.call(trainings.endpoints.add, {
      params,
      input: {
        ...{ title: `讲座 ${heldOn}`, topic: 'law', trainingForm: 'collective', heldOn, organiser: 'town' },
        personIds: [town.deputy.id],
      },
    })
  await deputy.call(visits.endpoints.add, {
    params,
    input: { visitedOn: '2026-11-20', visitKind: 'home', villageId: town.village, persons: '3' },
  })
  for (const [deedKind, title, more] of [
    ['deed', '帮三组接通自来水', {}],
    ['mediation', '调好一起地界纠纷', { disputeKind: 'land' }],
  ] as const) {
    const { id } = await deputy.call(goodDeeds.endpoints.add, {
      params,
      input: { deedKind, title, doneOn: '2026-11-18', ...more },
    })
    const { version, values } = await office.call(goodDeeds.endpoints.show, { params: { ...params, id } })
    await office.call(goodDeeds.endpoints.change, {
      params: { ...params, id },
      input: { version, form: { ...values, confirmed: true } },
    })
  }
  await deputy.call(contactVoters.endpoints.add, {
    params,
    input: { name: '万大爷', villageId: town.village, phone: '13711110009' },
  })
  const opinion = await opinions.received('路灯不亮。')
  await opinions.shown(town.deputy, opinion, 'answer', { text: '已经报修。' })
  await bring(server, town, 'accepted')
  const hidden = await bring(server, town, 'accepted')
  await server.database.transaction((tx) =>
    tx.query("UPDATE suggestion SET confidential = 1, confidential_reason = '涉密' WHERE id = ?", [hidden]),
  )
  await everythingPasses(server)
  const honours = honoursIn(server, town)
  const award = await honours.propose({ title: '先进代表', personId: town.deputy.id })
  await honours.step(award, 'publishNames', byMeeting)
  server.clock.advance({ days: 12 })
  await staySignedIn(server)
  await honours.step(award, 'grant', byMeeting)
  await newWarning(server, town, 'warned', '2027-06-30')
  const room = reportRoomIn(server, town)
  const meeting = await room.plan(district)
  await room.step(meeting, 'notice', {
    ...{ heldOn: '2026-12-20', startsAt: '14:30', place: '文化广场', chairId: town.presidium.id },
  })
}

const duties = (id = town.deputy.id) => phone.call(showPublicDuties, { params: { ...params, id } })
const numbers = (counted: readonly { kind: string; lines: number }[]) =>
  counted.map(({ kind, lines }) => `${kind} ${lines}`)

test('everyone reads how often what was done, this year and this term; what there is none of is not there', async () => {
  const seen = await duties()
  expect(seen.deputy).toMatchObject({ name: '王建国', district: '第1选区', group: '第一代表小组' })
  expect([seen.year, seen.term?.no]).toEqual([2026, 19])
  expect(numbers(seen.inYear)).toEqual([
    ...['trainingAttended 2', 'votersVisited 1', 'opinionAnswered 1', 'goodDeedDone 1'],
    ...['suggestionSubmitted 1', 'awardReceived 1'],
  ])
  expect(numbers(seen.term?.counted ?? [])).toContain('trainingAttended 3')
  expect(seen.suggestions.map(({ item, outcome }) => [item, outcome])).toEqual([['修复大郭西段河堤', null]])
  expect(seen.awards).toEqual([{ year: 2026, title: '先进代表' }])
  expect(JSON.stringify(seen)).not.toMatch(/mediation|assistance|careVisit|:0\b/)
})

test('a confidential suggestion is neither counted nor named; one who is no deputy has no page', async () => {
  expect((await duties()).suggestions).toHaveLength(1)
  for (const id of [town.office.id, town.presidium.id, 'x'])
    expect((await phone.refused(showPublicDuties, { params: { ...params, id } })).code).toBe('not_found')
})

test('deputies stand as the register has them, whatever any of them did', async () => {
  const names = async () => (await phone.call(listDeputies, { params })).deputies.map(({ name }) => name)
  const before = await names()
  for (let count = 0; count < 3; count += 1)
    await town.otherDeputy.client.call(visits.endpoints.add, {
      params,
      input: { visitedOn: '2026-11-20', visitKind: 'home', villageId: town.village, persons: '9' },
    })
  expect(await names()).toEqual(before)
})

/** What may stand in the extract, by table and column. */
const shown = publicTextKinds
  .filter((kind) => publicText(kind).at.some((at) => at.startsWith('/towns/:town/deputies/:id/duties ')))
  .map((kind) => publicText(kind).kept.join('.'))

/** Read as something else than words: a planted word would only break the reading. */
const notWords = ['rule_set', 'town', 'account', 'sign_in', 'public_version', 'job', 'typeorm_migration']

test('no planted word of any other field of any table comes out', async () => {
  const { entityMetadatas } = server.database.source
  const before = await duties()
  const planted: string[] = []
  for (const { tableName, columns } of entityMetadatas.filter(
    ({ tableName: name }) => !notWords.includes(name),
  )) {
    const words = columns.filter(
      ({ databaseName, length, type, isPrimary }) =>
        !isPrimary &&
        /char|text/i.test(String(type)) &&
        !/digest/.test(databaseName) &&
        !shown.includes(`${tableName}.${databaseName}`) &&
        (Number(length) >= 40 ||
          /text$/i.test(String(type)) ||
          /phone|birth|certificate|name$/.test(databaseName)),
    )
    for (const { databaseName } of words)
      await server.database
        .transaction((tx) => tx.query(`UPDATE ${tableName} SET ${databaseName} = '金丝雀'`))
        .then(
          () => planted.push(`${tableName}.${databaseName}`),
          // One number a town, and a digest that fits no word: they hold what the server made.
          (error: unknown) => expect(String(error)).toMatch(/unique|duplicate|too long/i),
        )
  }
  for (const field of [
    ...['person.phone', 'mandate.certificate_no', 'mandate.suspended_why', 'visit.said', 'good_deed.title'],
    ...[
      'contact_voter.name',
      'contact_voter.phone',
      'resident_opinion.resident_name',
      'opinion_message.text',
    ],
    ...['suggestion.subject', 'suggestion.facts', 'suggestion.confidential_reason', 'award.deeds'],
    ...['training.title', 'duty_record.subject', 'duty_report.contacts', 'absence.reason', 'matter.title'],
    ...['duty_warning.facts', 'duty_warning.text', 'duty_warning.reply'],
  ])
    expect(planted).toContain(field)
  const after = await duties()
  expect(JSON.stringify(after)).not.toContain('金丝雀')
  expect(after).toEqual(before)
})
