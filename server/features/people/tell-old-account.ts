import { numberOf } from '../../../shared/words/messages'
import { bindingEnded } from '../../../shared/words/told'
import type { Tx } from '../../database/source'
import { tell } from '../../engine/tell'
import { holdResident } from './resident-profile'

interface Ended {
  town: { id: string; name: string }
  personId: string
  name: string
  accountId: string
}

/** The account is nobody of the register any more: it hears as whoever may write to a deputy. */
export async function tellOldAccount(tx: Tx, { town, personId, name, accountId }: Ended, now: Date) {
  const [resident] = await tx.query<{ id: string }[]>(
    'SELECT id FROM resident WHERE town_id = ? AND account_id = ?',
    [town.id, accountId],
  )
  const who = { townId: town.id, accountId, residentId: resident?.id ?? null }
  const { says, push, page } = bindingEnded
  await tell(
    tx,
    [
      {
        ...{ townId: town.id, recipientId: await holdResident(tx, who, now), recipientKind: 'resident' },
        ...{ text: says(town.name, name), page, push, number: numberOf(personId) },
      },
    ],
    now,
  )
}
