import { addDays, beijingDay, type Day } from '../../shared/rules/days'
import { sqlInstant } from '../../server/database/sql'
import type { TestServer } from './server'

/** Somebody was told something on a day. */
export type ToldOn = [day: string, name: string, text: string]

/** Turns the clock day by day, nine in the morning in Beijing, lets the jobs look, and keeps who was told what. */
export async function walkDays(server: TestServer, until: Day): Promise<ToldOn[]> {
  const told: ToldOn[] = []
  for (let day = addDays(beijingDay(server.clock.now()), 1); day <= until; day = addDays(day, 1)) {
    server.clock.set(`${day}T01:00:00Z`)
    told.push(...(await toldNow(server)))
  }
  return told
}

/** Lets the jobs look once, now. */
export async function toldNow(server: TestServer): Promise<ToldOn[]> {
  const now = server.clock.now()
  const known = await idsAt(server, now)
  for (const job of ['clock', 'askForHolidays'] as const) await server.run(job)
  const rows = await idsAt(server, now)
  return rows
    .filter(({ id }) => !known.some((one) => one.id === id))
    .map(({ name, text }): ToldOn => [beijingDay(now).slice(5), name, text])
    .sort((a, b) => (a[1] < b[1] ? -1 : 1))
}

const idsAt = (server: TestServer, now: Date) =>
  server.database.reader.query<{ id: string; name: string; text: string }[]>(
    `SELECT i.id, p.name, i.text FROM inbox_message i JOIN person p ON p.id = i.recipient_id
     WHERE i.created_at = ?`,
    [sqlInstant(now)],
  )
