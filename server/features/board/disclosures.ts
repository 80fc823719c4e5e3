import type { FiveDisclosures, publicStates } from '../../../shared/api/board'
import { dueOn } from '../../../shared/grammar/due'
import { closedStates, ratingStates } from '../../../shared/matters/suggestion/state-lists'
import type { Calendar } from '../../../shared/rules/calendar'
import { addDays, beijingDay, type Day } from '../../../shared/rules/days'
import {
  type LastWord,
  lastWords,
  type PromiseStanding,
} from '../../../shared/matters/suggestion/promise-standings'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'
import { classMarks, type Outcome, type Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { onceIn } from '../../database/waking'
import { calendarOfStep } from '../../engine/read-calendar'
import { countsSql, standingSql } from '../../matters/suggestion/promise-standing'
import { readResidentVerdicts } from '../../matters/opinion/resident-verdicts'
import { shownTextSql } from '../../matters/content-check/shown'
import { confirmedSql } from '../figures/facts'
import { awaitsDeputySql } from '../figures/overdue'
import { keptRules, rulesOfMatter, readWaysToShow } from '../rules/rule-set'
import { isPublicSql } from './public'

export type PublicState = (typeof publicStates)[number]

/** What a row of the board is made of. Nothing personal is ever selected here. */
export interface BoardRow extends KeptRules {
  id: string
  state: PublicState
  publicItem: string
  acceptedAt: string
  unitName: string | null
  deadlineOn: Day | null
  awaitsDeputy: number
  commitmentReportedAt: string | null
  promise: PromiseStanding | null
  outcome: Outcome | null
  publicResult: string | null
  attitude: Satisfaction | null
  result: Satisfaction | null
  confirmed: number
}

export const disclosedColumns = (
  today: Day,
) => `s.id, sm.state, ${shownTextSql('ki', 's.public_item')} AS publicItem, s.accepted_at AS acceptedAt, ${keptRules},
    u.name AS unitName,
    CASE WHEN sm.state = 'tracking' THEN promise.due_on ELSE r.deadline_on END AS deadlineOn,
    CASE WHEN ${awaitsDeputySql} THEN 1 ELSE 0 END AS awaitsDeputy,
    promise.reported_at AS commitmentReportedAt,
    CASE WHEN promise.id IS NOT NULL THEN ${standingSql('promise', today)} END AS promise, a.outcome,
    CASE WHEN promise.reported_at IS NULL THEN ${shownTextSql('kr', 'a.public_result')}
      ELSE ${shownTextSql('kq', 'promise.public_result')} END AS publicResult,
    e.attitude_rating AS attitude, e.result_rating AS result,
    CASE WHEN ${confirmedSql('a', 'e')} THEN 1 ELSE 0 END AS confirmed`

export const disclosedFrom = `
  FROM suggestion s JOIN matter sm ON sm.id = s.id
  JOIN town t ON t.id = s.town_id
  ${rulesOfMatter('s')}
  LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
  LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
  LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
  LEFT JOIN matter ki ON ki.id = s.item_check_id
  LEFT JOIN matter kr ON kr.id = a.result_check_id
  LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
  LEFT JOIN commitment promise ON promise.suggestion_id = s.id AND ${countsSql('promise')}
  LEFT JOIN matter kq ON kq.id = promise.result_check_id`

export const ofTheTown = `WHERE s.town_id = ? AND ${isPublicSql}`

export const boardSql = (now: Date) =>
  `SELECT ${disclosedColumns(beijingDay(now))} ${disclosedFrom} ${ofTheTown}`

export interface ShownBy {
  calendar: Calendar
  marked: boolean
  longOverdueDays: number
  residents: (id: string) => FiveDisclosures['residents']
}

/** By what the disclosures of a town are shown, whichever they are. */
export const readShownBy = async (
  reader: Reader,
  townId: string,
  ids: readonly string[],
): Promise<ShownBy> => ({
  residents: await readResidentVerdicts(reader, ids),
  calendar: await calendarOfStep(reader, townId),
  ...(await onceIn(reader, `ways ${townId}`, () => readWaysToShow(reader, townId))),
})

/** The five disclosures of one suggestion, or undefined where it is not public (yet). */
export async function readDisclosures(reader: Reader, townId: string, id: string, now: Date) {
  const [row] = await reader.query<BoardRow[]>(`${boardSql(now)} AND s.id = ?`, [townId, id])
  if (!row) return undefined
  const shown = await readShownBy(reader, townId, [row.id])
  return disclose(row, shown, now)
}

/** What a reply promised has come to something: that is the result, no longer what the reply said of it. */
const isLastWord = (standing: PromiseStanding): standing is LastWord =>
  (lastWords as readonly PromiseStanding[]).includes(standing)

/** A promise that is followed has a deadline of its own. */
const isAnswered = (row: BoardRow) =>
  row.state === 'tracking' ? row.commitmentReportedAt !== null : row.outcome !== null

function standingOfLimit(row: BoardRow, on: Day, longOverdueDays: number, now: Date) {
  if (isAnswered(row)) return 'met'
  if (Number(row.awaitsDeputy) === 1) return 'awaitsDeputy'
  const { urgency } = dueOn(on, rulesOf(row), now)
  return addDays(on, longOverdueDays) < beijingDay(now) ? 'longOverdue' : urgency
}

export function disclose(
  row: BoardRow,
  { calendar, marked, longOverdueDays, residents }: ShownBy,
  now: Date,
): FiveDisclosures {
  return {
    id: row.id,
    item: row.publicItem,
    unit: row.unitName,
    deadline:
      row.deadlineOn && row.state !== 'withdrawn'
        ? {
            on: row.deadlineOn,
            tentative: calendar.isTentative(row.deadlineOn),
            standing: standingOfLimit(row, row.deadlineOn, longOverdueDays, now),
          }
        : null,
    result: {
      state: row.state,
      outcome: row.outcome,
      sentence: row.publicResult,
      mark: marked && row.outcome ? classMarks[row.outcome] : null,
      confirmed: Number(row.confirmed) === 1,
      promise: row.promise !== null && isLastWord(row.promise) ? row.promise : null,
    },
    satisfaction:
      row.attitude && row.result
        ? { attitude: row.attitude, result: row.result }
        : closedStates.includes(row.state)
          ? 'noResponse'
          : null,
    // Nobody's word is out before the deputy has said his.
    residents: ratingStates.includes(row.state) ? null : residents(row.id),
  }
}
