import type { Database, Reader } from '../database/source'
import { tell } from './tell'
import type { Telling } from './telling'

/**
 * Tells each of those whom a statement finds once: the inbox is the record of what was told, so that the same words are
 * never written twice to one person. What is asked for every minute is only read.
 * @param found reads persons as `id`; the condition that it is given, with its parameters last, leaves out who was told
 */
export async function tellOnce(
  database: Database,
  found: (untold: (person: string, town: string) => string) => { sql: string; parameters: readonly string[] },
  about: Pick<Telling, 'townId' | 'text' | 'page' | 'push' | 'number'>,
  now: Date,
) {
  const { sql, parameters } = found(
    (person, town) =>
      `NOT EXISTS (SELECT 1 FROM inbox_message i
         WHERE i.recipient_id = ${person} AND i.town_id = ${town} AND i.page = ? AND i.text = ?)`,
  )
  const untold = (reader: Reader) =>
    reader.query<{ id: string }[]>(sql, [...parameters, about.page, about.text])
  if ((await untold(database.reader)).length === 0) return
  await database.transaction(async (tx) => {
    const people = await untold(tx)
    await tell(
      tx,
      people.map(({ id }) => ({ ...about, recipientId: id, recipientKind: 'person' })),
      now,
    )
  })
}
