import type { PostKind } from '../../shared/permissions'
import type { Reader } from '../database/source'
import { marks } from '../database/sql'
import { part, readTogether } from '../database/together'
import type { Actor } from '../http/actor'
import { isHeld, isTownshipDeputy } from '../database/in-office'

/** Who can stand to a matter, as one string: a person, a unit, a post, a group, a resident, or the system. */
export type Holder = string

export const person = (id: string): Holder => `person:${id}`
export const unit = (id: string): Holder => `unit:${id}`
export const post = (
  kind: Extract<PostKind, 'congressOffice' | 'presidiumMember' | 'partyCommittee' | 'countyStaff'>,
): Holder => `post:${kind}`
export const group = (id: string): Holder => `group:${id}`
export const resident = (id: string): Holder => `resident:${id}`
export const system: Holder = 'system'

/** What stands behind the colon. */
export const nameIn = (holder: Holder) => holder.slice(holder.indexOf(':') + 1)
export const isOf = (kind: 'person' | 'unit' | 'post' | 'group' | 'resident', holder: Holder) =>
  holder.startsWith(`${kind}:`)

/** Which holders somebody is: a handful. */
export function holdersOf(actor: Actor | { townId: string; system: true }): Holder[] {
  if ('system' in actor) return [system]
  return [
    ...(actor.person ? [person(actor.person.id)] : []),
    ...actor.unitIds.map(unit),
    ...(actor.roles.includes('congressOffice') ? [post('congressOffice')] : []),
    ...(actor.roles.includes('presidiumMember') ? [post('presidiumMember')] : []),
    ...(actor.roles.includes('partyCommittee') ? [post('partyCommittee')] : []),
    ...(actor.roles.includes('countyStaff') ? [post('countyStaff')] : []),
    ...(actor.groupId === null ? [] : [group(actor.groupId)]),
    ...(actor.residentId === null ? [] : [resident(actor.residentId)]),
  ]
}

/** The same in lists of work: what somebody with a post wrote as a resident is no work, and stands on a page of its own. */
export const workersOf = (actor: Actor): Holder[] =>
  holdersOf(actor.roles.some((role) => role !== 'resident') ? { ...actor, residentId: null } : actor)

/** A person or a resident behind a holder. */
export interface Somebody {
  holder: Holder
  kind: 'person' | 'resident'
  id: string
  name: string
  /** Of a unit: with which post. */
  postKind: PostKind | null
  /** Has bound WeChat. */
  bound: boolean
}

interface Row {
  holder: Holder
  id: string
  name: string
  postKind: PostKind | null
  accountId: string | null
  position: number
}

/** The people behind these holders, in the order of the register: the one place that knows who they are. */
export async function peopleBehind(
  reader: Reader,
  townId: string,
  holders: readonly Holder[],
): Promise<Somebody[]> {
  const residents = holders
    .filter((holder) => isOf('resident', holder))
    .map((holder): Somebody => ({
      holder,
      kind: 'resident',
      id: nameIn(holder),
      name: '',
      postKind: null,
      bound: true,
    }))
  const behind = (kind: keyof typeof lookUps) => {
    const names = holders.filter((holder) => isOf(kind, holder)).map(nameIn)
    return names.length === 0 ? undefined : peoplePart(kind, townId, names)
  }
  const { persons, units, posts, groups } = await readTogether(reader, {
    persons: behind('person'),
    units: behind('unit'),
    posts: behind('post'),
    groups: behind('group'),
  })
  const people = [...persons, ...units, ...once(posts), ...groups]
    .sort((one, other) => Number(one.position) - Number(other.position) || (one.id < other.id ? -1 : 1))
    .map(({ holder, id, name, postKind, accountId }): Somebody => ({
      holder,
      kind: 'person',
      id,
      name,
      postKind,
      bound: accountId !== null,
    }))
  return [...people, ...residents]
}

/** Whoever holds a post of the town twice is one person. */
const once = (rows: readonly Row[]) => [
  ...new Map(rows.map((row) => [`${row.holder} ${row.id}`, row])).values(),
]

const peoplePart = (kind: keyof typeof lookUps, townId: string, names: readonly string[]) => {
  const { of, postKind, position, from } = { position: 'p.position', ...lookUps[kind] }
  return part<Row>({
    columns: {
      ...{ holder: `CONCAT('${kind}:', ${of})`, postKind, id: 'p.id', name: 'p.name' },
      ...{ accountId: 'p.account_id', position },
    },
    from: from(marks(names)),
    order: `${position}, p.id`,
    parameters: [townId, ...names],
  })
}

const lookUps = {
  person: {
    ...{ of: 'p.id', postKind: 'NULL' },
    from: (wanted: string) => `FROM person p WHERE p.town_id = ? AND p.id IN (${wanted})`,
  },
  unit: {
    ...{ of: 'o.handling_unit_id', postKind: 'o.post_kind' },
    from: (wanted: string) => `FROM post o JOIN person p ON p.id = o.person_id
      WHERE o.town_id = ? AND o.handling_unit_id IN (${wanted}) AND ${isHeld('o')}`,
  },
  post: {
    ...{ of: 'o.post_kind', postKind: 'o.post_kind' },
    // Of the presidium its chair and vice-chairs stand first.
    position: `CASE o.presidium_post WHEN 'chairperson' THEN -2 WHEN 'viceChairperson' THEN -1 ELSE p.position END`,
    from: (wanted: string) => `FROM post o JOIN person p ON p.id = o.person_id
      WHERE o.town_id = ? AND o.post_kind IN (${wanted}) AND ${isHeld('o')}`,
  },
  group: {
    ...{ of: 'p.deputy_group_id', postKind: 'NULL' },
    from: (wanted: string) => `FROM person p
      WHERE p.town_id = ? AND p.deputy_group_id IN (${wanted})
        AND ${isTownshipDeputy('p.id')}`,
  },
}
