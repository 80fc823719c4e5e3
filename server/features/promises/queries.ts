import type { PromiseRow } from '../../../shared/api/promises'
import type { ToldStanding } from '../../../shared/matters/suggestion/promise-standings'
import { type CongressSessionDays, filedUnder } from '../../../shared/registers/congress-sessions'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant } from '../../database/sql'
import { isPublicSql } from '../board/public'
import { readSessions } from '../congress-sessions/queries'
import { countsSql, standingSql } from '../../matters/suggestion/promise-standing'
import { shownTextSql } from '../../matters/content-check/shown'
import { knownTown } from '../towns/known-town'

interface Row {
  id: string
  commitmentId: string
  item: string
  unit: string
  promise: string
  promisedAt: string
  dueOn: Day
  endedAt: string | null
  standing: ToldStanding
  result: string | null
  percent: number | null
}

const toldFrom = `FROM commitment c
     JOIN suggestion s ON s.id = c.suggestion_id JOIN matter sm ON sm.id = s.id
     JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = c.round_no
     JOIN handling_unit u ON u.id = r.lead_unit_id`
const toldWhere = `WHERE s.town_id = ? AND ${isPublicSql} AND s.merged_into_id IS NULL
       AND (c.reported_at IS NOT NULL OR ${countsSql('c')})`

/** How many of them are late, and how many became so since a day. */
export async function countLatePromises(reader: Reader, townId: string, since: Day, today: Day) {
  const [found] = await reader.query<Record<'late' | 'fresh', number | string | null>[]>(
    `SELECT COUNT(*) AS late, SUM(CASE WHEN c.due_on >= ? THEN 1 ELSE 0 END) AS fresh
     ${toldFrom} ${toldWhere} AND ${standingSql('c', today)} = 'late'`,
    [since, townId],
  )
  return { late: Number(found?.late ?? 0), fresh: Number(found?.fresh ?? 0) }
}

/**
 * 承诺台账 of what is public. A promise that a newer one took the place of, or that is handled again, is not told twice; one of a merged
 * suggestion stands with the suggestion that it is handled with. @throws Refusal `not_found`
 */
export async function listPromises(
  reader: Reader,
  townId: string,
  { standing, cursor }: { standing?: ToldStanding | undefined; cursor?: string | undefined },
  now: Date,
) {
  await knownTown(reader, townId)
  const today = beijingDay(now)
  const standingNow = standingSql('c', today)
  const place = after('c.promised_at', 'c.id', cursor)
  const rows = await reader.query<Row[]>(
    `SELECT s.id, c.id AS commitmentId, ${shownTextSql('ki', 's.public_item')} AS item, u.name AS unit,
       ${shownTextSql('kp', 'c.promise')} AS promise,
       c.promised_at AS promisedAt, c.due_on AS dueOn, c.ended_at AS endedAt, ${standingNow} AS standing,
       ${shownTextSql('kr', 'c.public_result')} AS result,
       (SELECT w.percent FROM commitment_milestone w WHERE w.commitment_id = c.id
         ORDER BY w.version DESC LIMIT 1) AS percent
     ${toldFrom}
     LEFT JOIN matter ki ON ki.id = s.item_check_id
     LEFT JOIN matter kp ON kp.id = c.promise_check_id
     LEFT JOIN matter kr ON kr.id = c.result_check_id
     ${toldWhere}
       ${standing ? `AND ${standingNow} = ?` : ''}${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [townId, ...(standing ? [standing] : []), ...place.parameters],
  )
  const page = pageOfRows(rows, ({ promisedAt, commitmentId }) => ({ at: promisedAt, id: commitmentId }))
  const sessions = await readSessions(reader, townId)
  return { items: page.rows.map((row) => present(row, sessions, today)), next: page.next }
}

function present(row: Row, sessions: readonly CongressSessionDays[], today: Day): PromiseRow {
  const promisedOn = dayOf(row.promisedAt)
  return {
    id: row.id,
    item: row.item,
    unit: row.unit,
    promise: row.promise,
    promisedOn,
    dueOn: row.dueOn,
    standing: row.standing,
    result: row.result,
    percent: row.percent,
    carriedOver: carriedOver(sessions, promisedOn, row.endedAt === null ? today : dayOf(row.endedAt)),
  }
}

const dayOf = (instant: string) => beijingDay(new Date(isoInstant(instant)))

/** 跨届, 跨年: what was open on the other side of a turn goes on; nothing is closed by it. */
function carriedOver(sessions: readonly CongressSessionDays[], from: Day, to: Day): 'term' | 'year' | null {
  const [before, since] = [filedUnder(sessions, from), filedUnder(sessions, to)]
  if (since !== undefined && before !== undefined && before.session.termNo !== since.session.termNo) {
    return 'term'
  }
  return from.slice(0, 4) === to.slice(0, 4) ? null : 'year'
}
