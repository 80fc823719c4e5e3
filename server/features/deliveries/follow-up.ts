import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { ToldWay } from '../../../shared/words/told-ways'
import type { Tx } from '../../database/source'
import { marks, quoted, sqlInstant } from '../../database/sql'
import { wake } from '../../database/waking'
import { act } from '../../engine/act'
import type { Actor } from '../../http/actor'
import { kind as toldHow } from '../../matters/told-how/kind'

/** Puts a push that has ended back into the queue: one more round. @throws Refusal `not_found`, `wrong_state` */
export async function sendAgain(tx: Tx, actor: Actor, id: string, now: Date) {
  const [row] = await tx.query<{ state: string; toldHow: string | null }[]>(
    'SELECT state, told_how AS toldHow FROM outbox_message WHERE town_id = ? AND id = ?',
    [actor.townId, id],
  )
  if (!row) throw new Refusal('not_found')
  if (!ended.includes(row.state) || row.toldHow !== null) throw new Refusal('wrong_state')
  wake(tx, 'push')
  await tx.query(
    `UPDATE outbox_message SET state = 'pending', attempts = 0, uncertain = 0, available_at = ?, ended_at = NULL
     WHERE town_id = ? AND id = ? AND state IN (${quoted(ended)})`,
    [sqlInstant(now), actor.townId, id],
  )
}
const ended = ['skipped', 'dead', 'unknown']

/** Keeps who told it and how; what was kept first stays. A push that still waits is not sent after that. */
export async function noteTold(
  tx: Tx,
  actor: Actor,
  { ids, how }: { ids: readonly string[]; how: ToldWay },
  now: Date,
) {
  const at = sqlInstant(now)
  await tx.query(
    `UPDATE outbox_message SET told_how = ?, told_by_id = ?, told_at = ?, ended_at = COALESCE(ended_at, ?),
       state = CASE WHEN state = 'pending' THEN 'skipped' ELSE state END
     WHERE town_id = ? AND told_how IS NULL AND state <> 'sent' AND id IN (${marks(ids)})`,
    [how, actor.person?.id ?? null, at, at, actor.townId, ...ids],
  )
  const personally = toldPersonally[how]
  if (personally !== undefined) await noteEndsTold(tx, actor, { ids, how: personally }, now)
}

/** A notice, and a message of neutral words, tell nobody what became of a matter. */
const toldPersonally: { readonly [how in ToldWay]?: 'phone' | 'inPerson' } = {
  phone: 'phone',
  visit: 'inPerson',
}

/** What was told so of an end is typed once: the matter knows it as well. */
async function noteEndsTold(
  tx: Tx,
  actor: Actor,
  { ids, how }: { ids: readonly string[]; how: 'phone' | 'inPerson' },
  now: Date,
) {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT k.id FROM outbox_message x JOIN told_how k ON k.open_for_id = x.resident_opinion_id
     WHERE x.town_id = ? AND x.push = 'concluded' AND x.recipient_kind = 'resident' AND x.id IN (${marks(ids)})
     ORDER BY k.id`,
    [actor.townId, ...ids],
  )
  const form = { how, on: beijingDay(now), inWords: 'asWritten' }
  for (const { id } of rows) await act(tx, toldHow, actor, id, 'tell', { form }, now)
}
