import { LateNotice } from '../database/entities/messages/late-notice'
import type { Database, Tx } from '../database/source'
import { sqlInstant } from '../database/sql'
import { isDuplicate } from '../database/sql-errors'

/**
 * The notice row and the messages stand or fall together, so nobody is told twice. What has been told is asked for every
 * minute: it is only read.
 */
export async function onceTold(
  database: Database,
  notice: { matterId: string; stateSince: Date; urgency: 'dueSoon' | 'overdue' },
  now: Date,
  say: (tx: Tx) => Promise<void>,
) {
  const [told] = await database.reader.query<unknown[]>(
    'SELECT told_at FROM late_notice WHERE matter_id = ? AND state_since = ? AND urgency = ?',
    [notice.matterId, sqlInstant(notice.stateSince), notice.urgency],
  )
  if (told) return
  try {
    await database.transaction(async (tx) => {
      await tx.insert(LateNotice, { ...notice, toldAt: now })
      await say(tx)
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}
