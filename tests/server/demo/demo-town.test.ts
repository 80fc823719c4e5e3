import fs from 'node:fs'
import os from 'node:os'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { beijingDay } from '../../../shared/rules/days'
import { getMetadataArgsStorage } from 'typeorm'
import { stateNames } from '../../../shared/grammar/decide'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { KindName } from '../../../shared/workflow'
import type { Database } from '../../../server/database/source'
import { listMyOpinions } from '../../../server/matters/opinion/queries'
import { readAppraisals } from '../../../server/matters/group-ballot/queries'
import { lastGiven } from '../../../server/features/figures/given-reports'
import { pictureAddress } from '../../../server/features/register-pictures/pictures'
import { readPublicFiles, readPublicPhotos } from '../../../server/features/board/item'
import { readAwardStandings } from '../../../server/matters/award-standing/queries'
import { readImports } from '../../../server/features/imports/records'
import { readSilence } from '../../../server/features/silence/read-silence'
import { readTerm } from '../../../server/features/term/show-term'
import { readKeySuggestions } from '../../../server/features/key-suggestions/queries'
import { seedDemo } from '../../../scripts/demo/seed'
import { createSeeding, type Seeding } from '../../../scripts/demo/seeding'
import { createLeastServer } from '../../../scripts/bench/least/server'
import { openStore } from '../../../scripts/bench/least/store'
import { askOnce } from '../../../scripts/bench/load/load'
import { type Ask, chanceFrom, operations } from '../../../scripts/bench/operations'
import { openRaw } from '../../../scripts/bench/raw'
import { settleExemplar, settleStandings } from '../../../scripts/bench/seed/exemplar'
import { grow } from '../../../scripts/bench/seed/grow'
import { signIn } from '../../../scripts/bench/seed/people'
import { findDifferences } from '../../../server/engine/rebuild'
import { halfOf } from '../../../scripts/bench/aims'
import { cleanDatabase } from '../../support/clean-database'
import type { TestDatabase } from '../../support/database'
import { startServer } from '../../support/server'
import { waitingFor } from '../../support/waiting-for'
import { playing } from '../../support/playing'
import { statementsOf } from '../../support/statements'

/** The demo town that every first start builds, through the import and the steps of the table. */
const now = new Date('2026-11-21T04:00:00Z')
let database: Database
let drop: () => Promise<void>
let seeding: Seeding
let place: TestDatabase
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-demo-'))

beforeAll(async () => {
  const fresh = await cleanDatabase()
  database = fresh.database
  drop = fresh.drop
  place = fresh
  await seedDemo(database, folder, now, () => {})
  const [town] = await database.reader.query<{ id: string }[]>('SELECT id FROM town')
  seeding = await createSeeding(database, town?.id ?? '', now, beijingDay(now))
})
afterAll(() => drop())

const count = async (sql: string) => {
  const [row] = await database.reader.query<{ count: number }[]>(`SELECT COUNT(*) AS count FROM ${sql}`)
  return Number(row?.count)
}
const todo = (name: string, kind?: KindName) => waitingFor({ database, seeding, now }, name, kind)

test('a deputy moved away, and another was elected in the same district', async () => {
  expect(
    await count(`mandate n JOIN mandate m ON m.id = n.fills_id
      WHERE m.ended_kind = 'movedAway' AND n.electoral_district_id = m.electoral_district_id AND n.ended_on IS NULL`),
  ).toBe(1)
})

test('a unit has another name and another one went into a third; what was written before keeps the old names', async () => {
  expect([
    await count(
      "handling_unit WHERE name = '镇林业工作站' AND former_names = '镇林业站' AND ended_on IS NULL",
    ),
    await count(
      "handling_unit WHERE name = '镇农机站' AND merged_into_id IS NOT NULL AND ended_on IS NOT NULL",
    ),
  ]).toEqual([1, 1])
  // 选举法 25: no district of the township elects more than three.
  expect(
    await count(`(SELECT m.electoral_district_id FROM mandate m WHERE m.congress_level = 'township'
      AND m.ended_on IS NULL GROUP BY m.electoral_district_id HAVING COUNT(*) > 3) AS crowded`),
  ).toBe(0)
  expect(await count("matter_event WHERE note LIKE '%镇农机站并入镇农业农村服务中心%'")).toBeGreaterThan(0)
})

