import { standsAlready } from '../../../shared/grammar/nothing-changed'
import type { Values } from '../../../shared/grammar/register'
import { people } from '../../../shared/registers/people'
import { congressLevels } from '../../../shared/words/words'
import { Mandate } from '../../database/entities/people/mandate'
import { Person } from '../../database/entities/people/person'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { type Planned, plannedRow, writeRows } from '../../engine/registers/keep'
import { commandLine } from '../../engine/registers/kept-register'
import { allRows } from '../../engine/registers/rows'
import { writeAudits } from '../../engine/write-audit'
import { titlesOf } from '../people/holds'
import { registerNamed } from '../registers/found'
import { isOnlyElected } from './elected-of-rows'
import type { Plan, PlannedPerson } from './plan'
import type { Tally } from './tally'
import type { Places } from './places'
import { type KnownPerson, readKnown, recognise } from './recognise'
import { insertMany, isCountyStaff, type NewRole } from './write-parts'
import { writePosts } from './write-posts'

export interface Missing {
  id: string
  name: string
  holds: string[]
}

/**
 * Adds the people, their mandates and posts. Bindings to WeChat stay; nobody is deleted.
 * @throws Doubtful where somebody may be one who is known already, or another of that name; see `writePosts`
 */
export async function writePeople(tx: Tx, plan: Plan, places: Places, tally: Tally, now: Date) {
  const known = await readKnown(tx, places)
  const { found, notices } = recognise(plan.people, known)
  const kept = registerNamed('person')
  const rows = new Map((await allRows(tx, kept, places.townId)).map((row) => [row.id, row]))
  const ids = new Map<PlannedPerson, string>()
  const writes: Planned[] = []
  const ofCounty: Partial<Person>[] = []
  let last = Math.max(-1, ...[...rows.values()].map(({ own }) => Number(own.position)))
  for (const [at, person] of plan.people.entries()) {
    const before = found.get(person)
    const row = before && rows.get(before.id)
    // The order of this term stays what it is.
    const position = !isOnlyElected(person) ? at : row ? Number(row.own.position) : (last += 1)
    for (const sheet of sheetsOf(person)) tally.add(sheet, before ? 'kept' : 'added')
    if (before && !row) {
      ids.set(person, before.id)
      await tx.update(Person, { id: before.id }, rowOf(person, places, position))
    } else if (row === undefined && isOfCounty(person, places)) {
      const id = newId()
      ids.set(person, id)
      ofCounty.push({ id, accountId: null, portraitDigest: null, ...rowOf(person, places, position) })
    } else {
      const planned = plannedRow(kept, row ?? null, valuesOf(person, places, row?.values), {
        position,
        mergedIntoId: row?.own.mergedIntoId ?? null,
      })
      ids.set(person, planned.row.id)
      if (!row || !standsAlready(row.values, planned.row.values)) writes.push(planned)
      else if (Number(row.own.position) !== position) await tx.update(Person, { id: row.id }, { position })
    }
  }
  await writeRows(tx, kept, commandLine(places.townId), writes, now)
  await insertMany(tx, Person, ofCounty)
  const mandates = await writeMandates(tx, plan, places, ids)
  const held = await writePosts(tx, plan, places, ids, now)
  await auditRoles(tx, places, [...mandates, ...held], now)
  // A list of the next term says of nobody that they have left.
  const isOfNextTerm = plan.people.length > 0 && plan.people.every(isOnlyElected)
  const missing = isOfNextTerm ? [] : await readMissing(tx, places, known, new Set(ids.values()))
  if (missing.length > 0)
    notices.push(`名册里有 ${missing.length} 人不在这个文件里，保持不变：${spoken(missing)}`)
  return { ids, notices, missing }
}

/** Who stands in the register and not in the file, and with what: whether they have left is for the office to say. */
async function readMissing(
  tx: Tx,
  { townId }: Places,
  known: readonly KnownPerson[],
  named: ReadonlySet<string>,
): Promise<Missing[]> {
  const gone = known.filter(({ id, endedWhy }) => endedWhy === null && !named.has(id))
  if (gone.length === 0) return []
  const titles = await titlesOf(
    tx,
    townId,
    gone.map(({ id }) => id),
  )
  return gone.map(({ id, name }) => ({ id, name, holds: titles.get(id) ?? [] }))
}

