import type { Tx } from '../../database/source'
import { postsOf } from '../../http/session'

/**
 * Of whoever holds a post or a mandate less than before: every desk is signed out at once. Who holds none any more in any
 * town is signed out of everything, and the way in without the phone is gone.
 */
export async function endAccess(tx: Tx, personId: string) {
  const [person] = await tx.query<{ accountId: string | null }[]>(
    'SELECT account_id AS accountId FROM person WHERE id = ?',
    [personId],
  )
  const accountId = person?.accountId ?? null
  if (accountId === null) return
  if ((await postsOf(tx, accountId)).length > 0) {
    await tx.query("DELETE FROM sign_in WHERE account_id = ? AND kind = 'desk'", [accountId])
    return
  }
  for (const table of ['sign_in', 'recovery_code', 'desk_password'])
    await tx.query(`DELETE FROM ${table} WHERE account_id = ?`, [accountId])
}