test('the next term is elected, and its list is the import that can be taken back', async () => {
  const actor = await seeding.actorOf('陈静')
  const { term, again, fresh, leaving, unfilled, leaderless } = await readTerm(database.reader, actor)
  expect([term?.termNo, again.length, fresh.length, leaving.length]).toEqual([20, 56, 2, 4])
  expect([unfilled.length, leaderless.map(({ name }) => name)]).toEqual([2, ['第六代表小组']])
  expect(leaving.flatMap(({ open }) => open).length).toBeGreaterThan(0)
  const { items } = await readImports(database.reader, seeding.townId, 'roster', undefined)
  expect(items.map(({ fileName, undoUntil }) => [fileName, undoUntil !== null])).toEqual([
    ['新一届代表名单.xlsx', true],
    ['名册', false],
  ])
})

test('it has the size of a real town', async () => {
  expect([
    await count('village'),
    await count("mandate WHERE congress_level = 'township' AND ended_on IS NULL"),
    await count("mandate WHERE congress_level = 'city'"),
    await count('deputy_group'),
    await count("liaison_station WHERE station_kind = 'home'"),
    await count("liaison_station WHERE station_kind = 'room'"),
    await count('handling_unit'),
    await count("post WHERE post_kind = 'presidiumMember'"),
  ]).toEqual([15, 60, 22, 7, 1, 14, 42, 7])
})

test('three people hold two mandates', async () => {
  expect(await count('(SELECT person_id FROM mandate GROUP BY person_id HAVING COUNT(*) = 2) AS twice')).toBe(
    3,
  )
})

test('every state of the table can be seen in it', async () => {
  const rows = await database.reader.query<{ state: string }[]>(
    "SELECT DISTINCT state FROM matter WHERE kind = 'suggestion'",
  )
  expect(rows.map(({ state }) => state).sort()).toEqual([...stateNames(suggestionTable)].sort())
})

test('what was carried to a higher congress can be seen, answered and waiting', async () => {
  expect([
    await count('external_suggestion'),
    await count('external_suggestion WHERE replied_on IS NOT NULL'),
    await count('external_suggestion_entry'),
  ]).toEqual([2, 1, 2])
})

test('a promise of last year is carried over and still open', async () => {
  expect(await count("commitment WHERE ended_at IS NULL AND promised_at < '2026-01-01'")).toBeGreaterThan(0)
})

test('no history has a gap', async () => {
  expect(
    await count(
      "(SELECT m.id FROM matter m JOIN matter_event e ON e.matter_id = m.id AND e.kind = m.kind WHERE m.kind = 'suggestion' GROUP BY m.id, m.version HAVING COUNT(*) <> m.version + 1) AS gaps",
    ),
  ).toBe(0)
})

test('no act is without its person, and no resident stands in a history', async () => {
  const named = "party NOT IN ('resident', 'appUser', 'system')"
  expect(await count(`matter_event WHERE ${named} AND person_id IS NULL`)).toBe(0)
  expect(await count(`matter_event WHERE NOT (${named}) AND person_id IS NOT NULL`)).toBe(0)
  expect(await count(`matter_event WHERE ${named}`)).toBeGreaterThan(300)
  expect(
    await count(
      `resident r JOIN matter_event e ON r.id IN (e.person_id, e.by_word_of, e.unit_id)
         OR r.name IS NOT NULL AND CONCAT(COALESCE(e.note, ''), COALESCE(e.public_line, '')) LIKE CONCAT('%', r.name, '%')
         OR r.phone IS NOT NULL AND CONCAT(COALESCE(e.note, ''), COALESCE(e.public_line, '')) LIKE CONCAT('%', r.phone, '%')`,
    ),
  ).toBe(0)
})

