import { type Calendar, onOrAfterWorkingDay } from '../../../shared/rules/calendar'
import { addMonths, beijingDay, type Day } from '../../../shared/rules/days'
import { clockStart } from '../../../shared/matters/suggestion/clock-start'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Profile } from '../../../shared/rules/profiles'
import { rulesOf } from '../../../shared/rules/rules'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import type { Tx } from '../../database/source'
import { countAskAnew, forgetAsk, withdrawAsk } from '../../engine/asks/take'
import { post, unit } from '../../engine/holders'
import type { SuggestionRecord } from './record'

/** The rounds of a suggestion: each has one unit at a time and one clock. The only place that sets a deadline. */

export const ofRound = (suggestion: Pick<SuggestionRecord, 'id' | 'currentRound'>) => ({
  suggestionId: suggestion.id,
  roundNo: suggestion.currentRound,
})

/** What an effect knows of time. */
interface When {
  calendar: Calendar
  now: Date
}

/**
 * A deadline as it is kept: the day it was counted to, and the working day that came of it. Whoever sets a new one ends
 * what a question had stopped: only the question itself keeps the day from before it.
 */
const deadline = (countedTo: Day, calendar: Calendar, countedBefore: Day | null = null) => ({
  countedTo,
  deadlineOn: onOrAfterWorkingDay(countedTo, calendar),
  countedBefore,
})

/** Opens the next round. The unit's three responsibles stay in charge where it is the same that handles it again. */
export async function openRound(
  tx: Tx,
  suggestion: SuggestionRecord,
  round: { leadUnitId: string; months: number; instructions: string | undefined },
  { calendar, now }: When,
) {
  const handedOverOn = beijingDay(now)
  const roundNo = suggestion.currentRound + 1
  const isSameUnit = round.leadUnitId === suggestion.leadUnitId
  const startedOn = roundNo === 1 ? await clockStartOf(tx, suggestion, handedOverOn) : handedOverOn
  await tx.insert(SuggestionRound, {
    suggestionId: suggestion.id,
    roundNo,
    leadUnitId: round.leadUnitId,
    handedOverOn,
    clockStartedOn: startedOn,
    ...deadline(addMonths(startedOn, round.months), calendar),
    instructions: round.instructions ?? null,
    leaderInCharge: isSameUnit ? suggestion.leaderInCharge : null,
    handlerName: isSameUnit ? suggestion.handlerName : null,
    handlerPhone: isSameUnit ? suggestion.handlerPhone : null,
    receivedAt: null,
    replyOpenedAt: null,
  })
  await tx.update(Suggestion, { id: suggestion.id }, { currentRound: roundNo })
}

/** Raised in session, it may count from the close of that session. */
async function clockStartOf(tx: Tx, suggestion: SuggestionRecord, handedOverOn: Day): Promise<Day> {
  const [session] = await tx.query<{ closedOn: Day | null }[]>(
    `SELECT c.closed_on AS closedOn FROM suggestion s JOIN congress_session c ON c.id = s.congress_session_id
     WHERE s.id = ? AND s.period = 'inSession'`,
    [suggestion.id],
  )
  return clockStart(rulesOf(suggestion), { handedOverOn, sessionClosedOn: session?.closedOn ?? null })
}

/** Until when the unit would have to reply if it were handed over on this day for the first time. */
export const firstDeadline = (
  rules: Profile,
  days: { handedOverOn: Day; sessionClosedOn: Day | null },
  calendar: Calendar,
): Day => deadline(addMonths(clockStart(rules, days), rules.replyMonths), calendar).deadlineOn

/** A round of a suggestion that was handed over before the town worked here. */
export const pastRound = (
  rules: Profile,
  round: {
    suggestionId: string
    roundNo: number
    leadUnitId: string
    handedOverOn: Day
    sessionClosedOn: Day | null
  },
  calendar: Calendar,
): SuggestionRound => {
  const { sessionClosedOn: _, ...handedOver } = round
  const isFirst = round.roundNo === 1
  const startedOn = isFirst ? clockStart(rules, round) : round.handedOverOn
  return {
    ...{ ...handedOver, clockStartedOn: startedOn },
    ...deadline(addMonths(startedOn, isFirst ? rules.replyMonths : rules.rehandleMonths), calendar),
    ...{ instructions: null, leaderInCharge: null, handlerName: null, handlerPhone: null },
    ...{ receivedAt: null, replyOpenedAt: null },
  }
}

/** The same round begins anew with another unit; what co-units owe is counted from now as well. */
export async function handOverAgain(
  tx: Tx,
  suggestion: SuggestionRecord,
  leadUnitId: string,
  instructions: string | undefined,
  { calendar, now }: When,
) {
  const { replyMonths } = rulesOf(suggestion)
  const handedOverOn = beijingDay(now)
  await tx.update(SuggestionRound, ofRound(suggestion), {
    leadUnitId,
    handedOverOn,
    clockStartedOn: handedOverOn,
    ...deadline(addMonths(handedOverOn, replyMonths), calendar),
    ...(instructions === undefined ? {} : { instructions }),
    leaderInCharge: null,
    handlerName: null,
    handlerPhone: null,
    receivedAt: null,
    replyOpenedAt: null,
  })
  // Who is lead unit now cannot help itself.
  await withdrawAsk(tx, suggestion, 'coOpinion', unit(leadUnitId), now)
  // What a deputy had against the unit before is answered by it.
  await forgetAsk(tx, suggestion, 'unitObjection', [post('congressOffice')], suggestion.currentRound)
  await countAskAnew(tx, suggestionTable, suggestion, 'coOpinion', { calendar, now })
}

/** @returns the new deadline, moved off days off */
export async function moveDeadline(
  tx: Tx,
  suggestion: SuggestionRecord,
  countedTo: Day,
  calendar: Calendar,
  countedBefore: Day | null = null,
): Promise<Day> {
  const moved = deadline(countedTo, calendar, countedBefore)
  await tx.update(SuggestionRound, ofRound(suggestion), moved)
  return moved.deadlineOn
}

export interface RoundClock {
  leadUnitId: string
  handedOverOn: Day
  clockStartedOn: Day
  deadlineOn: Day
  /** The day that the deadline was counted to, before it was moved off days off. */
  countedTo: Day
}

/** The clock of the round that runs. */
export function clockOfRound(record: SuggestionRecord): RoundClock {
  const { leadUnitId, handedOverOn, clockStartedOn, roundDeadlineOn, countedTo } = record
  if (!leadUnitId || !handedOverOn || !clockStartedOn || !roundDeadlineOn || !countedTo)
    throw new Error(`suggestion ${record.id} has no round ${record.currentRound}`)
  return { leadUnitId, handedOverOn, clockStartedOn, deadlineOn: roundDeadlineOn, countedTo }
}
