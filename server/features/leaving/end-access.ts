import type { Tx } from '../../database/source'
import { isActing, isHeld } from '../../database/in-office'

/**
 * Of whoever holds a post or a mandate less than before: every desk is signed out at once. Who holds none any more in any
 * town is signed out of everything, and the way in without the phone is gone.
 */
export async function endAccess(tx: Tx, personId: string) {
  const [person] = await tx.query<{ accountId: string | null; holds: number }[]>(
    `SELECT p.account_id AS accountId,
       EXISTS (SELECT o.id FROM post o JOIN person x ON x.id = o.person_id
         WHERE x.account_id = p.account_id AND ${isHeld('o')})
       OR EXISTS (SELECT m.id FROM mandate m JOIN person x ON x.id = m.person_id
         WHERE x.account_id = p.account_id AND ${isActing('m')}) AS holds
     FROM person p WHERE p.id = ?`,
    [personId],
  )
  const accountId = person?.accountId ?? null
  if (accountId === null) return
  if (Number(person?.holds) === 1) {
    await tx.query("DELETE FROM sign_in WHERE account_id = ? AND kind = 'desk'", [accountId])
    return
  }
  for (const table of ['sign_in', 'recovery_code', 'desk_password'])
    await tx.query(`DELETE FROM ${table} WHERE account_id = ?`, [accountId])
}