test('the river embankment is told with its figures', async () => {
  const [reply] = await database.reader.query<{ publicResult: string }[]>(
    "SELECT a.public_result AS publicResult FROM reply a JOIN suggestion s ON s.id = a.suggestion_id WHERE s.subject LIKE '%大郭西段' AND a.outcome = 'solved' ORDER BY a.at LIMIT 1",
  )
  expect(reply?.publicResult).toBe('修复河堤 3.8 公里，装围栏 1 公里，投入 461 万元')
})

test('王建国 has an opinion to answer, a draft, a consultation to confirm and a reply to rate', async () => {
  const work = await todo('王建国')
  expect(work.map(({ state }) => state).sort()).toEqual(['draft', 'handling', 'replied'])
  const states = (await todo('王建国', 'opinion')).map(({ state }) => state)
  expect(states).toEqual(expect.arrayContaining(['received', 'callAsked']))
})

test('张春梅 is asked to co-sign', async () => {
  expect((await todo('张春梅')).map(({ actions }) => actions)).toEqual([['coSign', 'declineToCoSign']])
})

test('陈静 has something to take up, of it one that came on paper, to check, to assign, to examine, a return to decide on, a deputy who objects to a unit, a held opinion, and one that waits to be passed on', async () => {
  expect((await todo('陈静')).map(({ state }) => state).sort()).toEqual([
    'accepted',
    'evaluated',
    'received',
    'returnRequested',
    'submitted',
    'submitted',
    'underReview',
  ])
  const opinions = await todo('陈静', 'opinion')
  expect(opinions.map(({ state }) => state).sort()).toEqual(['answerHeld', 'deputyAway', 'held'])
})

test('a deputy was silent, and the presidium has opened the reply', async () => {
  const [opened] = await database.reader.query<{ subject: string; state: string }[]>(
    `SELECT s.subject, m.state FROM matter_event e JOIN suggestion s ON s.id = e.matter_id
     JOIN matter m ON m.id = s.id WHERE e.kind = 'suggestion' AND e.action = 'openReply'`,
  )
  expect(opened).toEqual({ subject: '疏通田心社区下水道', state: 'handling' })
})

test('赵永强 has something to receive, to consult on, a promise to keep, and a reply that is late', async () => {
  const work = await todo('赵永强')
  expect(work.map(({ state, late }) => `${state}${late ? ' late' : ''}`).sort()).toEqual([
    'assigned late',
    'handling late',
    'received late',
    'tracking',
  ])
  expect(work.find(({ state }) => state === 'handling')?.actions).toContain('reply')
})

test('周明德 has an extension to decide on, a summons to hold and one to call', async () => {
  const firsts = (await todo('周明德')).map(({ actions }) => actions[0])
  expect(firsts.sort()).toEqual(['grantExtension', 'recordSummons', 'summon'])
})

test('林向东 of the county follows the figures of the town, and keeps nothing of it', async () => {
  expect((await playing(database, 'county')).roles).toEqual(['resident', 'countyStaff'])
})

test('马国栋 leads one key suggestion, 黎永康 of the party committee follows both', async () => {
  const followed = async (persona: string) =>
    (await readKeySuggestions(database.reader, await playing(database, persona), undefined, now)).items
  expect((await followed('official')).map((key) => key.leadingOfficial)).toEqual(['马国栋'])
  expect(await followed('committee')).toHaveLength(2)
})

test('李秀英 has three matters: one to rate, one in hand, one just answered', async () => {
  const { items } = await listMyOpinions(database.reader, await playing(database, 'villager'), undefined, now)
  expect(items.map(({ state, actions }) => [state, actions]).sort()).toEqual([
    ['closed', ['write', 'rate', 'notSolved']],
    ['inSuggestion', ['write']],
    ['replied', ['write']],
  ])
})

