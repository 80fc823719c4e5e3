import type * as z from 'zod/mini'
import type { residentProfile } from '../../../shared/api/sign-in'
import { Refusal } from '../../../shared/words/refusals'
import { Resident } from '../../database/entities/people/resident'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import type { Actor } from '../../http/actor'
import { villageInTown } from './in-town'

export type ResidentProfile = z.output<typeof residentProfile>

/**
 * The account as somebody who writes in this town; made at the first time. Whoever holds it is the only one who writes
 * for this account until the transaction ends, so it comes before anything is read.
 * @throws Refusal `busy` where two first messages come at the same moment
 */
export async function holdResident(
  tx: Tx,
  { townId, accountId, residentId }: Pick<Actor, 'townId' | 'accountId' | 'residentId'>,
  now: Date,
): Promise<string> {
  if (residentId !== null) {
    await tx.query('UPDATE resident SET account_id = account_id WHERE id = ?', [residentId])
    return residentId
  }
  const id = newId()
  try {
    await tx.insert(Resident, {
      id,
      townId,
      accountId,
      name: null,
      phone: null,
      villageId: null,
      createdAt: now,
    })
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal('busy')
    throw error
  }
  return id
}

/** What the next message is proposed to be signed with. What is left empty is empty. @throws Refusal `bad_input` */
export async function keepProfile(tx: Tx, actor: Actor, profile: ResidentProfile, now: Date) {
  const id = await holdResident(tx, actor, now)
  await villageInTown(tx, actor.townId, profile.villageId)
  const { name = null, phone = null, villageId = null } = profile
  await tx.update(Resident, { id }, { name, phone, villageId })
}

/** Proposes what somebody left of themselves with a message; what they left out stays proposed as it was. */
export async function proposeAgain(tx: Tx, residentId: string, profile: ResidentProfile) {
  const told = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined))
  if (Object.keys(told).length > 0) await tx.update(Resident, { id: residentId }, told)
}

export async function readProfile(reader: Reader, actor: Actor) {
  const [row] = await reader.query<{ name: string | null; phone: string | null; villageId: string | null }[]>(
    'SELECT name, phone, village_id AS villageId FROM resident WHERE town_id = ? AND account_id = ?',
    [actor.townId, actor.accountId],
  )
  return row ?? { name: actor.person?.name ?? null, phone: null, villageId: null }
}
