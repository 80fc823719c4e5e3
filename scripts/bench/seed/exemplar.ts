import type { Database } from '../../../server/database/source'
import { sqlInstant } from '../../../server/database/sql'
import { lookAtClock } from '../../../server/engine/clock'
import { refresh } from '../../../server/engine/refresh'

/** The town that is copied: nothing is left in it that the clock has to say today, and nothing that is to be sent. */
export async function settleExemplar(database: Database, now: Date) {
  await tellWhatIsDue(database, now)
  await database.transaction((tx) =>
    tx.query("UPDATE outbox_message SET state = 'skipped', ended_at = ? WHERE state = 'pending'", [
      sqlInstant(now),
    ]),
  )
}

/** The standing of a unit follows from every suggestion that it answered: in a town that was copied from more than one. */
export async function settleStandings(database: Database, now: Date) {
  const standings = await database.reader.query<{ id: string; townId: string }[]>(
    'SELECT id, town_id AS townId FROM award_standing',
  )
  for (const { id, townId } of standings)
    await database.transaction((tx) => refresh(tx, 'awardStanding', townId, id, now))
  await tellWhatIsDue(database, now)
}

async function tellWhatIsDue(database: Database, now: Date) {
  const failed = (error: unknown) => {
    throw error
  }
  while ((await lookAtClock(database, now, failed)) > 0);
}
