import { Refusal } from '../../../shared/words/refusals'
import type { Reader, Tx } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { writeAudit } from '../../engine/write-audit'
import type { Actor } from '../../http/actor'
import { isHeld } from '../../database/in-office'
import { postsOf } from '../../http/session'
import { knownTown } from '../towns/known-town'
import { tellOldAccount } from './tell-old-account'

/** Somebody of the register, and the account that is them. */
export interface Bindable {
  id: string
  name: string
  accountId: string | null
  townId: string | null
  /** The town, or of a county's own staff the county. */
  place: string
}

/** @param inTown looks for nobody who is elsewhere */
export async function readBindable(
  reader: Reader,
  personId: string,
  inTown?: string,
): Promise<Bindable | undefined> {
  const [person] = await reader.query<Bindable[]>(
    `SELECT id, name, account_id AS accountId, town_id AS townId, COALESCE(town_id, county_id) AS place
     FROM person WHERE ${inTown === undefined ? '' : 'town_id = ? AND '}id = ?`,
    [...(inTown === undefined ? [] : [inTown]), personId],
  )
  return person
}

/**
 * Somebody of the register and a WeChat account are no longer one: posts and mandates stay with the person, and the
 * account is whoever it was before, in all its sessions at once. A new invite binds another.
 * @throws Refusal `not_found`, `not_bound`, `last_of_office`
 */
export async function endBinding(tx: Tx, actor: Actor, personId: string, why: string | null, now: Date) {
  const { townId } = actor
  await oneAtATime(tx, townId)
  const person = await readBindable(tx, personId, townId)
  if (!person) throw new Refusal('not_found')
  if (person.accountId === null) throw new Refusal('not_bound')
  await somebodyStays(tx, townId, personId)
  await unbind(tx, person, { byPersonId: actor.person?.id ?? null, why }, now)
}

/** Of two clerks who end each other's binding at one moment the second is the last. It comes before anything is read. */
const oneAtATime = (tx: Tx, townId: string) =>
  tx.query("UPDATE post SET post_kind = post_kind WHERE town_id = ? AND post_kind = 'congressOffice'", [
    townId,
  ])

/** Without anybody of the congress office who can sign in, nobody could issue an invite again. */
async function somebodyStays(tx: Tx, townId: string, personId: string) {
  const clerks = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT p.id FROM post o JOIN person p ON p.id = o.person_id
     WHERE o.town_id = ? AND o.post_kind = 'congressOffice' AND ${isHeld('o')} AND p.account_id IS NOT NULL`,
    [townId],
  )
  if (clerks.length === 1 && clerks[0]?.id === personId) throw new Refusal('last_of_office')
}

/** For whoever has looked whether it may be. */
export async function unbind(
  tx: Tx,
  { id, name, accountId, townId, place }: Bindable,
  { byPersonId, why }: { byPersonId: string | null; why: string | null },
  now: Date,
) {
  if (accountId === null) return
  await tx.query('UPDATE person SET account_id = NULL WHERE id = ?', [id])
  await endInvites(tx, id, now)
  await leaveDesks(tx, accountId)
  await writeAudit(
    tx,
    {
      ...{ townId: place, personId: byPersonId, what: `微信绑定：${name}`, fromValue: '绑定了微信' },
      ...{ toValue: byPersonId === id ? '本人解除了绑定' : '解除了绑定', reason: why },
    },
    now,
  )
  if (townId !== null)
    await tellOldAccount(tx, { town: await knownTown(tx, townId), personId: id, name, accountId }, now)
}

/** No desk stays open under it; and the way in without the phone is for whoever works somewhere. */
async function leaveDesks(tx: Tx, accountId: string) {
  await tx.query("DELETE FROM sign_in WHERE account_id = ? AND kind = 'desk'", [accountId])
  if ((await postsOf(tx, accountId)).length > 0) return
  for (const table of ['recovery_code', 'desk_password'])
    await tx.query(`DELETE FROM ${table} WHERE account_id = ?`, [accountId])
}

/** Codes that were issued before are good no longer. */
export const endInvites = (tx: Tx, personId: string, now: Date) =>
  tx.query('UPDATE invite SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL', [
    sqlInstant(now),
    personId,
  ])
