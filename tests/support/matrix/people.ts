import { County } from '../../../server/database/entities/people/county'
import { Mandate } from '../../../server/database/entities/people/mandate'
import { Person } from '../../../server/database/entities/people/person'
import { Post } from '../../../server/database/entities/people/post'
import { newId } from '../../../server/database/id'
import type { Role } from '../../../shared/permissions'
import { createClient } from '../client'
import { addGroup } from '../group'
import type { TestServer } from '../server'
import {
  addDeputy,
  addStaff,
  blankPerson,
  buildTown,
  signedIn,
  type TestPerson,
  type TestTown,
} from '../town'

/** Who may ask a town, by how they stand in it. */
export const here = [
  'anonymous',
  'newcomer',
  'villager',
  'deputy',
  'coSigner',
  'otherDeputy',
  'leader',
  'formerDeputy',
  'office',
  'formerOffice',
  'presidium',
  'secretary',
  'unit',
  'unitLeader',
  'unitHead',
  'coUnit',
  'countyStaff',
] as const
/** Who has all of this, but somewhere else. Here they are what anybody is who comes for the first time. */
export const outside = ['neighbourOffice', 'neighbourDeputy', 'neighbourUnit', 'otherCounty'] as const
export const everybody = [...here, ...outside] as const
export type Who = (typeof everybody)[number]

export const signedInHere = here.filter((who) => who !== 'anonymous')

/** What comes with who they are; written by hand, like the policy. */
export const rolesOf: Readonly<Record<(typeof here)[number], readonly Role[]>> = {
  anonymous: [],
  newcomer: ['resident'],
  villager: ['resident'],
  deputy: ['resident', 'deputy'],
  coSigner: ['resident', 'deputy'],
  otherDeputy: ['resident', 'deputy'],
  leader: ['resident', 'deputy'],
  formerDeputy: ['resident', 'formerDeputy'],
  office: ['resident', 'congressOffice'],
  formerOffice: ['resident'],
  presidium: ['resident', 'presidiumMember'],
  secretary: ['resident', 'leadingOfficial', 'partyCommittee'],
  unit: ['resident', 'unitStaff'],
  unitLeader: ['resident', 'unitStaff'],
  unitHead: ['resident', 'unitStaff'],
  coUnit: ['resident', 'unitStaff'],
  countyStaff: ['resident', 'countyStaff'],
}
export const deputies = ['deputy', 'coSigner', 'otherDeputy', 'leader'] as const
export const staff = ['office', 'presidium'] as const
export const units = ['unit', 'unitLeader', 'unitHead', 'coUnit'] as const
/** Whoever follows some work of the town. */
export const working = [...deputies, 'formerDeputy', ...staff, 'secretary', ...units] as const

export interface Peopled {
  town: TestTown
  countyId: string
  people: Record<(typeof here)[number], TestPerson>
}

/** A town of a county with one person of every kind. */
export async function peopleTown(server: TestServer, name: string, countyId: string): Promise<Peopled> {
  const town = await buildTown(server, name)
  await server.database.transaction((tx) =>
    tx.query('UPDATE town SET county_id = ? WHERE id = ?', [countyId, town.id]),
  )
  const leader = await addGroup(server, town, [town.deputy])
  const staffOf = async (name: string, kind: 'unitHead' | 'unitLeader' | 'congressOffice') => {
    const post = { name, kind, ...(kind !== 'congressOffice' && { unitId: town.unitId }), bound: false }
    return signedIn(server, await addStaff(server, town.id, post))
  }
  const formerOffice = await staffOf('何秀兰', 'congressOffice')
  await server.database.transaction((tx) =>
    tx.query("UPDATE post SET ended_on = '2026-11-01' WHERE person_id = ?", [formerOffice.id]),
  )
  await server.database.transaction((tx) =>
    tx.insert(Mandate, {
      id: newId(),
      townId: town.id,
      // Sits in the congress of the county as well.
      personId: town.otherDeputy.id,
      congressLevel: 'county',
      electoralDistrictId: null,
      certificateNo: null,
      endedOn: null,
    }),
  )
  const { deputy, coSigner, otherDeputy, office, presidium, unit, coUnit, villager } = town
  const people = {
    anonymous: { id: '', openid: '', client: createClient(server.url) },
    newcomer: await signedIn(server),
    villager,
    deputy,
    coSigner,
    otherDeputy,
    leader,
    formerDeputy: await signedIn(server, await addDeputy(server, town.id, '孟庆国')),
    office,
    formerOffice,
    presidium,
    unit,
    secretary: await secretaryOf(server, town),
    unitLeader: await staffOf('高保山', 'unitLeader'),
    unitHead: await staffOf('吴海涛', 'unitHead'),
    coUnit,
    countyStaff: await countyStaff(server, countyId),
  }
  return { town, countyId, people }
}

/** Leads key suggestions, and is of the party committee. */
async function secretaryOf(server: TestServer, { id }: TestTown): Promise<TestPerson> {
  const post = { name: '刘志远', kind: 'leadingOfficial', bound: false } as const
  const personId = await addStaff(server, id, post)
  await server.database.transaction((tx) =>
    tx.insert(Post, {
      ...{ id: newId(), townId: id, personId, postKind: 'partyCommittee', handlingUnitId: null },
    }),
  )
  return signedIn(server, personId)
}

/** From now on the former deputy is one. */
export const endMandate = (server: TestServer, { people }: Peopled) =>
  server.database.transaction((tx) =>
    tx.query("UPDATE mandate SET ended_on = '2026-11-01' WHERE person_id = ?", [people.formerDeputy.id]),
  )

export async function addCounty(server: TestServer, name: string): Promise<string> {
  const id = newId()
  await server.database.transaction((tx) => tx.insert(County, { id, name }))
  return id
}

export async function countyStaff(server: TestServer, countyId: string): Promise<TestPerson> {
  const id = newId()
  await server.database.transaction(async (tx) => {
    await tx.insert(Person, { ...blankPerson(id, '', '方志平', 1), townId: null, countyId })
    await tx.insert(Post, {
      id: newId(),
      townId: null,
      personId: id,
      postKind: 'countyStaff',
      handlingUnitId: null,
    })
  })
  return signedIn(server, id)
}
