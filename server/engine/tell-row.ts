import { told, type ToldName, type ToldRow } from '../../shared/words/told'
import { fill, type MessageWords } from '../../shared/words/messages'
import { isHeld } from '../database/in-office'
import type { Database } from '../database/source'
import { tellOnce } from './tell-once'

interface About {
  townId: string
  words: Partial<MessageWords>
  page: string
  number: string
}

/** Tells what a row of told sentences says, each of those whom it names once; whoever takes up the post later hears them too. */
export async function tellRow(database: Database, name: ToldName, about: About, now: Date) {
  const { says, to, push }: ToldRow = told[name]
  const { townId, page, number } = about
  await tellOnce(
    database,
    (untold) => ({
      sql: `SELECT DISTINCT o.person_id AS id FROM post o WHERE o.town_id = ? AND o.post_kind = ? AND ${isHeld('o')}
         AND ${untold('o.person_id', 'o.town_id')}`,
      parameters: [townId, to],
    }),
    { townId, text: fill(says, about.words), page, push, number },
    now,
  )
}
