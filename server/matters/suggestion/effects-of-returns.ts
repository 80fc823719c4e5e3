import { wrongField } from '../../../shared/words/refusals'
import { ReturnRequest } from '../../database/entities/suggestion/return-request'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { unitsInTown } from '../../features/people/in-town'
import { unitsToGive } from '../../features/places/reach'
import type { EffectOf } from './effect-of'
import { refreshReviews } from './effects-of-supervision'
import { clockOfRound, handOverAgain } from './rounds'
import type { SuggestionRecord } from './record'

export async function requestReturn({ tx, record, form, now }: EffectOf<'requestReturn'>) {
  if (form.proposedUnitId === record.leadUnitId) {
    throw wrongField('proposedUnitId', '请选另一个单位，不能是本单位。')
  }
  await unitsInTown(tx, record.townId, [form.proposedUnitId])
  const clock = clockOfRound(record)
  await tx.insert(ReturnRequest, {
    id: newId(),
    suggestionId: record.id,
    roundNo: record.currentRound,
    handlingUnitId: clock.leadUnitId,
    reason: form.reason,
    proposedUnitId: form.proposedUnitId,
    handedOverOn: clock.handedOverOn,
    deadlineOn: clock.deadlineOn,
    requestedAt: now,
    answer: 'open',
    newUnitId: null,
    decisionReason: null,
    decidedAt: null,
    byOffice: false,
  })
  return { reason: form.reason }
}

/** 改办: the new unit begins with a new clock; the old one stays written in the request. */
export async function approveReturn({ tx, record, form, calendar, now }: EffectOf<'approveReturn'>) {
  if (form.leadUnitId === record.leadUnitId) {
    throw wrongField('leadUnitId', '还是原来的单位。如果不同意退办，请点“不同意退办”。')
  }
  await unitsToGive(tx, record.townId, [form.leadUnitId], form.nobodyConfirmed === true, record.leadDeputyId)
  await decideReturn(tx, record, { answer: 'approved', newUnitId: form.leadUnitId, decidedAt: now })
  await handOverAgain(tx, record, form.leadUnitId, form.instructions, { calendar, now })
  await refreshReviews(tx, record, now)
}

export async function refuseReturn({ tx, record, form, now }: EffectOf<'refuseReturn'>) {
  await decideReturn(tx, record, { answer: 'refused', decisionReason: form.reason, decidedAt: now })
  return { reason: form.reason }
}

const decideReturn = (
  tx: Tx,
  { id, currentRound }: SuggestionRecord,
  decision: Partial<Pick<ReturnRequest, 'answer' | 'newUnitId' | 'decisionReason' | 'decidedAt'>>,
) => tx.update(ReturnRequest, { suggestionId: id, roundNo: currentRound, answer: 'open' }, decision)
