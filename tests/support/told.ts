import type { Day } from '../../shared/rules/days'
import type { TestServer } from './server'
import type { TestPerson } from './town'

/** What somebody was told so far, newest first: read from the table, so that it works long after their token has ended. */
export async function toldTo(server: TestServer, person: TestPerson): Promise<string[]> {
  const rows = await server.database.reader.query<{ text: string }[]>(
    `SELECT i.text FROM inbox_message i
     WHERE i.recipient_id IN (
       SELECT p.id FROM person p JOIN account a ON a.id = p.account_id WHERE a.openid = ?
       UNION SELECT r.id FROM resident r JOIN account a ON a.id = r.account_id WHERE a.openid = ?)
     ORDER BY i.created_at DESC, i.id DESC`,
    [person.openid, person.openid],
  )
  return rows.map(({ text }) => text)
}

/** What was said on this day before anybody acted, at the hour at which the clock of a year speaks. */
export const toldInTheMorning = (server: TestServer, day: Day) =>
  server.database.reader.query<{ recipientId: string; text: string; page: string }[]>(
    `SELECT recipient_id AS recipientId, text, page FROM inbox_message
     WHERE created_at >= ? AND created_at < ? `,
    [`${day} 00:00:00.000`, `${day} 01:00:00.000`],
  )
