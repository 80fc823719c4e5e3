import type { BoardFigure } from '../../../shared/api/board'
import { endedStates } from '../../../shared/matters/suggestion/state-lists'
import { beijingDay } from '../../../shared/rules/days'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { quoted, sqlInstant } from '../../database/sql'
import { shownTextSql } from '../../matters/content-check/shown'
import { closedSql, confirmedSql, inHandSql } from '../figures/facts'
import { overdueSql } from '../figures/overdue'
import { knownTown } from '../towns/known-town'
import { type BoardRow, boardSql, disclose, type PublicState, readShownBy } from './disclosures'
import { isPublicSql } from './public'

const inHandDuringSql = `
  AND s.accepted_at < ? AND (sm.state NOT IN (${quoted(endedStates)}) OR sm.state_since >= ?)`

/** What a figure counts, by the same sentence with which it is counted. */
const countedSql: Readonly<Record<BoardFigure, string>> = {
  inHand: inHandSql,
  overdue: overdueSql,
  closed: closedSql,
  confirmed: confirmedSql('a', 'e'),
}

export interface BoardFilter {
  state?: PublicState | undefined
  figure?: BoardFigure | undefined
  village?: string | undefined
  /** Each of them stands in what the board says of it. */
  words?: string | undefined
  /** Accepted before the end, and not ended before the start. */
  inHandDuring?: { start: Date; end: Date } | undefined
  cursor?: string | undefined
}

/** What everyone may read of a row, in one text; a sentence that is not checked yet is looked for as what stands in its place. */
const saidSql = `LOWER(CONCAT_WS(' ', ${shownTextSql('ki', 's.public_item')}, u.name, s.suggestion_no,
  (SELECT v.name FROM village v WHERE v.id = s.village_id)))`

const wordsOf = (words: string | undefined) =>
  (words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`)
/** Whoever types more knows what they look for. */
const mostWords = 5

/** One page of the board, newest acceptance first. @throws Refusal `not_found` where there is no such town */
export async function readBoard(reader: Reader, townId: string, filter: BoardFilter, now: Date) {
  await knownTown(reader, townId)
  const place = after('s.accepted_at', 's.id', filter.cursor)
  const counted = filter.figure === undefined ? '' : ` AND ${countedSql[filter.figure]}`
  const words = wordsOf(filter.words)
  const rows = await reader.query<BoardRow[]>(
    boardSql(now) +
      (filter.state ? ' AND sm.state = ?' : '') +
      counted +
      (filter.village ? ' AND s.village_id = ?' : '') +
      words.map(() => ` AND ${saidSql} LIKE ? ESCAPE '!'`).join('') +
      (filter.inHandDuring ? inHandDuringSql : '') +
      `${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [
      townId,
      ...(filter.state ? [filter.state] : []),
      ...(counted.match(/\?/g) ?? []).map(() => beijingDay(now)),
      ...(filter.village ? [filter.village] : []),
      ...words,
      ...(filter.inHandDuring
        ? [sqlInstant(filter.inHandDuring.end), sqlInstant(filter.inHandDuring.start)]
        : []),
      ...place.parameters,
    ],
  )
  const page = pageOfRows(rows, (row) => ({ at: row.acceptedAt, id: row.id }))
  const shown = await readShownBy(reader, townId, idsOf(page.rows))
  return { items: page.rows.map((row) => disclose(row, shown, now)), next: page.next }
}

const idsOf = (rows: readonly BoardRow[]) => rows.map(({ id }) => id)

/** The suggestion that stands for this one on the board: the one it was merged into, or itself. */
export async function standInOf(reader: Reader, townId: string, id: string): Promise<string> {
  const [row] = await reader.query<{ id: string }[]>(
    'SELECT COALESCE(merged_into_id, id) AS id FROM suggestion WHERE town_id = ? AND id = ?',
    [townId, id],
  )
  return row?.id ?? id
}

/** A villager at the door finds what is accepted as well, while it waits to be handed over. */
const goesOnSql = `sm.state NOT IN (${quoted(endedStates)})`

/** What goes on, or was brought about, in one village: for the door of its station. */
export async function readVillage(
  reader: Reader,
  townId: string,
  villageId: string,
  most: number,
  now: Date,
) {
  const ofVillageSql = `${boardSql(now)} AND s.village_id = ? AND ${goesOnSql}`
  const rows = await reader.query<BoardRow[]>(
    `${ofVillageSql} ORDER BY s.accepted_at DESC, s.id DESC LIMIT ${most}`,
    [townId, villageId],
  )
  const [counts] = await reader.query<{ inHand: number | null; confirmed: number | null }[]>(
    `SELECT SUM(CASE WHEN ${goesOnSql} THEN 1 ELSE 0 END) AS inHand,
       SUM(CASE WHEN ${confirmedSql('a', 'e')} THEN 1 ELSE 0 END) AS confirmed
     FROM suggestion s JOIN matter sm ON sm.id = s.id
     LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
     LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
     WHERE s.town_id = ? AND s.village_id = ? AND ${isPublicSql}`,
    [townId, villageId],
  )
  const shown = await readShownBy(reader, townId, idsOf(rows))
  return {
    items: rows.map((row) => disclose(row, shown, now)),
    inHand: Number(counts?.inHand ?? 0),
    confirmed: Number(counts?.confirmed ?? 0),
  }
}
