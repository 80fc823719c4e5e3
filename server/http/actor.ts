import { mayDo, type Permission, posts, type PostKind, type Role, whyNot } from '../../shared/permissions'
import { Refusal } from '../../shared/words/refusals'
import type { Reader } from '../database/source'
import { part, readTogether, type RowsOf } from '../database/together'
import { type Account, accountParameter, accountSql } from './account'
import { isActing, isHeld, isOfTownship } from '../database/in-office'

/** Who asks, and how they stand in one town. */
export interface Actor {
  accountId: string
  townId: string
  roles: Role[]
  /** The person of the register that this account is bound to in this town. */
  person: { id: string; name: string } | null
  /** Of the register of the county, where they work for that: what they do in a town of it is done by them. */
  countyPersonId?: string
  /** Set once the account has written to a deputy of this town. */
  residentId: string | null
  unitIds: string[]
  /** The deputy group of whoever is a deputy of the township now: they vote in it. */
  groupId: string | null
}

interface Somebody {
  accountId: string
  id: string | null
  name: string | null
  groupId: string | null
  residentId: string | null
}

/** @throws Refusal `not_found` where there is no such town */
export async function actorIn(reader: Reader, account: Account, townId: string): Promise<Actor> {
  const { town, ...holds } = await readTogether(reader, {
    town: somebodyPart(account, townId),
    ...heldParts(townId, `p.account_id = ${accountSql(account)}`, accountParameter(account)),
    county: part<{ id: string }>({
      columns: { id: 'c.id' },
      from: `FROM town t JOIN person c ON c.county_id = t.county_id AND c.town_id IS NULL
        JOIN post o ON o.person_id = c.id AND o.post_kind = 'countyStaff' AND ${isHeld('o')}
        WHERE t.id = ? AND c.account_id = ${accountSql(account)}`,
      order: 'c.id',
      parameters: [townId, accountParameter(account)],
    }),
  })
  const [somebody] = town
  if (!somebody) throw new Refusal('not_found')
  const { accountId, id, name, groupId, residentId } = somebody
  const held = rolesIn(holds)
  const [ofCounty] = holds.county
  return {
    accountId,
    townId,
    person: id === null ? null : { id, name: name ?? '' },
    ...(ofCounty === undefined ? {} : { countyPersonId: ofCounty.id }),
    residentId,
    roles: ['resident', ...held.roles],
    unitIds: held.unitIds,
    groupId: held.roles.includes('deputy') ? groupId : null,
  }
}

/** One row for each town that there is, also to whoever is nobody there. */
const somebodyPart = (account: Account, townId: string) =>
  part<Somebody>({
    columns: {
      ...{ accountId: accountSql(account), id: 'p.id', name: 'p.name' },
      ...{ groupId: 'p.deputy_group_id', residentId: 'r.id' },
    },
    from: `FROM town t
      LEFT JOIN person p ON p.town_id = t.id AND p.account_id = ${accountSql(account)}
      LEFT JOIN resident r ON r.town_id = t.id AND r.account_id = ${accountSql(account)}
      WHERE t.id = ?`,
    order: 't.id',
    parameters: [...Array<string>(3).fill(accountParameter(account)), townId],
  })

/** Posts and mandates in a town of whoever is meant. */
const heldParts = (townId: string, whom: string, parameter: string) => ({
  posts: part<{ postKind: PostKind; unitId: string | null }>({
    columns: { postKind: 'o.post_kind', unitId: 'o.handling_unit_id' },
    from: `FROM person p JOIN post o ON o.person_id = p.id AND o.town_id = p.town_id AND ${isHeld('o')}
      WHERE p.town_id = ? AND ${whom}`,
    order: 'o.id',
    parameters: [townId, parameter],
  }),
  mandates: part<{ acting: number; ofTownship: number }>({
    columns: {
      acting: `CASE WHEN ${isActing('m')} THEN 1 ELSE 0 END`,
      ofTownship: `CASE WHEN ${isOfTownship('m')} THEN 1 ELSE 0 END`,
    },
    from: `FROM person p JOIN mandate m ON m.person_id = p.id AND m.town_id = p.town_id
      WHERE p.town_id = ? AND ${whom}`,
    order: 'm.id',
    parameters: [townId, parameter],
  }),
})
type Holds = RowsOf<ReturnType<typeof heldParts>> & { county?: readonly unknown[] }

/** The roles that come with a person's posts and mandates in the town. */
export const rolesOf = async (reader: Reader, townId: string, personId: string) =>
  rolesIn(await readTogether(reader, heldParts(townId, 'p.id = ?', personId)))

function rolesIn({ posts: held, mandates, county = [] }: Holds) {
  const roles = new Set<Role>(held.map(({ postKind }) => posts[postKind].role))
  if (mandates.some(({ ofTownship }) => Number(ofTownship) === 1)) roles.add('deputy')
  else if (mandates.some(({ acting }) => Number(acting) === 1)) roles.add('higherDeputy')
  else if (mandates.length > 0) roles.add('formerDeputy')
  if (county.length > 0) roles.add('countyStaff')
  return { roles: [...roles], unitIds: held.flatMap(({ unitId }) => unitId ?? []) }
}

/** @throws Refusal `not_allowed` */
export function allow(actor: Actor, who: 'person' | Permission) {
  if (who !== 'person' && !mayDo(who, actor.roles))
    throw new Refusal('not_allowed', {}, whyNot(who, actor.roles))
}
