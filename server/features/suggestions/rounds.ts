import { deadlineAfterMonths, endOfSpan } from '../../../shared/calendar'
import { beijingDay, type Day } from '../../../shared/days'
import { rulesOf } from '../../../shared/rules'
import { CoUnit } from '../../database/entities/co-unit'
import { Suggestion } from '../../database/entities/suggestion'
import { SuggestionRound } from '../../database/entities/suggestion-round'
import type { Reader, Tx } from '../../database/source'
import type { SuggestionRecord } from './record'

/** The rounds of a suggestion: each has one unit at a time and one clock. The only place that sets a deadline. */

export const ofRound = (suggestion: Pick<SuggestionRecord, 'id' | 'currentRound'>) => ({
  suggestionId: suggestion.id,
  roundNo: suggestion.currentRound,
})

/** Opens the next round. The unit's three responsibles stay in charge when it has to handle the matter again. */
export async function openRound(
  tx: Tx,
  suggestion: SuggestionRecord,
  round: { leadUnitId: string; months: number; instructions: string | undefined },
  now: Date,
) {
  const handedOverOn = beijingDay(now)
  const roundNo = suggestion.currentRound + 1
  await tx.insert(SuggestionRound, {
    suggestionId: suggestion.id,
    roundNo,
    leadUnitId: round.leadUnitId,
    handedOverOn,
    deadlineOn: deadlineAfterMonths(handedOverOn, round.months),
    instructions: round.instructions ?? null,
    ...(await responsiblesSoFar(tx, suggestion)),
    receivedAt: null,
  })
  await tx.update(Suggestion, { id: suggestion.id }, { currentRound: roundNo })
}

/** The same round begins anew with another unit; what co-units owe is counted from now as well. */
export async function handOverAgain(
  tx: Tx,
  suggestion: SuggestionRecord,
  leadUnitId: string,
  instructions: string | undefined,
  now: Date,
) {
  const { replyMonths, coUnitDays } = rulesOf(suggestion)
  const handedOverOn = beijingDay(now)
  await tx.update(SuggestionRound, ofRound(suggestion), {
    leadUnitId,
    handedOverOn,
    deadlineOn: deadlineAfterMonths(handedOverOn, replyMonths),
    ...(instructions === undefined ? {} : { instructions }),
    leaderInCharge: null,
    handlerName: null,
    handlerPhone: null,
    receivedAt: null,
  })
  // Who is lead unit now cannot help itself.
  await tx.delete(CoUnit, { suggestionId: suggestion.id, handlingUnitId: leadUnitId })
  await tx.update(CoUnit, { suggestionId: suggestion.id }, { dueOn: endOfSpan(handedOverOn, coUnitDays) })
}

export const moveDeadline = (tx: Tx, suggestion: SuggestionRecord, deadlineOn: Day) =>
  tx.update(SuggestionRound, ofRound(suggestion), { deadlineOn })

export interface RoundClock {
  leadUnitId: string
  handedOverOn: Day
  deadlineOn: Day
}

export async function clockOfRound(reader: Reader, suggestion: SuggestionRecord): Promise<RoundClock> {
  const [clock] = await reader.query<RoundClock[]>(
    `SELECT lead_unit_id AS leadUnitId, handed_over_on AS handedOverOn, deadline_on AS deadlineOn
     FROM suggestion_round WHERE suggestion_id = ? AND round_no = ?`,
    [suggestion.id, suggestion.currentRound],
  )
  if (!clock) throw new Error(`suggestion ${suggestion.id} has no round ${suggestion.currentRound}`)
  return clock
}

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
