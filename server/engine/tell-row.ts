import { told, type ToldName, type ToldRow } from '../../shared/words/told'
import { fill, type MessageWords } from '../../shared/words/messages'
import type { Database, Reader } from '../database/source'
import { tell } from './tell'
import { isHeld } from '../database/in-office'

interface About {
  townId: string
  words: Partial<MessageWords>
  page: string
  number: string
}

/**
 * Tells what a row of told sentences says, each of those whom it names once: the inbox is the record of what was told, so
 * that the same words are never written twice to one person, and whoever takes up the post later hears them too. What is
 * asked for every minute is only read.
 */
export async function tellRow(database: Database, name: ToldName, about: About, now: Date) {
  const { says, to, push }: ToldRow = told[name]
  const { townId, page, number } = about
  const text = fill(says, about.words)
  const untold = (reader: Reader) =>
    reader.query<{ id: string }[]>(
      `SELECT DISTINCT o.person_id AS id FROM post o WHERE o.town_id = ? AND o.post_kind = ? AND ${isHeld('o')}
         AND NOT EXISTS (SELECT 1 FROM inbox_message i
           WHERE i.recipient_id = o.person_id AND i.town_id = o.town_id AND i.page = ? AND i.text = ?)`,
      [townId, to, page, text],
    )
  if ((await untold(database.reader)).length === 0) return
  await database.transaction(async (tx) => {
    const people = await untold(tx)
    await tell(
      tx,
      people.map(({ id }) => ({
        townId,
        recipientId: id,
        recipientKind: 'person',
        text,
        page,
        push,
        number,
      })),
      now,
    )
  })
}
