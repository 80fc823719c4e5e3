import { refresh } from '../../server/engine/refresh'
import '../../server/matters/kinds'
import type { Seeding } from './seeding'

/** What was written for everyone in the past has long been read; only the newest result waits for a second person. */
export async function settleChecks({ database, townId }: Seeding, now: Date) {
  const waiting = await database.reader.query<{ id: string; kind: string }[]>(
    `SELECT m.id, k.kind FROM matter m JOIN content_check k ON k.id = m.id
     WHERE m.kind = 'contentCheck' AND m.state = 'pending' AND m.town_id = ? ORDER BY k.written_at DESC, k.id DESC`,
    [townId],
  )
  const newest = waiting.find(({ kind }) => kind === 'result')
  await database.transaction(async (tx) => {
    for (const { id } of waiting) {
      const state = id === newest?.id ? 'held' : 'passed'
      await tx.query('UPDATE matter SET state = ?, version = 1 WHERE id = ?', [state, id])
      await refresh(tx, 'contentCheck', townId, id, now)
    }
  })
}
