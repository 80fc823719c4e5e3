import { JobRun } from '../database/entities/messages/job-run'
import { errorWithoutValues } from '../database/error-without-values'
import { newId } from '../database/id'
import type { Database } from '../database/source'
import { sqlInstant } from '../database/sql'
import { isDuplicate } from '../database/sql-errors'

/**
 * Lets one instance at a time do this work, and keeps when it ran and how it ended. A lease that was not given back
 * ends by itself.
 */
export async function withLease(
  database: Database,
  name: string,
  leaseSeconds: number,
  now: () => Date,
  work: () => Promise<void>,
) {
  const token = newId()
  const taken = await database.transaction(async (tx) => {
    const started = now()
    const until = new Date(started.getTime() + leaseSeconds * 1000)
    const changed = await tx
      .createQueryBuilder()
      .update(JobRun)
      .set({ leaseToken: token, leasedUntil: until, startedAt: started })
      .where('name = :name AND (leased_until IS NULL OR leased_until <= :now)', {
        name,
        now: sqlInstant(started),
      })
      .execute()
    if (changed.affected === 1) return true
    const [known] = await tx.query<unknown[]>('SELECT name FROM job_run WHERE name = ?', [name])
    if (known) return false
    try {
      await tx.insert(JobRun, {
        name,
        leaseToken: token,
        leasedUntil: until,
        startedAt: started,
        endedAt: null,
        lastError: null,
      })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  })
  if (!taken) return
  const giveBack = (lastError: string | null) =>
    database.transaction((tx) =>
      tx.update(
        JobRun,
        { name, leaseToken: token },
        { leasedUntil: null, leaseToken: null, endedAt: now(), lastError },
      ),
    )
  try {
    await work()
    await giveBack(null)
  } catch (error) {
    const { type, message } = errorWithoutValues(error)
    await giveBack(`${type}: ${message}`.slice(0, 500))
    throw error
  }
}
