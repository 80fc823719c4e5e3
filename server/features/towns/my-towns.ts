import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { listMyTowns } from '../../../shared/api/towns'
import type { Reader } from '../../database/source'
import { actorIn } from '../../http/actor'
import { countWaiting } from '../doors/count-waiting'

/** Nobody has posts in more towns than this. */
const most = 20

/** The towns where this account has a post or a mandate, and what waits for it in each. */
export async function readMyTowns(
  reader: Reader,
  accountId: string,
  now: Date,
): Promise<OutputOf<typeof listMyTowns>['towns']> {
  const towns = await reader.query<{ id: string; name: string }[]>(
    `SELECT t.id, t.name FROM person p JOIN town t ON t.id = p.town_id
     WHERE p.account_id = ? ORDER BY t.name, t.id LIMIT ${most}`,
    [accountId],
  )
  const mine = []
  for (const town of towns) {
    const actor = await actorIn(reader, accountId, town.id)
    if (actor.roles.every((role) => role === 'resident')) continue
    const { matter = 0, message = 0 } = await countWaiting(reader, actor, ['matter', 'message'], now)
    mine.push({ ...town, waiting: matter, unread: message })
  }
  return mine
}