const mostNamed = 50
const spoken = (missing: readonly Missing[]) =>
  missing
    .slice(0, mostNamed)
    .map(({ name, holds }) => (holds.length === 0 ? name : `${name}（${holds.join('，')}）`))
    .join('、') + (missing.length > mostNamed ? ' 等' : '')

/** What the file says of somebody; what it does not say stays. */
const valuesOf = (person: PlannedPerson, { villages, groups }: Places, before: Values = {}): Values => ({
  ...nothingSaid,
  ...before,
  name: person.name,
  phone: person.phone ?? before.phone ?? null,
  gender: person.gender ?? before.gender ?? null,
  occupation: person.occupation ?? before.occupation ?? null,
  villageId: (person.village && villages.get(person.village)) ?? before.villageId ?? null,
  deputyGroupId: (person.group && groups.get(person.group)) ?? before.deputyGroupId ?? null,
  groupLeader: person.group === undefined ? before.groupLeader === true : person.groupLeader,
})
const nothingSaid = Object.fromEntries(Object.keys(people.fields).map((name) => [name, null]))

const isOfCounty = (person: PlannedPerson, { countyId }: Places) => isCountyStaff(person) && countyId !== null

const sheetsOf = (person: PlannedPerson) => [
  ...(person.mandates.length > 0 ? (['deputies'] as const) : []),
  ...(person.posts.some(({ unit }) => unit === undefined) ? (['staff'] as const) : []),
]

function rowOf(person: PlannedPerson, places: Places, position: number): Partial<Person> {
  const ofCounty = isOfCounty(person, places)
  return {
    townId: ofCounty ? null : places.townId,
    countyId: ofCounty ? places.countyId : null,
    name: person.name,
    phone: person.phone ?? null,
    gender: person.gender ?? null,
    occupation: person.occupation ?? null,
    villageId: (person.village && places.villages.get(person.village)) ?? null,
    deputyGroupId: (person.group && places.groups.get(person.group)) ?? null,
    groupLeader: person.groupLeader,
    position,
  }
}

/** Who may do what from now on, and that it came with a roster. */
const auditRoles = (tx: Tx, { townId, countyId }: Places, roles: readonly NewRole[], now: Date) =>
  writeAudits(
    tx,
    roles.map(({ name, ofCounty, role }) => ({
      townId: ofCounty && countyId !== null ? countyId : townId,
      personId: null,
      what: `职务：${name}`,
      fromValue: null,
      toValue: role,
      reason: '导入名册',
    })),
    now,
  )

async function writeMandates(
  tx: Tx,
  plan: Plan,
  { townId, districts }: Places,
  ids: ReadonlyMap<PlannedPerson, string>,
) {
  const held = await tx.query<{ id: string; personId: string; level: string }[]>(
    'SELECT id, person_id AS personId, congress_level AS level FROM mandate WHERE town_id = ? AND ended_on IS NULL',
    [townId],
  )
  const idOf = new Map(held.map(({ id, personId, level }) => [`${personId}|${level}`, id]))
  const fresh: Partial<Mandate>[] = []
  const roles: NewRole[] = []
  for (const [place, person] of plan.people.entries()) {
    const personId = ids.get(person) ?? ''
    for (const { level, district, certificateNo } of person.mandates) {
      const row = {
        electoralDistrictId: (district && districts.get(`${level}|${district}`)) ?? null,
        certificateNo: certificateNo ?? null,
      }
      const id = idOf.get(`${personId}|${level}`)
      if (id) await tx.update(Mandate, { id }, row)
      else {
        fresh.push({ id: newId(), townId, personId, congressLevel: level, endedOn: null, place, ...row })
        roles.push({ name: person.name, ofCounty: false, role: congressLevels[level] })
      }
    }
  }
  await insertMany(tx, Mandate, fresh)
  return roles
}
