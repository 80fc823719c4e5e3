import { digestOf } from '../../database/digest'
import { SignInFailure } from '../../database/entities/sign-in/sign-in-failure'
import type { Tx } from '../../database/source'
import { isoInstant, marks, sqlInstant } from '../../database/sql'
import { isDuplicate } from '../../database/sql-errors'

const most = 5
const lockMs = 15 * 60_000

/** Of whom failures are counted: a name, whether anybody has it or not, and an address. */
export const madeBy = (kind: 'name' | 'address', who: string) => digestOf(`${kind} ${who}`)

/**
 * Counts a try as a failure before it is looked at, so that many at once are no more than many in turn.
 * @returns how many milliseconds to wait; 0: go ahead
 */
export async function countTry(tx: Tx, who: readonly string[], now: Date): Promise<number> {
  const inOrder = [...who].sort()
  // Holds the rows until the end, so that the next one counts after this one.
  for (const one of inOrder)
    await tx.query('UPDATE sign_in_failure SET failures = failures WHERE made_by = ?', [one])
  const rows = await tx.query<{ failures: number; endsAt: string }[]>(
    `SELECT failures, ends_at AS endsAt FROM sign_in_failure WHERE made_by IN (${marks(inOrder)})`,
    inOrder,
  )
  const waits = rows
    .filter(({ failures }) => Number(failures) >= most)
    .map(({ endsAt }) => new Date(isoInstant(endsAt)).getTime() - now.getTime())
  const wait = Math.max(0, ...waits)
  if (wait === 0) for (const one of inOrder) await addFailure(tx, one, now)
  return wait
}

async function addFailure(tx: Tx, who: string, now: Date) {
  const endsAt = new Date(now.getTime() + lockMs)
  try {
    await tx.insert(SignInFailure, { madeBy: who, failures: 0, endsAt })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  await tx.query(
    `UPDATE sign_in_failure SET failures = CASE WHEN ends_at <= ? THEN 1 ELSE failures + 1 END, ends_at = ?
     WHERE made_by = ?`,
    [sqlInstant(now), sqlInstant(endsAt), who],
  )
}

/** The try was none that failed. Whoever knows the password has not guessed it: the name begins anew. */
export async function takeBackTry(tx: Tx, name: string, address: string) {
  await tx.delete(SignInFailure, { madeBy: name })
  await tx.query('UPDATE sign_in_failure SET failures = failures - 1 WHERE made_by = ? AND failures > 0', [
    address,
  ])
}
