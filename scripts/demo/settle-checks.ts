import type { Seeding } from './seeding'

/** What was written for everyone in the past has long been read; only the newest result waits for a second person. */
export async function settleChecks({ database, townId }: Seeding) {
  const [newest] = await database.reader.query<{ id: string }[]>(
    `SELECT id FROM content_check WHERE town_id = ? AND kind = 'result' AND state = 'pending'
     ORDER BY written_at DESC, id DESC LIMIT 1`,
    [townId],
  )
  await database.transaction(async (tx) => {
    await tx.query(
      "UPDATE content_check SET state = 'passed', version = 1 WHERE town_id = ? AND id <> ? AND state = 'pending'",
      [townId, newest?.id ?? ''],
    )
    await tx.query("UPDATE content_check SET state = 'held', version = 1 WHERE id = ?", [newest?.id ?? ''])
  })
}
