import type { AgeingRow } from '../../../shared/api/figures'
import type { Calendar } from '../../../shared/rules/calendar'
import { addDays, beijingDay, daysBetween, startOfDay } from '../../../shared/rules/days'
import { endedStates } from '../../../shared/matters/suggestion/state-lists'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, quoted, sqlInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { readCalendar } from '../../engine/read-calendar'
import { recordSql, type SuggestionRecord } from '../../matters/suggestion/record'
import { standingIn } from '../../matters/suggestion/standing'

const usualDays = 30

/**
 * What nobody has touched for at least so many days, longest first (catalogue 71). A draft is not in it: until it is
 * handed in it is the deputy's own.
 */
export async function listAgeing(
  reader: Reader,
  actor: Actor,
  { days, cursor }: { days?: string | undefined; cursor?: string | undefined },
  now: Date,
): Promise<{ items: AgeingRow[]; next: string | null }> {
  const { sql, parameters } = recordSql(actor)
  const today = beijingDay(now)
  const untouchedSince = startOfDay(addDays(today, 1 - Number(days ?? usualDays)))
  const place = after('e.recorded_at', 'x.id', cursor, 'oldest')
  const rows = await reader.query<Ageing[]>(
    `SELECT x.*, e.recorded_at AS touchedAt,
       (SELECT COUNT(*) FROM reminder n WHERE ${reminded}) AS reminders,
       (SELECT MAX(n.at) FROM reminder n WHERE ${reminded}) AS remindedAt
     FROM (${sql} AND s.submitted_at IS NOT NULL AND s.state NOT IN (${quoted(endedStates)})) x
     JOIN matter_event e ON e.matter_id = x.id AND e.kind = 'suggestion' AND e.version = x.version
     WHERE e.recorded_at < ?${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [...parameters, sqlInstant(untouchedSince), ...place.parameters],
  )
  const page = pageOfRows(rows, ({ id, touchedAt }) => ({ at: touchedAt, id }))
  const calendar = await readCalendar(reader, actor.townId)
  return { items: page.rows.map((row) => ageOf(row, actor, calendar, now)), next: page.next }
}

/** What somebody heard; a step of the ladder where nobody was left to tell is none. */
const reminded = 'n.suggestion_id = x.id AND n.whom IS NOT NULL'

type Ageing = SuggestionRecord & { touchedAt: string; reminders: number | string; remindedAt: string | null }

function ageOf(row: Ageing, actor: Actor, calendar: Calendar, now: Date): AgeingRow {
  const { due, turn } = standingIn(row, actor, now, calendar)
  const touchedOn = beijingDay(new Date(isoInstant(row.touchedAt)))
  return {
    id: row.id,
    no: row.suggestionNo,
    subject: row.subject,
    state: row.state,
    unit: row.unitName,
    waitsFor: turn,
    overdue: due?.urgency === 'overdue',
    touchedOn,
    days: daysBetween(touchedOn, beijingDay(now)),
    reminders: Number(row.reminders),
    remindedOn: row.remindedAt === null ? null : beijingDay(new Date(isoInstant(row.remindedAt))),
  }
}
