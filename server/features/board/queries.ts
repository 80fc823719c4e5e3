import type { Calendar } from '../../../shared/rules/calendar'
import type { Day } from '../../../shared/rules/days'
import type { FiveDisclosures, publicStates } from '../../../shared/api/board'
import { dueOn } from '../../../shared/grammar/due'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'
import { closedStates, endedStates } from '../../../shared/matters/suggestion/state-lists'
import { type SuggestionState, suggestionStates } from '../../../shared/matters/suggestion/states'
import {
  beingChecked,
  takenBack,
  classMarks,
  type Outcome,
  type Satisfaction,
  type Step,
} from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { quoted, sqlInstant } from '../../database/sql'
import { readCalendar } from '../../engine/read-calendar'
import { isPublicSql } from './public'
import { isShownSql, shownTextSql } from '../../matters/content-check/shown'
import { publicPhotosOf, readPhotos } from '../photos/queries'
import { keptRules, rulesOfMatter, showsClassMarks } from '../rules/rule-set'
import { knownTown } from '../towns/known-town'

type PublicState = (typeof publicStates)[number]

/** What a row of the board is made of. Nothing personal is ever selected here. */
interface BoardRow extends KeptRules {
  id: string
  state: PublicState
  publicItem: string
  acceptedAt: string
  unitName: string | null
  deadlineOn: Day | null
  commitmentReportedAt: string | null
  outcome: Outcome | null
  publicResult: string | null
  attitude: Satisfaction | null
  result: Satisfaction | null
}

const boardSql = `
  SELECT s.id, sm.state, ${shownTextSql('ki', 's.public_item')} AS publicItem, s.accepted_at AS acceptedAt, ${keptRules},
    u.name AS unitName,
    CASE WHEN sm.state = 'tracking' THEN promise.due_on ELSE r.deadline_on END AS deadlineOn,
    promise.reported_at AS commitmentReportedAt, a.outcome,
    ${shownTextSql('kr', 'a.public_result')} AS publicResult,
    e.attitude_rating AS attitude, e.result_rating AS result
  FROM suggestion s JOIN matter sm ON sm.id = s.id
  JOIN town t ON t.id = s.town_id
  ${rulesOfMatter('s')}
  LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
  LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
  LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
  LEFT JOIN matter ki ON ki.id = s.item_check_id
  LEFT JOIN matter kr ON kr.id = a.result_check_id
  LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
  LEFT JOIN commitment promise ON promise.suggestion_id = s.id AND promise.ended_at IS NULL
  WHERE s.town_id = ? AND ${isPublicSql}`

const inHandDuringSql = `
  AND s.accepted_at < ? AND (sm.state NOT IN (${quoted(endedStates)}) OR sm.state_since >= ?)`

export interface BoardFilter {
  state?: PublicState | undefined
  village?: string | undefined
  /** Accepted before the end, and not ended before the start. */
  inHandDuring?: { start: Date; end: Date } | undefined
  cursor?: string | undefined
}

