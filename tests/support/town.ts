import { HandlingUnit } from '../../server/database/entities/people/handling-unit'
import { LiaisonStation } from '../../server/database/entities/people/liaison-station'
import { Mandate } from '../../server/database/entities/people/mandate'
import { Person } from '../../server/database/entities/people/person'
import { Post } from '../../server/database/entities/people/post'
import { StationDeputy } from '../../server/database/entities/people/station-deputy'
import { Town } from '../../server/database/entities/people/town'
import { Village } from '../../server/database/entities/people/village'
import { newId } from '../../server/database/id'
import type { Tx } from '../../server/database/source'
import { writeFirstTree } from '../../server/features/categories/first-tree'
import { personas } from '../../server/features/demo/personas'
import { issueToken } from '../../server/features/sign-in/issue-token'
import { registerUser } from '../../scripts/wechat-simulator/register'
import type { PostKind } from '../../shared/permissions'
import { createClient, type Client } from './client'
import type { TestServer } from './server'

/** One person of the register with a WeChat account of the simulator and a client that is signed in. */
export interface TestPerson {
  id: string
  openid: string
  client: Client
}

const newOpenid = (_role: string): string => 'o' + newId() + '0'

/** The WeChat user of the demo who plays this part; on h5 one signs in as a persona. */
export const personaOpenid = (role: string): string =>
  personas.find(({ key }) => key === role.toLowerCase())?.openid ?? newOpenid(role)

/** A small town with everyone that the main line needs, each signed in. */
export async function buildTown(server: TestServer, name = '禾丰坝镇', openidOf = newOpenid) {
  const townId = newId()
  const village = newId()
  const station = newId()
  const unit = newId()
  const coUnit = newId()

  await server.database.transaction(async (tx) => {
    await tx.insert(Town, { id: townId, countyId: null, name, profile: 'henan' })
    await writeFirstTree(tx, townId)
    await tx.insert(Village, { id: village, townId, name: '大郭西村', position: 1 })
    for (const [id, unitName, position] of [
      [unit, '镇水利站', 1],
      [coUnit, '镇财政所', 2],
    ] as const) {
      await tx.insert(HandlingUnit, {
        id,
        townId,
        name: unitName,
        unitKind: 'townOffice',
        supervisingBureau: null,
        position,
      })
    }
    await tx.insert(LiaisonStation, {
      id: station,
      townId,
      name: '大郭西人大代表活动室',
      stationKind: 'room',
      villageId: village,
      address: '大郭西村委会一楼',
      openingHours: '每天 9:00—17:00',
      receptionDays: '每月第二个星期二',
      receptionTime: '9:00',
      position: 1,
    })
  })

  let position = 0
  const people = await server.database.transaction(async (tx) => {
    async function person(
      role: string,
      personName: string,
      posts: { kind: PostKind; unitId?: string }[],
      isDeputy = false,
    ) {
      const id = newId()
      position += 1
      await tx.insert(Person, blankPerson(id, townId, personName, position))
      if (isDeputy) await tx.insert(Mandate, mandateOf(id, townId))
      for (const { kind, unitId } of posts) {
        await tx.insert(Post, {
          id: newId(),
          townId,
          personId: id,
          postKind: kind,
          handlingUnitId: unitId ?? null,
        })
      }
      return signedInBy(tx, server, id, openidOf(role))
    }
    const deputy = await person('deputy', '王建国', [], true)
    await tx.insert(StationDeputy, { liaisonStationId: station, personId: deputy.id, position: 1 })
    return {
      deputy,
      coSigner: await person('coSigner', '张春梅', [], true),
      otherDeputy: await person('otherDeputy', '李志强', [], true),
      office: await person('office', '陈静', [{ kind: 'congressOffice' }]),
      presidium: await person('presidium', '周明德', [{ kind: 'presidiumMember' }]),
      unit: await person('unit', '赵永强', [{ kind: 'unitClerk', unitId: unit }]),
      coUnit: await person('coUnit', '孙丽华', [{ kind: 'unitClerk', unitId: coUnit }]),
      villager: await signedInBy(tx, server, undefined, openidOf('villager')),
    }
  })
  return {
    id: townId,
    name,
    village,
    station,
    unitId: unit,
    coUnitId: coUnit,
    ...people,
    /** The version of a suggestion that somebody has before them who has just looked. */
    async versionOf(id: string): Promise<number> {
      const sql = 'SELECT version FROM matter WHERE id = ?'
      const [row] = await server.database.reader.query<{ version: number }[]>(sql, [id])
      return row?.version ?? 0
    },
  }
}
export type TestTown = Awaited<ReturnType<typeof buildTown>>

