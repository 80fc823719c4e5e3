import { beijingDay, startOfDay } from '../../shared/rules/days'
import type { Tx } from '../database/source'
import { marks, sqlInstant } from '../database/sql'
import type { Telling } from './telling'

/**
 * Lets the second and every further reminder of a day join the first: the message says how many, leads to their list and
 * is unread again. The day has one card for it, and where it has not left yet it leads there too.
 * @returns what is still to be told by itself
 */
export async function joinToday(tx: Tx, tellings: readonly Telling[], now: Date): Promise<Telling[]> {
  const those = tellings.filter(({ together }) => together !== undefined)
  if (those.length === 0) return [...tellings]
  const recipients = [...new Set(those.map(({ recipientId }) => recipientId))]
  const names = [...new Set(those.flatMap(({ together }) => together?.name ?? []))]
  const rows = await tx.query<
    { id: string; townId: string; recipientId: string; name: string; toldOf: number }[]
  >(
    `SELECT id, town_id AS townId, recipient_id AS recipientId, together AS name, told_of AS toldOf FROM inbox_message
     WHERE recipient_id IN (${marks(recipients)}) AND created_at >= ? AND together IN (${marks(names)})`,
    [...recipients, sqlInstant(startOfDay(beijingDay(now))), ...names],
  )
  const alone: Telling[] = []
  for (const telling of tellings) {
    const { together, recipientId, townId } = telling
    const first = rows.find(
      (row) => row.recipientId === recipientId && row.townId === townId && row.name === together?.name,
    )
    if (together === undefined || first === undefined) {
      alone.push(telling)
      continue
    }
    const toldOf = Number(first.toldOf) + 1
    await tx.query('UPDATE inbox_message SET text = ?, page = ?, told_of = ?, read_at = NULL WHERE id = ?', [
      ...[together.says(toldOf).slice(0, 600), together.page, toldOf, first.id],
    ])
    await tx.query("UPDATE outbox_message SET page = ? WHERE inbox_message_id = ? AND state = 'pending'", [
      ...[together.page, first.id],
    ])
  }
  return alone
}
