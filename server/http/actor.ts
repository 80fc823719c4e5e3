import type { Context } from 'koa'
import { mayDo, type Permission, posts, type PostKind, type Role } from '../../shared/permissions'
import { Refusal } from '../../shared/refusals'
import { digestOf } from '../database/digest'
import type { Reader } from '../database/source'
import { sqlInstant } from '../database/sql'

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
}

/** @throws Refusal `sign_in_needed` */
export async function accountOf(reader: Reader, context: Context, now: Date): Promise<string> {
  const token = /^Bearer ([\w-]{20,100})$/.exec(context.get('authorization'))?.[1]
  if (!token) throw new Refusal('sign_in_needed')
  const [row] = await reader.query<{ accountId: string }[]>(
    'SELECT account_id AS accountId FROM sign_in WHERE token_digest = ? AND expires_at > ?',
    [digestOf(token), sqlInstant(now)],
  )
  if (!row) throw new Refusal('sign_in_needed')
  return row.accountId
}

/** @throws Refusal `not_found` where there is no such town */
export async function actorIn(reader: Reader, accountId: string, townId: string): Promise<Actor> {
  const [town] = await reader.query<{ isOfMyCounty: number }[]>(
    `SELECT CASE WHEN EXISTS (SELECT 1 FROM person p JOIN post o ON o.person_id = p.id
       WHERE p.account_id = ? AND p.town_id IS NULL AND p.county_id = t.county_id
         AND o.post_kind = 'countyStaff') THEN 1 ELSE 0 END AS isOfMyCounty
     FROM town t WHERE t.id = ?`,
    [accountId, townId],
  )
  if (!town) throw new Refusal('not_found')
  const [person] = await reader.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM person WHERE town_id = ? AND account_id = ?',
    [townId, accountId],
  )
  const [resident] = await reader.query<{ id: string }[]>(
    'SELECT id FROM resident WHERE town_id = ? AND account_id = ?',
    [townId, accountId],
  )
  const held = person ? await rolesOf(reader, townId, person.id) : { roles: [], unitIds: [] }
  return {
    accountId,
    townId,
    person: person ?? null,
    residentId: resident?.id ?? null,
    roles: ['resident', ...held.roles, ...(town.isOfMyCounty === 1 ? (['countyStaff'] as const) : [])],
    unitIds: held.unitIds,
  }
}

/** The roles that come with a person's posts and mandates in the town. */
export async function rolesOf(reader: Reader, townId: string, personId: string) {
  const held = await reader.query<{ postKind: PostKind; unitId: string | null }[]>(
    'SELECT post_kind AS postKind, handling_unit_id AS unitId FROM post WHERE town_id = ? AND person_id = ?',
    [townId, personId],
  )
  const mandates = await reader.query<{ endedOn: string | null }[]>(
    'SELECT ended_on AS endedOn FROM mandate WHERE town_id = ? AND person_id = ?',
    [townId, personId],
  )
  const roles = new Set<Role>(held.map((post) => posts[post.postKind].role))
  if (mandates.some(({ endedOn }) => endedOn === null)) roles.add('deputy')
  else if (mandates.length > 0) roles.add('formerDeputy')
  return { roles: [...roles], unitIds: held.flatMap((post) => (post.unitId ? [post.unitId] : [])) }
}

/** @throws Refusal `not_allowed` */
export function allow(actor: Actor, who: 'person' | Permission) {
  if (who !== 'person' && !mayDo(who, actor.roles)) throw new Refusal('not_allowed')
}
