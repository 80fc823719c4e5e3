import type * as z from 'zod/mini'
import type { residentProfile } from '../../../shared/api/sign-in'
import { sayProfileSince } from '../../../shared/words/changed-since'
import { Refusal } from '../../../shared/words/refusals'
import { digestOf } from '../../database/digest'
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

/**
 * What the next message is proposed to be signed with. What is left empty is empty.
 * @throws Refusal `bad_input`, `stale` where it was changed in another place since it was looked at
 */
export async function keepProfile(
  tx: Tx,
  actor: Actor,
  { version, ...profile }: ResidentProfile & { version?: number | undefined },
  now: Date,
) {
  const id = await holdResident(tx, actor, now)
  if (version !== undefined) {
    const { name, phone, ...kept } = await readProfile(tx, actor)
    if (kept.version !== version) throw new Refusal('stale', {}, sayProfileSince(name, phone))
  }
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
  const { name, phone, villageId } = row ?? { name: null, phone: null, villageId: null }
  // It is written by each message as well: what stands in it tells two states apart, no count of changes does.
  const version = Number.parseInt(digestOf(JSON.stringify([name, phone, villageId])).slice(0, 8), 16)
  return { name: row ? name : (actor.person?.name ?? null), phone, villageId, version }
}
