import type { Tx } from '../database/source'
import { isoInstant, sqlInstant } from '../database/sql'
import { isPassing, isUnconnected } from '../database/sql-errors'
import { applyEvent } from '../features/wechat-events/apply-event'
import { readEvent } from '../gateways/wechat/read-event'
import { firstInstant, type Job } from './runner'
import { withLease } from './with-lease'

/** So long an event may wait for the send that it is about to be written down. */
const patienceMs = 180_000

/** What cannot be made out stops nothing behind it: it stays as it came, with what stood in the way. */
const setAside = (tx: Tx, id: string, error: unknown, now: Date) =>
  tx.query('UPDATE wechat_event SET read_at = ?, set_aside_for = ? WHERE id = ? AND read_at IS NULL', [
    sqlInstant(now),
    String(error).slice(0, 200),
    id,
  ])

/** Finds out what the events that WeChat pushed mean. Each is read once, in one transaction with what it changes. */
export const readWechatEvents: Job = {
  name: 'read-wechat-events',
  wokenBy: ['wechatEvent'],
  pauseMs: 60_000,
  againMs: 5000,
  next: (parts) =>
    firstInstant(parts, 'SELECT MIN(received_at) AS at FROM wechat_event WHERE read_at IS NULL'),
  async run({ database, wechat, now, log }) {
    const unread = await database.reader.query<{ id: string; raw: string; receivedAt: string }[]>(
      `SELECT id, raw, received_at AS receivedAt FROM wechat_event WHERE read_at IS NULL
       ORDER BY received_at, id LIMIT 100`,
    )
    if (unread.length === 0) return
    await withLease(database, 'read-wechat-events', 60, now, async () => {
      for (const { id, raw, receivedAt } of unread) {
        const settle = async (tx: Tx) => {
          const event = readEvent(raw)
          const [open] = await tx.query<unknown[]>(
            'SELECT id FROM wechat_event WHERE id = ? AND read_at IS NULL',
            [id],
          )
          if (!open) return
          const settled = event === undefined || (await applyEvent(tx, event, wechat.templateIdOf, now()))
          const tooLate = now().getTime() - Date.parse(isoInstant(receivedAt)) > patienceMs
          if (settled || tooLate)
            await tx.query('UPDATE wechat_event SET read_at = ? WHERE id = ?', [sqlInstant(now()), id])
        }
        try {
          await database.transaction(settle)
        } catch (error) {
          if (isPassing(error) || isUnconnected(error)) throw error
          log.error({ wechatEvent: id, setAside: String(error) })
          await database.transaction((tx) => setAside(tx, id, error, now()))
        }
      }
    })
  },
}
