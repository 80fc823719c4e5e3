import { County } from '../../server/database/entities/people/county'
import { Person } from '../../server/database/entities/people/person'
import { Post } from '../../server/database/entities/people/post'
import { newId } from '../../server/database/id'
import type { PostKind, Role } from '../../shared/permissions'
import type { TestServer } from './server'
import { addDeputy, addStaff, blankPerson, signedIn, type TestPerson, type TestTown } from './town'

/**
 * One person for each role, who is that and nothing else besides; the town lies in a county of its own.
 * @param openids whom of WeChat some of them are
 */
export async function everyone(
  server: TestServer,
  town: TestTown,
  openids: Readonly<Partial<Record<'leadingOfficial' | 'countyStaff', string>>> = {},
): Promise<Record<Role, TestPerson>> {
  const [countyId, personId] = [newId(), newId()]
  const former = await addDeputy(server, town.id, '何守义')
  const higher = await addDeputy(server, town.id, '石从安')
  await server.database.transaction(async (tx) => {
    await tx.insert(County, { id: countyId, name: '云岭县' })
    await tx.query('UPDATE town SET county_id = ? WHERE id = ?', [countyId, town.id])
    await tx.insert(Person, { ...blankPerson(personId, town.id, '林晓', 0), townId: null, countyId })
    const post = { id: newId(), townId: null, personId, handlingUnitId: null }
    await tx.insert(Post, { ...post, postKind: 'countyStaff' })
    await tx.query("UPDATE mandate SET congress_level = 'city' WHERE person_id = ?", [higher])
    await tx.query("UPDATE mandate SET ended_on = '2026-01-01' WHERE person_id = ?", [former])
  })
  const holding = async (name: string, kind: PostKind, openid?: string) =>
    signedIn(server, await addStaff(server, town.id, { name, kind, bound: false }), openid)
  return {
    resident: town.villager,
    deputy: town.deputy,
    higherDeputy: await signedIn(server, higher),
    formerDeputy: await signedIn(server, former),
    congressOffice: town.office,
    presidiumMember: town.presidium,
    leadingOfficial: await holding('刘志远', 'leadingOfficial', openids.leadingOfficial),
    partyCommittee: await holding('高明远', 'partyCommittee'),
    unitStaff: town.unit,
    countyStaff: await signedIn(server, personId, openids.countyStaff),
  }
}
