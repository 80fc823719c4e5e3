import { mayDo, type Permission, posts, type PostKind, type Role } from '../../shared/permissions'
import { Refusal } from '../../shared/words/refusals'
import type { Reader } from '../database/source'

/** Who asks, and how they stand in one town. */
export interface Actor {
  accountId: string
  townId: string
  roles: Role[]
  /** The person of the register that this account is bound to in this town. */
  person: { id: string; name: string } | null
  /** Set once the account has written to a deputy of this town. */
  residentId: string | null
  unitIds: string[]
  /** The deputy group of whoever is a deputy now. */
  groupId: string | null
}

interface Found {
  id: string | null
  groupId: string | null
  name: string | null
  residentId: string | null
  isOfMyCounty: number
}

/** @throws Refusal `not_found` where there is no such town */
export async function actorIn(reader: Reader, accountId: string, townId: string): Promise<Actor> {
  const [found] = await reader.query<Found[]>(
    `SELECT p.id, p.name, p.deputy_group_id AS groupId, r.id AS residentId,
       CASE WHEN EXISTS (SELECT 1 FROM person c JOIN post o ON o.person_id = c.id
         WHERE c.account_id = ? AND c.town_id IS NULL AND c.county_id = t.county_id
           AND o.post_kind = 'countyStaff') THEN 1 ELSE 0 END AS isOfMyCounty
     FROM town t
     LEFT JOIN person p ON p.town_id = t.id AND p.account_id = ?
     LEFT JOIN resident r ON r.town_id = t.id AND r.account_id = ?
     WHERE t.id = ?`,
    [accountId, accountId, accountId, townId],
  )
  if (!found) throw new Refusal('not_found')
  const { id, name, residentId } = found
  const held = id === null ? { roles: [], unitIds: [] } : await rolesOf(reader, townId, id)
  return {
    accountId,
    townId,
    person: id === null ? null : { id, name: name ?? '' },
    residentId,
    roles: ['resident', ...held.roles, ...(found.isOfMyCounty === 1 ? (['countyStaff'] as const) : [])],
    unitIds: held.unitIds,
    groupId: held.roles.includes('deputy') ? found.groupId : null,
  }
}

interface Held {
  /** Null where it is a mandate. */
  postKind: PostKind | null
  unitId: string | null
  /** Of a mandate: whether it runs. */
  inOffice: number | null
}

/** The roles that come with a person's posts and mandates in the town. */
export async function rolesOf(reader: Reader, townId: string, personId: string) {
  const rows = await reader.query<Held[]>(
    `SELECT post_kind AS postKind, handling_unit_id AS unitId, NULL AS inOffice
     FROM post WHERE town_id = ? AND person_id = ?
     UNION ALL SELECT NULL, NULL, CASE WHEN ended_on IS NULL THEN 1 ELSE 0 END FROM mandate WHERE town_id = ? AND person_id = ?`,
    [townId, personId, townId, personId],
  )
  const held = rows.flatMap(({ postKind, unitId }) => (postKind === null ? [] : [{ postKind, unitId }]))
  const mandates = rows.filter(({ postKind }) => postKind === null)
  const roles = new Set<Role>(held.map((post) => posts[post.postKind].role))
  if (mandates.some(({ inOffice }) => Number(inOffice) === 1)) roles.add('deputy')
  else if (mandates.length > 0) roles.add('formerDeputy')
  return { roles: [...roles], unitIds: held.flatMap((post) => (post.unitId ? [post.unitId] : [])) }
}

/** @throws Refusal `not_allowed` */
export function allow(actor: Actor, who: 'person' | Permission) {
  if (who !== 'person' && !mayDo(who, actor.roles)) throw new Refusal('not_allowed')
}
