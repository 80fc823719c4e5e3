import type * as z from 'zod/mini'
import type { PetitionAction, petitionActions } from '../../../shared/matters/petition/table'
import { sentBackSaid, whereSaid } from '../../../shared/matters/petition/words'
import { beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { Petition } from '../../database/entities/matters/petition'
import { isHeld } from '../../database/in-office'
import type { Tx } from '../../database/source'
import type { Effect } from '../../engine/kind'
import { unitsInTown } from '../../features/people/in-town'
import { namedIn } from '../suggestion/refuse-naming'
import type { PetitionRecord } from './record'
import { openPetition } from './sealed'

type FormOf<A extends PetitionAction> = z.output<(typeof petitionActions)[A]['input']>

/** What a step changes besides the state. */
export const effects: { readonly [A in PetitionAction]?: Effect<PetitionRecord> } = {
  async handToClerk({ tx, record, form }) {
    const { personId } = form as FormOf<'handToClerk'>
    await clerkInTown(tx, record.townId, personId)
    await tx.update(Petition, { id: record.id }, { handlerId: personId })
  },
  async refer({ tx, record, form, at }) {
    const { office, where, theirReceipt, unitId } = form as FormOf<'refer'>
    if (unitId !== undefined) await unitsInTown(tx, record.townId, [unitId], 'unitId')
    const kept = {
      office,
      referredWhere: where,
      theirReceipt: theirReceipt ?? null,
      referredOn: beijingDay(at),
    }
    await tx.update(Petition, { id: record.id }, { ...kept, ...(unitId ? { aboutUnitId: unitId } : {}) })
    return { reason: whereSaid(where, theirReceipt) }
  },
  async sentBack({ tx, record, form }) {
    const { ground, sentBackOn } = form as FormOf<'sentBack'>
    await tx.update(Petition, { id: record.id }, { referredOn: null })
    return { reason: sentBackSaid(ground, sentBackOn) }
  },
  async giveNotice({ tx, record, form }) {
    const { noticedOn } = form as FormOf<'giveNotice'>
    await tx.update(Petition, { id: record.id }, { noticedOn })
  },
  async keepSummary({ tx, record, form, secretKey }) {
    const { summary } = form as FormOf<'keepSummary'>
    const { name, phone } = openPetition(secretKey, record) ?? {}
    const author = [name, phone].filter((word) => typeof word === 'string')
    const found = namedIn(summary, author)
    if (found !== '') throw wrongField('summary', `这里有${found}。请改成看不出是谁反映的一句话。`)
    await tx.update(Petition, { id: record.id }, { summary })
  },
}

async function clerkInTown(tx: Tx, townId: string, personId: string) {
  const found = await tx.query<unknown[]>(
    `SELECT o.id FROM post o WHERE o.town_id = ? AND o.person_id = ? AND o.post_kind = 'congressOffice' AND ${isHeld('o')}`,
    [townId, personId],
  )
  if (found.length === 0) throw wrongField('personId', '这位不是镇人大办的工作人员，请重新选择。')
}
