import { type Calendar, movedDeadline } from '../../../shared/rules/calendar'
import { beijingDay, type Day, spokenDay } from '../../../shared/rules/days'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import type { Reader, Tx } from '../../database/source'
import { act } from '../../engine/act'
import { systemOf } from '../../engine/kind'
import { lookAgain } from '../../engine/refresh'
import { kind } from '../../matters/suggestion/kind'

/** A running round whose deadline falls elsewhere by another calendar. */
export interface Move {
  suggestionId: string
  version: number
  roundNo: number
  subject: string
  from: Day
  to: Day
}

const running = Object.keys(suggestionActions.recalculate.moves)
  .map((state) => `'${state}'`)
  .join(', ')

/** Which deadlines of a town would move when its calendar changes. */
export async function movesOf(
  reader: Reader,
  townId: string,
  before: Calendar,
  after: Calendar,
): Promise<Move[]> {
  const rounds = await reader.query<
    (Omit<Move, 'from' | 'to'> & { countedTo: Day | null; deadlineOn: Day })[]
  >(
    `SELECT s.id AS suggestionId, m.version, r.round_no AS roundNo, s.subject, r.counted_to AS countedTo,
       r.deadline_on AS deadlineOn
     FROM matter m JOIN suggestion s ON s.id = m.id JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     WHERE m.kind = 'suggestion' AND m.town_id = ? AND m.state IN (${running}) ORDER BY r.deadline_on, s.id`,
    [townId],
  )
  return rounds
    .map(({ countedTo, deadlineOn, ...round }) => ({
      ...round,
      from: deadlineOn,
      to: movedDeadline({ countedTo, deadlineOn }, before, after),
    }))
    .filter(({ from, to }) => from !== to)
}

/** Moves them, each with an event that says why, and tells those who count on it. @returns how many */
export async function recalculate(
  tx: Tx,
  townId: string,
  calendars: { before: Calendar; after: Calendar },
  why: string,
  now: Date,
): Promise<number> {
  const moves = await movesOf(tx, townId, calendars.before, calendars.after)
  const today = beijingDay(now)
  for (const { suggestionId, version, roundNo, from, to } of moves) {
    await tx.update(SuggestionRound, { suggestionId, roundNo }, { deadlineOn: to })
    const reason = `${why}，期限由${spokenDay(from, today)}改为${spokenDay(to, today)}。`
    await act(tx, kind, systemOf(townId), suggestionId, 'recalculate', { version, form: { reason } }, now)
  }
  await lookAgain(tx, townId, now)
  return moves.length
}
