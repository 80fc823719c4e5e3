import { sqlInstant } from '../database/sql'
import type { Job } from './runner'
import { withLease } from './with-lease'

const keptDays = 7

/** Forgets what nobody may need any more: old request keys and tokens that have ended. Matters are never deleted. */
export const tidy: Job = {
  name: 'tidy',
  pauseMs: 3_600_000,
  afterWrite: false,
  run: ({ database, now }) =>
    withLease(database, 'tidy', 600, now, async () => {
      const before = sqlInstant(new Date(now().getTime() - keptDays * 86_400_000))
      await database.transaction(async (tx) => {
        await tx.query('DELETE FROM idempotency_key WHERE created_at < ?', [before])
        await tx.query('DELETE FROM sign_in WHERE expires_at < ?', [sqlInstant(now())])
      })
    }),
}
