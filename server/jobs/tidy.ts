import { sqlInstant } from '../database/sql'
import type { Job } from './runner'
import { withLease } from './with-lease'

const dayMs = 86_400_000
const keptDays = 7
const unusedPhotoDays = 1

/**
 * Forgets what nobody may need any more: answers that no retry waits for, old request keys, tokens that have ended, and
 * photos that no reply and no consultation ever took in. Matters are never deleted. What has grown is counted anew.
 */
export const tidy: Job = {
  name: 'tidy',
  pauseMs: 600_000,
  wokenBy: [],
  run: ({ database, now }) =>
    withLease(database, 'tidy', 600, now, async () => {
      const before = sqlInstant(new Date(now().getTime() - keptDays * dayMs))
      const unusedBefore = sqlInstant(new Date(now().getTime() - unusedPhotoDays * dayMs))
      await database.transaction(async (tx) => {
        await tx.query(
          'UPDATE idempotency_key SET answer = NULL, answer_until = NULL WHERE answer_until <= ?',
          [sqlInstant(now())],
        )
        await tx.query('DELETE FROM idempotency_key WHERE created_at < ?', [before])
        await tx.query('DELETE FROM use_count WHERE ends_at < ?', [sqlInstant(now())])
        await tx.query('DELETE FROM desk_request WHERE expires_at < ?', [before])
        await tx.query('DELETE FROM sign_in_failure WHERE ends_at < ?', [sqlInstant(now())])
        await tx.query('DELETE FROM sign_in WHERE expires_at < ?', [sqlInstant(now())])
        await tx.query('DELETE FROM photo WHERE used_at IS NULL AND uploaded_at < ?', [unusedBefore])
      })
      await database.analyze('grown')
    }),
}
