import { randomInt } from 'node:crypto'
import type { PetitionReceipt } from '../../../shared/matters/petition/endpoints'
import type { PetitionKind } from '../../../shared/matters/petition/words'
import { endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import type { Party } from '../../../shared/words/parties'
import type { SpokenWay } from '../../../shared/words/words'
import { Petition } from '../../database/entities/matters/petition'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { act } from '../../engine/act'
import { begin } from '../../engine/begin'
import { systemOf } from '../../engine/kind'
import { ruleSetNow } from '../../features/rules/rule-set'
import { kind } from './kind'
import { sealPetition, type SaidInPetition } from './sealed'

export interface NewPetition {
  townId: string
  residentId: string
  kind: PetitionKind
  said: SaidInPetition
  aboutOffice: boolean
  typedById?: string | null
}

/** Registers it, and tells whoever wrote that it was received. @returns what stands on the receipt */
export async function beginPetition(
  tx: Tx,
  secretKey: string,
  { townId, residentId, kind: petitionKind, said, aboutOffice, typedById = null }: NewPetition,
  first: {
    party: Party
    personId: string | null
    spokenHow?: SpokenWay
    onDay?: Day
    note?: string | null
  },
  now: Date,
): Promise<PetitionReceipt> {
  const id = newId()
  const no = String(randomInt(10_000_000, 100_000_000))
  await tx.insert(Petition, {
    ...{ id, townId, no, petitionKind, residentId, aboutOffice, typedById },
    sealed: sealPetition(secretKey, { townId, id }, said),
    ...{ named: said.name !== null, hasPhone: said.phone !== null },
    ...{
      handlerId: null,
      aboutUnitId: null,
      office: null,
      referredWhere: null,
      theirReceipt: null,
      referredOn: null,
    },
    ...{ summary: null, noticedOn: null, createdAt: now },
    ruleSetId: await ruleSetNow(tx, townId, now),
  })
  const { record, calendar } = await begin(tx, kind, { id, townId }, first, now)
  await act(tx, kind, systemOf(townId), id, 'acknowledge', { form: {} }, now)
  return { id, no, noticeBy: endOfSpan(beijingDay(now), rulesOf(record).petitionNotice, calendar) }
}
