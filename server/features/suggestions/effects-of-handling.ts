import { onOrAfterWorkingDay } from '../../../shared/calendar'
import { addMonths, beijingDay, type Day } from '../../../shared/days'
import { Refusal, wrongField } from '../../../shared/refusals'
import { rulesOf } from '../../../shared/rules'
import { outcomes } from '../../../shared/words'
import { CoUnit } from '../../database/entities/co-unit'
import { Consultation } from '../../database/entities/consultation'
import { Reply } from '../../database/entities/reply'
import { Suggestion } from '../../database/entities/suggestion'
import { SuggestionRound } from '../../database/entities/suggestion-round'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { readCalendar } from '../calendar/read-calendar'
import { unitsInTown } from '../people/in-town'
import type { EffectOf } from './effects'
import type { SuggestionRecord } from './record'

/** Hand-over opens round 1 and starts its clock (代表法 art. 51). */
export async function assign({ tx, suggestion, form, now }: EffectOf<'assign'>) {
  const coUnitIds = [...new Set(form.coUnitIds ?? [])]
  if (coUnitIds.includes(form.leadUnitId)) {
    throw wrongField('coUnitIds', '主办单位不能同时是协办单位。')
  }
  await unitsInTown(tx, suggestion.townId, [form.leadUnitId, ...coUnitIds])
  for (const handlingUnitId of coUnitIds)
    await tx.insert(CoUnit, { suggestionId: suggestion.id, handlingUnitId })
  const { replyMonths } = rulesOf(suggestion)
  await openRound(tx, suggestion, form.leadUnitId, replyMonths, form.instructions, now)
}

/** A "not satisfied" opens the next round with the same unit and a new clock of its own. */
export async function reHandle({ tx, suggestion, form, now }: EffectOf<'reHandle'>) {
  if (suggestion.leadUnitId === null) throw new Refusal('wrong_state')
  const { rehandleMonths } = rulesOf(suggestion)
  await openRound(tx, suggestion, suggestion.leadUnitId, rehandleMonths, form.instructions, now)
  return { reason: form.instructions }
}

async function openRound(
  tx: Tx,
  suggestion: SuggestionRecord,
  leadUnitId: string,
  months: number,
  instructions: string | undefined,
  now: Date,
) {
  const handedOverOn = beijingDay(now)
  const countedTo = addMonths(handedOverOn, months)
  const roundNo = suggestion.currentRound + 1
  await tx.insert(SuggestionRound, {
    suggestionId: suggestion.id,
    roundNo,
    leadUnitId,
    handedOverOn,
    deadlineOn: onOrAfterWorkingDay(countedTo, await readCalendar(tx, suggestion.townId)),
    countedTo,
    instructions: instructions ?? null,
    ...(await responsiblesSoFar(tx, suggestion)),
    receivedAt: null,
  })
  await tx.update(Suggestion, { id: suggestion.id }, { currentRound: roundNo })
}

/** The unit's three responsibles stay in charge when it has to handle the matter again. */
async function responsiblesSoFar(tx: Tx, { id, currentRound }: SuggestionRecord) {
  const [last] = await tx.query<
    { leaderInCharge: string | null; handlerName: string | null; handlerPhone: string | null }[]
  >(
    `SELECT leader_in_charge AS leaderInCharge, handler_name AS handlerName, handler_phone AS handlerPhone
     FROM suggestion_round WHERE suggestion_id = ? AND round_no = ?`,
    [id, currentRound],
  )
  return last ?? { leaderInCharge: null, handlerName: null, handlerPhone: null }
}

export async function receive({ tx, suggestion, form, now }: EffectOf<'receive'>) {
  await tx.update(SuggestionRound, round(suggestion), { ...form, receivedAt: now })
}

export async function consult({ tx, suggestion, form, now }: EffectOf<'consult'>) {
  await heldSinceHandOver(tx, suggestion, form.heldOn, beijingDay(now))
  await tx.insert(Consultation, {
    id: newId(),
    ...round(suggestion),
    ...form,
    answer: 'open',
    disputeReason: null,
    recordedAt: now,
    answeredAt: null,
  })
}

async function heldSinceHandOver(tx: Tx, suggestion: SuggestionRecord, heldOn: Day, today: Day) {
  if (heldOn > today) {
    throw wrongField('heldOn', '面商日期还没有到，请谈过以后再登记。')
  }
  const [current] = await tx.query<{ handedOverOn: Day }[]>(
    'SELECT handed_over_on AS handedOverOn FROM suggestion_round WHERE suggestion_id = ? AND round_no = ?',
    [suggestion.id, suggestion.currentRound],
  )
  if (current && heldOn < current.handedOverOn) {
    throw wrongField('heldOn', '面商要在本轮交办之后，请核对日期。')
  }
}

export const answerConsultation =
  (answer: 'confirmed' | 'disputed') =>
  async ({ tx, suggestion, form, now }: EffectOf<'confirmConsultation' | 'disputeConsultation'>) => {
    const reason = 'reason' in form ? form.reason : undefined
    const answered = await tx.update(
      Consultation,
      { id: form.consultationId, ...round(suggestion), answer: 'open' },
      { answer, disputeReason: reason ?? null, answeredAt: now },
    )
    if (answered.affected !== 1) throw new Refusal('no_open_consultation')
    return reason === undefined ? {} : { reason }
  }

export async function reply({ tx, suggestion, asker, form, now }: EffectOf<'reply'>) {
  await tx.insert(Reply, {
    id: newId(),
    ...round(suggestion),
    ...form,
    personId: 'system' in asker ? '' : (asker.person?.id ?? ''),
    at: now,
  })
  return { outcome: outcomes[form.outcome], result: form.publicResult }
}

const round = (suggestion: SuggestionRecord) => ({
  suggestionId: suggestion.id,
  roundNo: suggestion.currentRound,
})
