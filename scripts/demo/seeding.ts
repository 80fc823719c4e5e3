import { addDays, type Day, startOfDay } from '../../shared/rules/days'
import { onOrAfterWorkingDay } from '../../shared/rules/calendar'
import type { PostKind } from '../../shared/permissions'
import { isHeld } from '../../server/database/in-office'
import type { Database } from '../../server/database/source'
import { developmentSecrets } from '../../server/env'
import { type Actor, rolesOf } from '../../server/http/actor'

/** The people of the demo town as actors, and the working hours in which they did what they did. */
export interface Seeding {
  database: Database
  townId: string
  now: Date
  today: Day
  secretKey: string
  actorOf: (name: string) => Promise<Actor>
  staffOf: (unit: string) => Promise<Actor>
  headOf: (unit: string) => Promise<string>
  leaderOf: (unit: string) => Promise<string>
  villageId: (name: string) => string
  unitId: (name: string) => string
}

export async function createSeeding(
  database: Database,
  townId: string,
  now: Date,
  today: Day,
  secretKey: string = developmentSecrets.secretKey,
): Promise<Seeding> {
  const { reader } = database
  const people = await reader.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM person WHERE town_id = ?',
    [townId],
  )
  const named = async (table: string) => {
    const rows = await reader.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM ${table} WHERE town_id = ?`,
      [townId],
    )
    return new Map(rows.map(({ id, name }) => [name, id]))
  }
  const [villages, units] = [await named('village'), await named('handling_unit')]

  const groupOf = async (personId: string) => {
    const [row] = await reader.query<{ id: string | null }[]>(
      'SELECT deputy_group_id AS id FROM person WHERE id = ?',
      [personId],
    )
    return row?.id ?? null
  }
  const asActor = async (person: { id: string; name: string } | undefined): Promise<Actor> => {
    if (!person) throw new Error('nobody of that name in the demo town')
    const held = await rolesOf(reader, townId, person.id)
    return {
      accountId: '',
      townId,
      person,
      residentId: null,
      roles: ['resident', ...held.roles],
      unitIds: held.unitIds,
      groupId: await groupOf(person.id),
    }
  }
  const holderOf = async (unit: string, kind: PostKind) => {
    const [holder] = await reader.query<{ id: string; name: string }[]>(
      `SELECT p.id, p.name FROM post o JOIN person p ON p.id = o.person_id
       WHERE o.town_id = ? AND o.handling_unit_id = ? AND o.post_kind = ? AND ${isHeld('o')}`,
      [townId, units.get(unit) ?? '', kind],
    )
    return holder
  }
  return {
    database,
    secretKey,
    townId,
    now,
    today,
    actorOf: (name) => asActor(people.find((person) => person.name === name)),
    staffOf: async (unit) => asActor(await holderOf(unit, 'unitClerk')),
    headOf: async (unit) => (await holderOf(unit, 'unitHead'))?.name ?? '',
    leaderOf: async (unit) => (await holderOf(unit, 'unitLeader'))?.name ?? '',
    villageId: (name) => villages.get(name) ?? '',
    unitId: (name) => units.get(name) ?? '',
  }
}

/** A clock for one matter: it goes forward through working hours, and stops at now. */
export function createPastClock({ now, today }: Pick<Seeding, 'now' | 'today'>, startsDaysAgo: number) {
  let daysAgo = startsDaysAgo
  let last = 0
  return {
    /** Moves on by so many days. */
    later: (days: number) => {
      daysAgo -= days
    },
    /** The next moment something happens: at nine, or a little after what happened before. */
    next(): Date {
      const day = onOrAfterWorkingDay(addDays(today, -Math.max(0, Math.round(daysAgo))))
      const nine = startOfDay(day).getTime() + 9 * 3_600_000 + 7 * 60_000
      last = Math.min(Math.max(nine, last + 23 * 60_000), now.getTime() - 1000)
      return new Date(last)
    },
  }
}
export type PastClock = ReturnType<typeof createPastClock>
