import { Refusal, wrongField } from '../../../../shared/words/refusals'
import type { Tx } from '../../../database/source'
import { marks, sqlInstant } from '../../../database/sql'
import { lookAgainAt } from '../../../engine/refresh'
import { historyOf } from '../../../engine/registers/history'
import type { KeptRow } from '../../../engine/registers/kept-register'
import { mergeRows } from '../../../engine/registers/merge'
import { rowsByIds } from '../../../engine/registers/rows'
import { staleSince } from '../../../engine/settings'
import type { Actor } from '../../../http/actor'
import { supersedePicture } from '../../../matters/content-check/open'
import { registerNamed } from '../../registers/found'
import { endDoubles } from './end-doubles'
import { type Both, mayMerge, readBoth } from './hindrances'
import { type Move, moveNames } from './move-names'
import { oneRoll } from './one-roll'

/**
 * Somebody who was written down twice is one: whatever named the double names the one that stays, with all that was done
 * and all that is still open. Both keep in their history that it was so.
 * @throws Refusal `not_found`, `stale`, `bad_input` with what has to be done first
 */
export async function mergePersons(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, form }: { version: number; form: { otherId: string; why: string } },
  now: Date,
) {
  const { townId } = actor
  const kept = registerNamed('person')
  const rows = await rowsByIds(tx, kept, townId, [id, form.otherId])
  const into = rows.find((row) => row.id === id)
  const from = rows.find((row) => row.id === form.otherId)
  if (!into) throw new Refusal('not_found')
  if (into.version !== version) throw staleSince(await historyOf(tx, kept, actor, id, version), now)
  if (id === form.otherId) throw wrongField('otherId', '选的就是这一条，请选重复登记的另一条。')
  if (!from) throw wrongField('otherId', '本镇名册里没有这一条，请重新选择。')
  if (into.endedOn !== null || from.own.mergedIntoId !== null)
    throw wrongField('otherId', '已经移出名册或合并过的，不能再合并。请打开在用的那一条。')

  const move: Move = { townId, from: from.id, to: into.id }
  const both = await readBoth(tx, move)
  mayMerge(both)
  await endDoubles(tx, actor, both, form.why, now)
  await onePortrait(tx, move, both, now)
  await oneRoll(tx, move)
  const matters = await moveNames(tx, move)
  await signsNothingOfTheirOwn(tx, move, both)
  await oneAccount(tx, move, both, now)
  await mergeRows(
    tx,
    kept,
    actor,
    { into, from },
    {
      takes: { groupLeader: leads(into, from) },
      left: { groupLeader: false },
      leftOwn: { mergedIntoId: into.id },
      why: form.why,
    },
    now,
  )
  await lookAgainAt(tx, matters)
}

/** Whoever led the group that both are in, leads it. */
const leads = (into: KeptRow, from: KeptRow) =>
  into.values.groupLeader === true ||
  (from.values.groupLeader === true &&
    (into.values.deputyGroupId ?? from.values.deputyGroupId) === from.values.deputyGroupId)

/** The picture of the one that stays, where there are two. */
async function onePortrait(tx: Tx, { townId, from, to }: Move, { portraits }: Both, now: Date) {
  const [shown, second] = portraits
  if (second) await supersedePicture(tx, 'portrait', { townId, placeId: from }, now)
  if (shown?.id === from || second?.id === from)
    await tx.query('UPDATE person SET portrait_digest = NULL WHERE id = ?', [from])
  if (shown?.id === from && !second)
    await tx.query('UPDATE person SET portrait_digest = ? WHERE id = ?', [shown.digest, to])
}

/** Nobody co-signs what they lead. */
async function signsNothingOfTheirOwn(tx: Tx, { to }: Move, { ownSignatures }: Both) {
  const ids = [...new Set(ownSignatures.map(({ id }) => id))]
  if (ids.length > 0)
    await tx.query(`DELETE FROM co_signature WHERE person_id = ? AND suggestion_id IN (${marks(ids)})`, [
      ...[to, ...ids],
    ])
}

/** Whichever of them is bound, both at once were refused. Codes of the double are good no longer. */
async function oneAccount(tx: Tx, { from, to }: Move, { accounts, invites }: Both, now: Date) {
  const [bound] = accounts
  const ids = invites.filter(({ personId }) => bound || personId === from).map(({ id }) => id)
  if (ids.length > 0)
    await tx.query(`UPDATE invite SET ended_at = ? WHERE id IN (${marks(ids)})`, [sqlInstant(now), ...ids])
  if (bound?.id !== from) return
  await tx.query('UPDATE person SET account_id = NULL WHERE id = ?', [from])
  await tx.query('UPDATE person SET account_id = ? WHERE id = ?', [bound.accountId, to])
}