/** One page of the board, newest acceptance first. @throws Refusal `not_found` where there is no such town */
export async function readBoard(reader: Reader, townId: string, filter: BoardFilter, now: Date) {
  await knownTown(reader, townId)
  const place = after('s.accepted_at', 's.id', filter.cursor)
  const rows = await reader.query<BoardRow[]>(
    boardSql +
      (filter.state ? ' AND sm.state = ?' : '') +
      (filter.village ? ' AND s.village_id = ?' : '') +
      (filter.inHandDuring ? inHandDuringSql : '') +
      `${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [
      townId,
      ...(filter.state ? [filter.state] : []),
      ...(filter.village ? [filter.village] : []),
      ...(filter.inHandDuring
        ? [sqlInstant(filter.inHandDuring.end), sqlInstant(filter.inHandDuring.start)]
        : []),
      ...place.parameters,
    ],
  )
  const page = pageOfRows(rows, (row) => ({ at: row.acceptedAt, id: row.id }))
  const calendar = await readCalendar(reader, townId)
  const marked = await showsClassMarks(reader, townId)
  return { items: page.rows.map((row) => disclose(row, { calendar, marked }, now)), next: page.next }
}

/** The five disclosures of one suggestion, or undefined where it is not public (yet). */
export async function readDisclosures(reader: Reader, townId: string, id: string, now: Date) {
  const [row] = await reader.query<BoardRow[]>(`${boardSql} AND s.id = ?`, [townId, id])
  if (!row) return undefined
  const shown = {
    calendar: await readCalendar(reader, townId),
    marked: await showsClassMarks(reader, townId),
  }
  return disclose(row, shown, now)
}

/** The suggestion that stands for this one on the board: the one it was merged into, or itself. */
export async function standInOf(reader: Reader, townId: string, id: string): Promise<string> {
  const [row] = await reader.query<{ id: string }[]>(
    'SELECT COALESCE(merged_into_id, id) AS id FROM suggestion WHERE town_id = ? AND id = ?',
    [townId, id],
  )
  return row?.id ?? id
}

/** What is in hand, or solved, in one village: for the door of its station. */
export async function readVillage(
  reader: Reader,
  townId: string,
  villageId: string,
  most: number,
  now: Date,
) {
  const inHandSql = `${boardSql} AND s.village_id = ? AND sm.state NOT IN (${quoted(endedStates)})`
  const rows = await reader.query<BoardRow[]>(
    `${inHandSql} ORDER BY s.accepted_at DESC, s.id DESC LIMIT ${most}`,
    [townId, villageId],
  )
  const [counts] = await reader.query<{ inHand: number | null; solved: number | null }[]>(
    `SELECT SUM(CASE WHEN sm.state NOT IN (${quoted(endedStates)}) THEN 1 ELSE 0 END) AS inHand,
       SUM(CASE WHEN sm.state IN (${quoted(closedStates)}) AND a.outcome = 'solved' THEN 1 ELSE 0 END) AS solved
     FROM suggestion s JOIN matter sm ON sm.id = s.id
     LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
     WHERE s.town_id = ? AND s.village_id = ? AND ${isPublicSql}`,
    [townId, villageId],
  )
  const shown = {
    calendar: await readCalendar(reader, townId),
    marked: await showsClassMarks(reader, townId),
  }
  return {
    items: rows.map((row) => disclose(row, shown, now)),
    inHand: Number(counts?.inHand ?? 0),
    solved: Number(counts?.solved ?? 0),
  }
}

/** The text of a public suggestion, where the deputy agreed to it and the office has looked through it. */
export async function readPublicText(reader: Reader, townId: string, id: string) {
  const [text] = await reader.query<{ facts: string; proposal: string }[]>(
    `SELECT s.facts, s.proposal FROM suggestion s LEFT JOIN matter kt ON kt.id = s.text_check_id
     WHERE ${isShownSql('kt')} AND s.town_id = ? AND s.id = ? AND ${isPublicSql} AND s.full_text_cleared_at IS NOT NULL`,
    [townId, id],
  )
  return text ?? null
}

/** 重点建议: the year that it was picked for, and the official who leads it. Both are public offices. */
export async function readPublicKey(reader: Reader, townId: string, id: string) {
  const [key] = await reader.query<{ year: number; leader: string }[]>(
    `SELECT k.year, ${shownTextSql('kl', 'CONCAT(k.leading_post, k.leading_official)')} AS leader
     FROM key_suggestion k JOIN suggestion s ON s.id = k.suggestion_id
     LEFT JOIN matter kl ON kl.id = k.leader_check_id
     WHERE s.town_id = ? AND s.id = ? AND ${isPublicSql} AND k.ended_at IS NULL`,
    [townId, id],
  )
  return key ?? null
}

/** The photos of the reply as it stands; those of a consultation are never public. */
export async function readPublicPhotos(reader: Reader, townId: string, id: string) {
  const [reply] = await reader.query<{ roundNo: number; version: number }[]>(
    `SELECT a.round_no AS roundNo, a.version FROM suggestion s
     JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
     WHERE s.town_id = ? AND s.id = ? AND ${isPublicSql}`,
    [townId, id],
  )
  return publicPhotosOf(reply ? await readPhotos(reader, id) : [], reply ?? { roundNo: 0, version: 0 })
}

interface LineRow {
  on: Day
  publicLine: string
  toState: SuggestionState
  /** The reason within it that is not checked yet. */
  unshown: string | null
  checkState: string | null
}

/** The public lines of the timeline; days only, no hours. */
export async function readPublicTimeline(reader: Reader, townId: string, id: string) {
  const events = await reader.query<LineRow[]>(
    `SELECT e.on_day AS \`on\`, e.public_line AS publicLine, e.to_state AS toState, w.text AS unshown,
       k.state AS checkState FROM matter_event e
     LEFT JOIN matter k ON k.id = e.line_check_id AND NOT ${isShownSql('k')}
     LEFT JOIN content_check w ON w.id = k.id
     WHERE e.town_id = ? AND e.matter_id = ? AND e.kind = 'suggestion' AND e.public_line IS NOT NULL ORDER BY e.version`,
    [townId, id],
  )
  return events.map((event): { on: Day; line: string; step: Step } => ({
    on: event.on,
    line: event.unshown
      ? event.publicLine.split(event.unshown).join(event.checkState === 'hidden' ? takenBack : beingChecked)
      : event.publicLine,
    step: suggestionStates[event.toState].step,
  }))
}

/** A promise that is followed has a deadline of its own. */
const isAnswered = (row: BoardRow) =>
  row.state === 'tracking' ? row.commitmentReportedAt !== null : row.outcome !== null

function disclose(
  row: BoardRow,
  { calendar, marked }: { calendar: Calendar; marked: boolean },
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
            standing: isAnswered(row) ? 'met' : dueOn(row.deadlineOn, rulesOf(row), now).urgency,
          }
        : null,
    result: {
      state: row.state,
      outcome: row.outcome,
      sentence: row.publicResult,
      mark: marked && row.outcome ? classMarks[row.outcome] : null,
    },
    satisfaction:
      row.attitude && row.result
        ? { attitude: row.attitude, result: row.result }
        : closedStates.includes(row.state)
          ? 'noResponse'
          : null,
  }
}
