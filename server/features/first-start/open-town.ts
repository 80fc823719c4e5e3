import type { openTown as endpoint } from '../../../shared/api/first-start'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { Refusal } from '../../../shared/words/refusals'
import { isHeld } from '../../database/in-office'
import type { Reader, Tx } from '../../database/source'
import { issueInvite } from '../people/invites'
import { beginTown } from './begin-town'

/** Who of a county's own staff this account is. @throws Refusal `not_allowed` */
async function clerkOf(reader: Reader, countyId: string, accountId: string): Promise<string> {
  const [clerk] = await reader.query<{ id: string }[]>(
    `SELECT p.id FROM person p JOIN post o ON o.person_id = p.id AND o.post_kind = 'countyStaff' AND ${isHeld('o')}
     WHERE p.account_id = ? AND p.county_id = ? AND p.town_id IS NULL LIMIT 1`,
    [accountId, countyId],
  )
  if (!clerk) throw new Refusal('not_allowed')
  return clerk.id
}

/** A county opens a further town, and gets the code for whoever will fill it. @throws Refusal `not_allowed`, `bad_input` */
export async function openTown(
  tx: Tx,
  secretKey: string,
  asker: { accountId: string; countyId: string },
  input: InputOf<typeof endpoint>,
  now: Date,
): Promise<OutputOf<typeof endpoint>> {
  const { countyId } = asker
  const byPersonId = await clerkOf(tx, countyId, asker.accountId)
  const { town, profile, another, name, phone } = input
  const begun = { town, countyId, profile, isAnother: another === true, clerk: { name, phone }, byPersonId }
  const made = await beginTown(tx, begun, now)
  const issued = await issueInvite(tx, secretKey, made.town.id, made.personId, now, byPersonId)
  return { town: made.town, ...issued }
}
