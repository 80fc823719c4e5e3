import { HandlingUnit } from '../../server/database/entities/people/handling-unit'
import { Mandate } from '../../server/database/entities/people/mandate'
import { Person } from '../../server/database/entities/people/person'
import { Post } from '../../server/database/entities/people/post'
import { Town } from '../../server/database/entities/people/town'
import { newId } from '../../server/database/id'
import type { Database } from '../../server/database/source'
import { act } from '../../server/engine/act'
import { lookAtClock } from '../../server/engine/clock'
import { kindNamed, knowKinds } from '../../server/engine/known-kinds'
import type { Actor } from '../../server/http/actor'
import type { PostKind, Role } from '../../shared/permissions'
import { cleanDatabase } from '../support/clean-database'
import { createClock } from '../support/clock'
import { blankPerson } from '../support/town'
import { beginToy, type NewToy, type ToyAction, toyKind, toySql } from './toy'

/** A town with nobody but those whom a toy needs, on the database of this project, without a server. */
export async function toyTown(at = '2026-11-23T01:00:00.000Z') {
  knowKinds([toyKind])
  const { database, drop } = await cleanDatabase()
  await database.source.query(toySql)
  const clock = createClock(at)
  const [townId, unitId, coUnitId, groupId] = [newId(), newId(), newId(), newId()]
  let position = 0
  await database.transaction(async (tx) => {
    await tx.insert(Town, { id: townId, countyId: null, name: '禾丰坝镇', profile: 'henan' })
    for (const [id, name] of [
      [unitId, '镇水利站'],
      [coUnitId, '镇财政所'],
    ] as const)
      await tx.insert(HandlingUnit, {
        ...{ id, townId, name, unitKind: 'townOffice', supervisingBureau: null, position: 1 },
      })
  })
  const add = async (name: string, posts: [PostKind, string?][], { deputy = false, bound = true } = {}) => {
    const id = newId()
    position += 1
    await database.transaction(async (tx) => {
      await tx.insert(Person, {
        ...blankPerson(id, townId, name, position),
        accountId: bound ? newId() : null,
        ...(deputy ? { deputyGroupId: groupId } : {}),
      })
      if (deputy)
        await tx.insert(Mandate, {
          ...{ id: newId(), townId, personId: id, congressLevel: 'township', electoralDistrictId: null },
          ...{ certificateNo: null, endedOn: null },
        })
      for (const [postKind, handlingUnitId = null] of posts)
        await tx.insert(Post, { id: newId(), townId, personId: id, postKind, handlingUnitId })
    })
    const roles: Role[] = deputy ? ['deputy'] : []
    const actor: Actor = {
      accountId: newId(),
      townId,
      person: { id, name },
      residentId: null,
      roles: [
        ...roles,
        ...posts.flatMap(([kind]): Role[] =>
          kind === 'congressOffice' || kind === 'presidiumMember' ? [kind] : ['unitStaff'],
        ),
      ],
      unitIds: posts.flatMap(([, unit]) => (unit === undefined ? [] : [unit])),
      groupId: deputy ? groupId : null,
    }
    return actor
  }
  const people = {
    deputy: await add('王建国', [], { deputy: true }),
    otherDeputy: await add('李志强', [], { deputy: true }),
    office: await add('陈静', [['congressOffice']]),
    presidium: await add('周明德', [['presidiumMember']]),
    clerk: await add('赵永强', [['unitClerk', unitId]]),
    leader: await add('钱进', [['unitLeader', unitId]], { bound: false }),
    head: await add('孙立', [['unitHead', unitId]]),
    coClerk: await add('孙丽华', [['unitClerk', coUnitId]]),
  }
  const idOf = (actor: Actor) => actor.person?.id ?? ''
  return {
    ...people,
    id: townId,
    unitId,
    coUnitId,
    database,
    clock,
    add,
    begin: (rest: Partial<NewToy> = {}) =>
      database.transaction((tx) =>
        beginToy(
          tx,
          { townId, title: '大郭西村水渠塌了', deputyId: idOf(people.deputy), unitId, ...rest },
          clock.now(),
        ),
      ),
    async act(
      actor: Actor,
      id: string,
      action: ToyAction,
      form: Record<string, unknown> = {},
      version?: number,
    ) {
      await database.transaction(async (tx) => {
        const [row] = await tx.query<{ version: number }[]>('SELECT version FROM matter WHERE id = ?', [id])
        const step = { version: version ?? row?.version ?? 0, form }
        await act(tx, kindNamed('toy'), actor, id, action, step, clock.now())
      })
    },
    /** The clock looks, and nothing goes wrong. */
    async look() {
      await lookAtClock(database, clock.now(), (error) => {
        throw error as Error
      })
    },
    /** What somebody was told, oldest first. */
    async told(actor: Actor) {
      const rows = await database.reader.query<{ text: string }[]>(
        'SELECT text FROM inbox_message WHERE recipient_id = ? ORDER BY created_at, id',
        [idOf(actor)],
      )
      return rows.map(({ text }) => text)
    },
    async stop() {
      await database.source.query('DROP TABLE toy')
      await drop()
    },
  }
}
export type ToyTown = Awaited<ReturnType<typeof toyTown>>

export const stateOf = async (database: Database, id: string) =>
  (await database.reader.query<{ state: string }[]>('SELECT state FROM matter WHERE id = ?', [id]))[0]?.state
