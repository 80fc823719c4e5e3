import { inboxPage } from '../../../shared/words/pages'
import type { Tx } from '../../database/source'
import { peopleBehind, post } from '../../engine/holders'
import { tell } from '../../engine/tell'

/** Somebody of the register is told once of what they are from now on, and the congress office of what follows. */
export async function tellOfOffice(
  tx: Tx,
  townId: string,
  { personId, says, officeSays }: { personId: string; says: string; officeSays?: string },
  now: Date,
) {
  const office =
    officeSays === undefined
      ? []
      : (await peopleBehind(tx, townId, [post('congressOffice')])).filter(({ id }) => id !== personId)
  const lines = [
    { recipientId: personId, text: says },
    ...office.map(({ id }) => ({ recipientId: id, text: officeSays ?? '' })),
  ]
  await tell(
    tx,
    lines.map((line) => ({
      ...{ townId, ...line, recipientKind: 'person' as const },
      ...{ page: inboxPage(townId), push: 'progress' as const, number: '' },
    })),
    now,
  )
}
