import { wrongField } from '../../../shared/words/refusals'
import { CoSignature } from '../../database/entities/suggestion/co-signature'
import { ReturnRequest } from '../../database/entities/suggestion/return-request'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { lookAgainAt } from '../../engine/refresh'
import { townshipDeputiesInTown } from '../../features/people/in-town'
import { unitsToGive } from '../../features/places/reach'
import type { EffectOf } from './effect-of'
import { refreshReviews } from './effects-of-supervision'
import type { SuggestionRecord } from './record'
import { clockOfRound, handOverAgain, ofRound } from './rounds'

/** Whoever led it stays among those who signed; whoever takes it over leads instead of signing. */
export async function passLead({ tx, record, form, now }: EffectOf<'passLead'>) {
  const { deputyId } = form
  if (deputyId === record.leadDeputyId) throw wrongField('deputyId', '现在就是这位代表领衔，请选另一位。')
  const known = successors(record)
  if (known.length > 0 && !known.includes(deputyId))
    throw wrongField('deputyId', '请从附议代表和代表小组组长里选一位。')
  await townshipDeputiesInTown(tx, record.townId, [deputyId], 'deputyId')
  await tx.query('DELETE FROM co_signature WHERE suggestion_id = ? AND person_id = ?', [record.id, deputyId])
  await tx.insert(CoSignature, {
    suggestionId: record.id,
    personId: record.leadDeputyId,
    answer: 'signed',
    textVersion: record.textVersion,
    answeredAt: now,
  })
  await tx.update(Suggestion, { id: record.id }, { leadDeputyId: deputyId })
  await passOpinions(record, deputyId, tx)
  await lookAtOthers(record, tx)
  return { reason: form.reason }
}

/** Those who signed and are in office, and the leaders of the group; where there are none, any deputy. */
const successors = ({ coSignatures, groupLeaders, leadDeputyId }: SuggestionRecord): string[] =>
  [
    ...coSignatures.filter(({ answer, counts }) => answer === 'signed' && Number(counts) === 1),
    ...groupLeaders,
  ]
    .map(({ personId }) => personId)
    .filter((id) => id !== leadDeputyId)

/** Whoever told a resident that it became a suggestion is followed by whoever leads it now. */
const passOpinions = ({ id, leadDeputyId }: SuggestionRecord, deputyId: string, tx: EffectOf['tx']) =>
  tx.query('UPDATE resident_opinion SET deputy_id = ? WHERE suggestion_id = ? AND deputy_id = ?', [
    deputyId,
    id,
    leadDeputyId,
  ])

/** Messages and site reviews that name who leads it. */
async function lookAtOthers({ id, residents }: SuggestionRecord, tx: EffectOf['tx']) {
  const reviews = await tx.query<{ id: string }[]>(
    'SELECT site_review_id AS id FROM site_review_matter WHERE suggestion_id = ?',
    [id],
  )
  const own = residents.filter(({ isOwn }) => Number(isOwn) === 1).map(({ opinionId }) => opinionId)
  await lookAgainAt(tx, [...own, ...reviews.map((review) => review.id)])
}

export async function openReply({ tx, record, form, now }: EffectOf<'openReply'>) {
  await tx.update(SuggestionRound, ofRound(record), { replyOpenedAt: now })
  return { reason: form.reason }
}

/** The unit is another before it has replied; the clock of the new one is new, and the old one stays written. */
export async function reassign({ tx, record, form, calendar, now }: EffectOf<'reassign'>) {
  const { leadUnitId, reason, instructions, nobodyConfirmed } = form
  if (leadUnitId === record.leadUnitId) throw wrongField('leadUnitId', '还是原来的单位，请选另一个单位。')
  await unitsToGive(tx, record.townId, [leadUnitId], nobodyConfirmed === true, record.leadDeputyId)
  await keepFormer(tx, record, leadUnitId, reason, now)
  await handOverAgain(tx, record, leadUnitId, instructions, { calendar, now })
  await refreshReviews(tx, record, now)
  return { reason }
}

/** Which unit had it until now, under which clock, and why it has it no more. */
export async function keepFormer(
  tx: Tx,
  record: SuggestionRecord,
  leadUnitId: string,
  reason: string,
  now: Date,
) {
  const { leadUnitId: handlingUnitId, handedOverOn, deadlineOn } = clockOfRound(record)
  await tx.insert(ReturnRequest, {
    ...{ id: newId(), suggestionId: record.id, roundNo: record.currentRound },
    ...{ handlingUnitId, handedOverOn, deadlineOn, reason, proposedUnitId: leadUnitId },
    ...{ requestedAt: now, decidedAt: now, answer: 'approved', newUnitId: leadUnitId },
    ...{ decisionReason: null, byOffice: true },
  })
}