test('supervision can be seen at first sight: a unit at the edge, two key suggestions, a ballot that is over', async () => {
  const chair = await seeding.actorOf('周明德')
  const { units } = await readAwardStandings(database.reader, chair, 'all', undefined, now)
  expect(
    units.filter(({ count }) => count > 0).map(({ unit, count, level }) => [unit.name, count, level]),
  ).toEqual([
    ['镇综合执法队', 2, 'warned'],
    ['镇自然资源所', 1, 'clear'],
  ])
  const keys = await readKeySuggestions(database.reader, chair, undefined, now)
  expect(keys.items.map(({ progressNotes, dispatches }) => [progressNotes, dispatches])).toEqual([
    [1, 1],
    [1, 1],
  ])
  const deputy = await seeding.actorOf('王建国')
  const { ballots } = await readAppraisals(database.reader, deputy)
  expect(ballots.map(({ mayVote, mayClose, voters, tally }) => [mayVote, mayClose, voters, tally])).toEqual([
    [true, true, 2, null],
    [false, false, 5, { satisfied: 4, basicallySatisfied: 1, notSatisfied: 0 }],
  ])
})

test('people of most villages speak up, and the map shows where nobody does', async () => {
  const { villages } = await readSilence(database.reader, seeding.townId, null, beijingDay(now))
  const silent = villages.flatMap(({ mark, name }) => (mark === 'silent' ? [name] : []))
  expect([silent, await count('qr_code'), await count('letter_box')]).toEqual([['小郭西村', '龙潭村'], 7, 2])
})

test('nothing of the past is pushed now', async () => {
  expect(
    await count(`outbox_message WHERE state = 'pending' AND created_at < '2026-11-20 04:00:00.000'`),
  ).toBe(0)
})

test('filling it again changes nothing', async () => {
  const before = await count('matter_event')
  await seedDemo(database, folder, now, () => {})
  expect(await count('matter_event')).toBe(before)
})

test('units were called, and deputies went to look', async () => {
  expect([
    await count("reminder WHERE channel = 'phone' AND answer IS NOT NULL"),
    await count('site_review'),
    await count('site_review_matter WHERE finding IS NOT NULL'),
    await count('site_review_matter WHERE finding IS NULL'),
  ]).toEqual([2, 1, 1, 1])
})

test('one reply shows the place before and after', async () => {
  const [matter] = await database.reader.query<{ id: string }[]>(
    'SELECT DISTINCT suggestion_id AS id FROM photo_use',
  )
  const shown = await readPublicPhotos(database.reader, seeding.townId, matter?.id ?? '')
  expect([shown.photosBefore.length, shown.photosAfter.length]).toEqual([1, 1])
  const files = await readPublicFiles(database.reader, seeding.townId, matter?.id ?? '')
  expect(files.map(({ name }) => name)).toEqual(['清淤大营灌溉渠工程量.docx'])
  const own = await database.reader.query<{ name: string }[]>(`SELECT p.file_name AS name FROM photo_use u
    JOIN photo p ON p.id = u.photo_id WHERE u.photo_kind = 'text' ORDER BY u.position`)
  expect(own.map(({ name }) => name)).toEqual(['渠里的淤泥.jpg', '受影响的村民小组.docx'])
})

test('the report of last year was given, and everybody sees the house of the deputies', async () => {
  const given = await lastGiven(database.reader, seeding.townId, '2025')
  expect([given?.on, given?.paper.title]).toEqual(['2026-11-21', expect.stringContaining('2025')])
  const [home] = await database.reader.query<{ id: string }[]>(
    "SELECT id FROM liaison_station WHERE station_kind = 'home'",
  )
  expect(await pictureAddress(database.reader, 'stationPhoto', seeding.townId, home?.id ?? '')).not.toBeNull()
})

