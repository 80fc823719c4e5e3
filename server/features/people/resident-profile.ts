import type * as z from 'zod/mini'
import type { residentProfile } from '../../../shared/api/sign-in'
import { Resident } from '../../database/entities/resident'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import type { Actor } from '../../http/actor'

export type ResidentProfile = z.output<typeof residentProfile>

/** Keeps what a resident chose to tell of themselves; what is left out stays as it was. @returns the resident's id */
export async function keepProfile(
  tx: Tx,
  actor: Actor,
  profile: ResidentProfile,
  now: Date,
): Promise<string> {
  if (actor.residentId !== null) {
    const told = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined))
    if (Object.keys(told).length > 0) await tx.update(Resident, { id: actor.residentId }, told)
    return actor.residentId
  }
  const id = newId()
  await tx.insert(Resident, {
    id,
    townId: actor.townId,
    accountId: actor.accountId,
    name: profile.name ?? null,
    phone: profile.phone ?? null,
    villageId: profile.villageId ?? null,
    createdAt: now,
  })
  return id
}

export async function readProfile(reader: Reader, actor: Actor) {
  const [row] = await reader.query<{ name: string | null; phone: string | null; villageId: string | null }[]>(
    'SELECT name, phone, village_id AS villageId FROM resident WHERE town_id = ? AND account_id = ?',
    [actor.townId, actor.accountId],
  )
  return row ?? { name: actor.person?.name ?? null, phone: null, villageId: null }
}
