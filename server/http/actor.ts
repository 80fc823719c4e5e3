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

/** What an account is and holds in a town, one row each; whoever is nobody there has one row all the same. */
interface Row extends Held {
  found: 'somebody' | 'post' | 'mandate' | 'ofCounty'
  id: string | null
  name: string | null
  groupId: string | null
  residentId: string | null
}

interface Held {
  postKind: PostKind | null
  unitId: string | null
  /** Of a mandate: whether it runs. */
  inOffice: number | null
}

/** @throws Refusal `not_found` where there is no such town */
export async function actorIn(reader: Reader, accountId: string, townId: string): Promise<Actor> {
  const rows = await reader.query<Row[]>(actorSql, [
    ...[accountId, accountId, townId],
    ...[townId, accountId],
    ...[townId, accountId],
    ...[townId, accountId],
  ])
  const somebody = rows.find(({ found }) => found === 'somebody')
  if (!somebody) throw new Refusal('not_found')
  const { id, name, groupId, residentId } = somebody
  const held = rolesIn(rows)
  return {
    accountId,
    townId,
    person: id === null ? null : { id, name: name ?? '' },
    residentId,
    roles: ['resident', ...held.roles],
    unitIds: held.unitIds,
    groupId: held.roles.includes('deputy') ? groupId : null,
  }
}

const nobody = 'NULL AS id, NULL AS name, NULL AS groupId, NULL AS residentId'
const nothing = 'NULL AS postKind, NULL AS unitId, NULL AS inOffice'
/** Posts and mandates in a town of whoever is meant. */
const heldSql = (whom: 'p.account_id' | 'p.id') => `
  SELECT 'post' AS found, ${nobody}, o.post_kind AS postKind, o.handling_unit_id AS unitId, NULL AS inOffice
  FROM person p JOIN post o ON o.person_id = p.id AND o.town_id = p.town_id
  WHERE p.town_id = ? AND ${whom} = ?
  UNION ALL SELECT 'mandate', ${nobody}, NULL, NULL, CASE WHEN m.ended_on IS NULL THEN 1 ELSE 0 END
  FROM person p JOIN mandate m ON m.person_id = p.id AND m.town_id = p.town_id
  WHERE p.town_id = ? AND ${whom} = ?`
const actorSql = `
  SELECT 'somebody' AS found, p.id, p.name, p.deputy_group_id AS groupId, r.id AS residentId, ${nothing}
  FROM town t
  LEFT JOIN person p ON p.town_id = t.id AND p.account_id = ?
  LEFT JOIN resident r ON r.town_id = t.id AND r.account_id = ?
  WHERE t.id = ?
  UNION ALL ${heldSql('p.account_id')}
  UNION ALL SELECT 'ofCounty', ${nobody}, ${nothing}
  FROM town t JOIN person c ON c.county_id = t.county_id AND c.town_id IS NULL
  JOIN post o ON o.person_id = c.id AND o.post_kind = 'countyStaff'
  WHERE t.id = ? AND c.account_id = ?`

/** The roles that come with a person's posts and mandates in the town. */
export const rolesOf = async (reader: Reader, townId: string, personId: string) =>
  rolesIn(await reader.query<Row[]>(heldSql('p.id'), [townId, personId, townId, personId]))

function rolesIn(rows: readonly Row[]) {
  const roles = new Set<Role>()
  const unitIds: string[] = []
  for (const { postKind, unitId } of rows) {
    if (postKind !== null) roles.add(posts[postKind].role)
    if (unitId !== null) unitIds.push(unitId)
  }
  const mandates = rows.filter(({ found }) => found === 'mandate')
  if (mandates.some(({ inOffice }) => Number(inOffice) === 1)) roles.add('deputy')
  else if (mandates.length > 0) roles.add('formerDeputy')
  if (rows.some(({ found }) => found === 'ofCounty')) roles.add('countyStaff')
  return { roles: [...roles], unitIds }
}

/** @throws Refusal `not_allowed` */
export function allow(actor: Actor, who: 'person' | Permission) {
  if (who !== 'person' && !mayDo(who, actor.roles)) throw new Refusal('not_allowed')
}