test('what was written for everyone has been read, except one result that waits for a second person', async () => {
  const rows = await database.reader.query<{ state: string; kind: string; count: number | string }[]>(
    `SELECT m.state, k.kind, COUNT(*) AS count FROM content_check k JOIN matter m ON m.id = k.id
     GROUP BY m.state, k.kind`,
  )
  expect(
    rows
      .filter(({ state }) => state !== 'passed')
      .map(({ state, kind, count }) => [state, kind, Number(count)])
      .sort(),
  ).toEqual([
    ['approved', 'file', 1],
    ['held', 'result', 1],
  ])
})

test('no word of a programmer stands in what people read', async () => {
  const tables = getMetadataArgsStorage().tables.map(({ name }) => name ?? '')
  expect(tables.length).toBeGreaterThan(30)
  const found: string[] = []
  for (const name of tables) {
    const rows = await database.reader.query<object[]>(`SELECT * FROM ${name}`)
    for (const text of rows.flatMap((row) => Object.values(row) as unknown[]))
      if (typeof text === 'string' && /undefined|NaN|\[object Object\]/.test(text))
        found.push(`${name}: ${text}`)
  }
  expect(found).toEqual([])
})

describe('grown for the bench', () => {
  test('it is many towns with matters of every kind, and everything beside them follows from them', async () => {
    await settleExemplar(database, now)
    await grow(place.url, { matters: 450, towns: 2, openShare: 0.5 }, 12)
    await settleStandings(database, now)
    expect(await findDifferences(database.reader, now)).toEqual([])
    const kinds = await database.reader.query<{ kind: string; towns: number | string }[]>(
      'SELECT kind, COUNT(DISTINCT town_id) AS towns FROM matter GROUP BY kind ORDER BY kind',
    )
    const everyKind =
      `activity activityPlan appFeedback award awardStanding contentCheck deliberationSummary dutyRecord dutyReport dutyReportMeeting externalSuggestion groupBallot groupQuestion letterBox
      meeting opinion poster reception rectification resolution siteReview suggestion toldHow unitLine`.split(
        /\s+/,
      )
    expect(kinds.map(({ kind, towns }) => [kind, Number(towns)])).toEqual(everyKind.map((kind) => [kind, 3]))
    const numbers = await count("matter WHERE number IS NOT NULL AND kind = 'suggestion'")
    expect(
      await count(
        '(SELECT DISTINCT town_id, suggestion_no FROM suggestion WHERE suggestion_no IS NOT NULL) n',
      ),
    ).toBe(numbers)
  })

  test('the server and the least one answer each operation with as many rows, in few statements', async () => {
    const raw = await openRaw(place.url)
    const aims = await signIn(raw, now)
    await raw.close()
    const product = await startServer({
      at: now.toISOString(),
      place: { ...place, drop: () => Promise.resolve() },
    })
    const store = openStore(place.url)
    const least = createLeastServer(store, () => now)
    await new Promise<void>((resolve) => least.listen(0, '127.0.0.1', resolve))
    const leastPort = (least.address() as AddressInfo).port
    for (const { name, asks, changes, against } of operations) {
      const [one, other] = ([0, 1] as const).map((half) => asks(halfOf(aims, half), chanceFrom(1)))
      const answers: Awaited<ReturnType<typeof askOnce>>[] = []
      const asked = await statementsOf(async () => {
        answers.push(await askOnce(Number(new URL(product.url).port), one as () => Ask))
      })
      const before = store.asked()
      answers.push(await askOnce(leastPort, other as () => Ask))
      expect([name, ...answers.map(({ wrong }) => wrong)]).toEqual([name, {}, {}])
      expect([name, asked.length <= (changes ? 25 : 10), store.asked() > before]).toEqual([name, true, true])
      if (changes || against) continue
      expect([name, answers[0]?.rows]).toEqual([name, answers[1]?.rows])
      expect([name, answers[0]?.rows]).not.toEqual([name, 0])
    }
    await store.close()
    await new Promise((resolve) => least.close(resolve))
    await product.stop()
  })
})