/** The same people after a sign-in of theirs has run out. */
export async function signedInAgain(server: TestServer, town: TestTown): Promise<TestTown> {
  const again = { ...town }
  const names = [
    'deputy',
    'coSigner',
    'otherDeputy',
    'office',
    'presidium',
    'unit',
    'coUnit',
    'villager',
  ] as const
  for (const name of names)
    again[name] = await signedIn(server, town[name].id || undefined, town[name].openid)
  return again
}

/** A deputy of the register whom nobody has bound to WeChat yet. @returns the person's id */
export async function addDeputy(server: TestServer, townId: string, name: string): Promise<string> {
  const id = newId()
  await server.database.transaction(async (tx) => {
    await tx.insert(Person, blankPerson(id, townId, name, 50))
    await tx.insert(Mandate, mandateOf(id, townId))
  })
  return id
}

/** Another person with a post in a unit of the town; `bound` to a WeChat account or known by name only. */
export async function addStaff(
  server: TestServer,
  townId: string,
  post: { name: string; kind: PostKind; unitId?: string; bound?: boolean },
): Promise<string> {
  const id = newId()
  await server.database.transaction(async (tx) => {
    await tx.insert(Person, blankPerson(id, townId, post.name, 60))
    await tx.insert(Post, {
      id: newId(),
      townId,
      personId: id,
      postKind: post.kind,
      handlingUnitId: post.unitId ?? null,
    })
  })
  if (post.bound !== false) await signedIn(server, id)
  return id
}

/** A WeChat user of the simulator, bound to the person of the register if one is named. */
export async function signedIn(
  server: TestServer,
  personId?: string,
  openid = newOpenid(''),
): Promise<TestPerson> {
  return server.database.transaction((tx) => signedInBy(tx, server, personId, openid))
}

async function signedInBy(
  tx: Tx,
  server: TestServer,
  personId: string | undefined,
  openid: string,
): Promise<TestPerson> {
  const user = registerUser(server.simulator.state, {
    openid,
    lastActiveAt: server.clock.now().getTime(),
  })
  const token = await issueToken(tx, openid, server.clock.now())
  if (personId) await bind(tx, openid, personId)
  // Whoever asks has the mini-program open; who works on the web has no client of this kind.
  const isThere = () => {
    if (!onTheWeb.has(openid)) user.lastActiveAt = server.clock.now().getTime()
  }
  return { id: personId ?? '', openid, client: createClient(server.url, token, isThere) }
}

/** Everybody has the mini-program open, also those whom a browser stands in for. */
export function everyoneIsThere(server: TestServer) {
  for (const user of server.simulator.state.users) user.lastActiveAt = server.clock.now().getTime()
}

const onTheWeb = new Set<string>()
/** From now on this person works in a browser: WeChat has not seen them for a long time. */
export function worksOnTheWeb(server: TestServer, { openid }: TestPerson) {
  onTheWeb.add(openid)
  for (const user of server.simulator.state.users) if (user.openid === openid) user.lastActiveAt = null
}
/** And is back in the mini-program. */
export const worksInWechat = ({ openid }: TestPerson) => void onTheWeb.delete(openid)

async function bind(tx: Tx, openid: string, personId: string) {
  await tx.query('UPDATE person SET account_id = (SELECT id FROM account WHERE openid = ?) WHERE id = ?', [
    openid,
    personId,
  ])
}

export const blankPerson = (id: string, townId: string, name: string, position: number) => ({
  id,
  townId,
  countyId: null,
  accountId: null,
  name,
  phone: null,
  gender: null,
  occupation: null,
  villageId: null,
  deputyGroupId: null,
  groupLeader: false,
  portraitDigest: null,
  position,
})

export const mandateOf = (personId: string, townId: string) => ({
  id: newId(),
  townId,
  personId,
  congressLevel: 'township',
  electoralDistrictId: null,
  certificateNo: null,
  endedOn: null,
})

/** One more unit, in which nobody works. */
export async function unitOfNobody(server: TestServer, townId: string): Promise<string> {
  const id = newId()
  const unit = {
    id,
    townId,
    name: `镇文化站${id}`.slice(0, 12),
    unitKind: 'townOffice',
    supervisingBureau: null,
    position: 9,
  }
  await server.database.transaction((tx) => tx.insert(HandlingUnit, unit))
  return id
}
