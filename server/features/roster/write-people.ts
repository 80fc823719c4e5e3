import { posts } from '../../../shared/permissions'
import { congressLevels } from '../../../shared/words/words'
import { Mandate } from '../../database/entities/people/mandate'
import { Person } from '../../database/entities/people/person'
import { Post } from '../../database/entities/people/post'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { writeAudits } from '../../engine/write-audit'
import type { Plan, PlannedPerson } from './plan'
import type { Tally } from './tally'
import type { Places } from './places'
import { readKnown, recognise } from './recognise'

/**
 * Adds the people, their mandates and posts. Bindings to WeChat stay; nobody is deleted.
 * @throws Doubtful where somebody may be one who is known already, or another of that name
 */
export async function writePeople(tx: Tx, plan: Plan, places: Places, tally: Tally, now: Date) {
  const known = await readKnown(tx, places)
  const { found, notices } = recognise(plan.people, known)
  const ids = new Map<PlannedPerson, string>()
  const fresh: Partial<Person>[] = []
  for (const [position, person] of plan.people.entries()) {
    const before = found.get(person)
    const id = before?.id ?? newId()
    ids.set(person, id)
    const row = rowOf(person, places, position)
    if (before) await tx.update(Person, { id }, row)
    else fresh.push({ id, accountId: null, portraitDigest: null, ...row })
    for (const sheet of sheetsOf(person)) tally.add(sheet, before ? 'kept' : 'added')
  }
  await insertMany(tx, Person, fresh)
  const mandates = await writeMandates(tx, plan, places, ids)
  const held = await writePosts(tx, plan, places, ids)
  await auditRoles(tx, places, [...mandates, ...held], now)
  const named = new Set(ids.values())
  const gone = known.filter(({ id }) => !named.has(id)).map(({ name }) => name)
  if (gone.length > 0)
    notices.push(`名册里有 ${gone.length} 人不在这个文件里，保持不变：${gone.slice(0, 20).join('、')}`)
  return { ids, notices }
}

const isCountyStaff = ({ posts, mandates }: PlannedPerson) =>
  mandates.length === 0 && posts.length > 0 && posts.every(({ kind }) => kind === 'countyStaff')

const sheetsOf = (person: PlannedPerson) => [
  ...(person.mandates.length > 0 ? (['deputies'] as const) : []),
  ...(person.posts.some(({ unit }) => unit === undefined) ? (['staff'] as const) : []),
]

function rowOf(person: PlannedPerson, places: Places, position: number): Partial<Person> {
  const ofCounty = isCountyStaff(person) && places.countyId !== null
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

/** A role that somebody has from now on. */
interface NewRole {
  name: string
  ofCounty: boolean
  role: string
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
  for (const person of plan.people) {
    const personId = ids.get(person) ?? ''
    for (const { level, district, certificateNo } of person.mandates) {
      const row = {
        electoralDistrictId: (district && districts.get(`${level}|${district}`)) ?? null,
        certificateNo: certificateNo ?? null,
      }
      const id = idOf.get(`${personId}|${level}`)
      if (id) await tx.update(Mandate, { id }, row)
      else {
        fresh.push({ id: newId(), townId, personId, congressLevel: level, endedOn: null, ...row })
        roles.push({ name: person.name, ofCounty: false, role: congressLevels[level] })
      }
    }
  }
  await insertMany(tx, Mandate, fresh)
  return roles
}

async function writePosts(tx: Tx, plan: Plan, places: Places, ids: ReadonlyMap<PlannedPerson, string>) {
  const held = await tx.query<{ personId: string; kind: string; unitId: string | null }[]>(
    `SELECT o.person_id AS personId, o.post_kind AS kind, o.handling_unit_id AS unitId FROM post o
     JOIN person p ON p.id = o.person_id WHERE p.town_id = ? OR (p.town_id IS NULL AND p.county_id = ?)`,
    [places.townId, places.countyId ?? ''],
  )
  const present = new Set(held.map(({ personId, kind, unitId }) => `${personId}|${kind}|${unitId ?? ''}`))
  const fresh: Partial<Post>[] = []
  const roles: NewRole[] = []
  for (const person of plan.people) {
    const personId = ids.get(person) ?? ''
    for (const { kind, unit } of person.posts) {
      const handlingUnitId = (unit && places.units.get(unit)) ?? null
      const key = `${personId}|${kind}|${handlingUnitId ?? ''}`
      if (present.has(key)) continue
      present.add(key)
      fresh.push({
        id: newId(),
        townId: isCountyStaff(person) && places.countyId ? null : places.townId,
        personId,
        postKind: kind,
        handlingUnitId,
      })
      roles.push({
        name: person.name,
        ofCounty: isCountyStaff(person),
        role: [unit, posts[kind].label].filter(Boolean).join(' '),
      })
    }
  }
  await insertMany(tx, Post, fresh)
  return roles
}

async function insertMany<E extends Person | Mandate | Post>(
  tx: Tx,
  entity: new () => E,
  rows: readonly Partial<E>[],
) {
  for (let from = 0; from < rows.length; from += 200) {
    await tx.insert(entity, rows.slice(from, from + 200) as never)
  }
}
