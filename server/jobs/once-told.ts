import { LateNotice } from '../database/entities/late-notice'
import type { Database, Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'

/** The notice row and the messages stand or fall together, so nobody is told twice. */
export async function onceTold(
  database: Database,
  notice: { matterId: string; stateSince: Date; urgency: 'dueSoon' | 'overdue' },
  now: Date,
  say: (tx: Tx) => Promise<void>,
) {
  try {
    await database.transaction(async (tx) => {
      await tx.insert(LateNotice, { ...notice, toldAt: now })
      await say(tx)
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}
