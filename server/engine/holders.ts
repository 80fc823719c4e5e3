import type { PostKind } from '../../shared/permissions'
import type { Reader } from '../database/source'
import { marks } from '../database/sql'
import type { Actor } from '../http/actor'

/** Who can stand to a matter, as one string: a person, a unit, a post, a group, a resident, or the system. */
export type Holder = string

export const person = (id: string): Holder => `person:${id}`
export const unit = (id: string): Holder => `unit:${id}`
export const post = (kind: Extract<PostKind, 'congressOffice' | 'presidiumMember'>): Holder => `post:${kind}`
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
  const parts = (['person', 'unit', 'post', 'group'] as const).flatMap((kind) => {
    const names = holders.filter((holder) => isOf(kind, holder)).map(nameIn)
    return names.length === 0 ? [] : [{ sql: lookUps[kind](marks(names)), parameters: [townId, ...names] }]
  })
  if (parts.length === 0) return residents
  const rows = await reader.query<Row[]>(
    parts.map(({ sql }) => sql).join(' UNION ALL '),
    parts.flatMap(({ parameters }) => parameters),
  )
  const people = rows
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

const columns = 'p.id, p.name, p.account_id AS accountId, p.position'

const lookUps = {
  person: (wanted: string) =>
    `SELECT CONCAT('person:', p.id) AS holder, NULL AS postKind, ${columns} FROM person p
     WHERE p.town_id = ? AND p.id IN (${wanted})`,
  unit: (wanted: string) =>
    `SELECT CONCAT('unit:', o.handling_unit_id) AS holder, o.post_kind AS postKind, ${columns}
     FROM post o JOIN person p ON p.id = o.person_id WHERE o.town_id = ? AND o.handling_unit_id IN (${wanted})`,
  post: (wanted: string) =>
    `SELECT DISTINCT CONCAT('post:', o.post_kind) AS holder, o.post_kind AS postKind, ${columns}
     FROM post o JOIN person p ON p.id = o.person_id WHERE o.town_id = ? AND o.post_kind IN (${wanted})`,
  group: (wanted: string) =>
    `SELECT CONCAT('group:', p.deputy_group_id) AS holder, NULL AS postKind, ${columns} FROM person p
     WHERE p.town_id = ? AND p.deputy_group_id IN (${wanted})
       AND EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = p.id AND m.ended_on IS NULL)`,
}
