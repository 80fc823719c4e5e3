import { addDays, addMonths, type Day, daysBetween, startOfDay } from '../../shared/rules/days'
import { daysOf, halfYearBefore, halfYearOf } from '../../shared/rules/half-years'
import { isTownshipDeputy } from '../../server/database/in-office'
import { act } from '../../server/engine/act'
import { addRow } from '../../server/engine/registers/keep'
import { registerNamed } from '../../server/features/registers/found'
import { kind } from '../../server/matters/reception/kind'
import { planReceptions } from '../../server/matters/reception/plan'
import { townshipNames } from './names'
import { sayOfTheApp } from './app-feedback'
import { askUnits } from './unit-lines'
import type { Seeding } from './seeding'

/** The figures of the source report of half a year (catalogue 41): 接待选民36人，走访选民126户，帮办实事52件. */
const figures = { received: 36, visited: 126, deeds: 52 } as const
const deeds = ['接通自来水', '补办医保', '修好路灯', '联系收粮车', '代办老年证', '清理水沟']

/** Half a year of receptions, visits and deeds: this one, or where it has hardly begun the one before. */
export async function keepInTouch(seeding: Seeding) {
  const { today } = seeding
  const current = halfYearOf(today)
  const half = daysBetween(daysOf(current).from, today) >= 100 ? current : halfYearBefore(current)
  const { from, to } = daysOf(half)
  const last = to < today ? to : addDays(today, -1)
  await receive(seeding, from, last)
  await visit(seeding, from, last)
  await keepTwoWayContacts(seeding)
  await askUnits(seeding)
  await sayOfTheApp(seeding)
}

/** Somebody sat at the first station on each of its days; nobody came on the last. */
async function receive({ database, townId, today, now, actorOf }: Seeding, from: Day, last: Day) {
  const office = await actorOf('陈静')
  const [station] = await database.reader.query<{ id: string }[]>(
    `SELECT id FROM liaison_station WHERE town_id = ? AND reception_days IS NOT NULL AND ended_on IS NULL
       AND EXISTS (SELECT 1 FROM station_deputy d WHERE d.liaison_station_id = liaison_station.id)
     ORDER BY position, id LIMIT 1`,
    [townId],
  )
  if (!station) return
  const planned: { id: string; heldOn: Day }[] = []
  for (const begin of [from, addMonths(from, 3), addDays(today, 1)]) {
    const end = begin > today ? addMonths(today, 1) : addDays(addMonths(begin, 3), -1)
    const input = { stationId: station.id, from: begin, to: end < last || begin > today ? end : last }
    if (input.to < begin) continue
    const at = begin > today ? now : new Date(startOfDay(begin).getTime() + 9 * 3_600_000)
    const { planned: made } = await database.transaction((tx) =>
      planReceptions(tx, office, { ...input, each: '1' }, at),
    )
    planned.push(...made.filter(({ heldOn }) => heldOn <= last))
  }
  const came = Math.max(1, planned.length - 1)
  for (const [at, { id, heldOn }] of planned.entries()) {
    const received = Math.floor(figures.received / came) + (at < figures.received % came ? 1 : 0)
    const form = at < came ? { came: 'some', received: String(received) } : { came: 'nobody' }
    const evening = new Date(startOfDay(heldOn).getTime() + 17 * 3_600_000)
    await database.transaction((tx) => act(tx, kind, office, id, 'close', { version: 0, form }, evening))
  }
}

/** Each deputy of the township in turn. */
async function visit({ database, townId, now, actorOf }: Seeding, from: Day, last: Day) {
  const office = await actorOf('陈静')
  const people = await database.reader.query<{ id: string; villageId: string | null }[]>(
    `SELECT p.id, p.village_id AS villageId FROM person p WHERE p.town_id = ? AND p.name IN (${townshipNames.map(() => '?').join(', ')})
     ORDER BY p.position, p.id`,
    [townId, ...townshipNames],
  )
  const days = daysBetween(from, last)
  const add = (name: string, given: object) =>
    database.transaction((tx) => addRow(tx, registerNamed(name), office, { ...given }, now))
  const visits = figures.visited / 3
  for (let at = 0; at < visits; at += 1) {
    const deputy = people[at % people.length]
    await add('visit', {
      ...{ deputyId: deputy?.id, villageId: deputy?.villageId ?? undefined, visitKind: 'home' },
      ...{ visitedOn: addDays(from, Math.floor((at * days) / visits)), persons: 5, households: 3 },
    })
  }
  for (let at = 0; at < figures.deeds; at += 1) {
    const deputy = people[(at * 5) % people.length]
    await add('goodDeed', {
      ...{ deputyId: deputy?.id, villageId: deputy?.villageId ?? undefined, deedKind: 'deed' },
      ...{ title: `${deeds[at % deeds.length] ?? ''}（第 ${at + 1} 件）`, confirmed: true },
      doneOn: addDays(from, Math.floor((at * days) / figures.deeds)),
    })
  }
}

/** 双联系 (catalogue 16, 52): each of the presidium a group and some deputies; yesterday they called on the first of them. */
async function keepTwoWayContacts({ database, townId, today, now, actorOf }: Seeding) {
  const office = await actorOf('陈静')
  const idsOf = async (sql: string) =>
    (await database.reader.query<{ id: string }[]>(sql, [townId])).map(({ id }) => id)
  const members = await idsOf(
    `SELECT p.id FROM person p WHERE p.town_id = ? AND EXISTS (SELECT 1 FROM post o WHERE o.person_id = p.id
       AND o.post_kind = 'presidiumMember' AND o.ended_on IS NULL) ORDER BY p.position, p.id`,
  )
  const groups = await idsOf('SELECT g.id FROM deputy_group g WHERE g.town_id = ? ORDER BY g.position, g.id')
  const deputies = await idsOf(
    `SELECT p.id FROM person p WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')} ORDER BY p.position, p.id`,
  )
  const add = (name: string, given: object) =>
    database.transaction((tx) => addRow(tx, registerNamed(name), office, { ...given }, now))
  for (const [at, personId] of members.entries()) {
    const deputyIds = deputies
      .filter((id, place) => id !== personId && place % members.length === at)
      .slice(0, 10)
    const [first] = deputyIds
    if (!first) continue
    const deputyGroupId = groups[at % Math.max(1, groups.length)]
    await add('contactLink', { contactKind: 'presidium', personId, deputyGroupId, deputyIds })
    const talk = { personId, contactedOn: addDays(today, -1), contactWay: 'visit', deputyIds: [first] }
    const said = at === 0 ? { difficulty: '家里老人住院，这两个月开会来不了。' } : {}
    await add('contactEntry', { ...talk, ...said, ...(at < 2 ? { deputyGroupId } : {}) })
  }
}
