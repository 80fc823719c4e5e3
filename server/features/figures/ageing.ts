import type { AgeingRow } from '../../../shared/api/figures'
import { addDays, beijingDay, type Day, daysBetween, startOfDay } from '../../../shared/rules/days'
import { endedStates } from '../../../shared/matters/suggestion/state-lists'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, quoted, sqlInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { standingsOf } from '../../matters/suggestion/standing'
import type { SuggestionStanding } from '../../matters/suggestion/stands'

const usualDays = 30

/** Handed in, not ended, and its last step (`e`) was taken before an instant. */
const untouchedFrom = `FROM matter m JOIN suggestion s ON s.id = m.id
     JOIN matter_event e ON e.matter_id = m.id AND e.kind = m.kind AND e.version = m.version
     WHERE m.town_id = ? AND m.kind = 'suggestion' AND m.state NOT IN (${quoted(endedStates)})
       AND s.submitted_at IS NOT NULL AND e.recorded_at < ?`
const untouchedSince = (today: Day, days: number) => startOfDay(addDays(today, 1 - days))

/** How many there are, and since when the oldest lies. */
export async function countAgeing(reader: Reader, townId: string, today: Day) {
  const [found] = await reader.query<{ count: number | string; oldest: string | null }[]>(
    `SELECT COUNT(*) AS count, MIN(e.recorded_at) AS oldest ${untouchedFrom}`,
    [townId, sqlInstant(untouchedSince(today, usualDays))],
  )
  const oldest = found?.oldest ?? null
  return {
    count: Number(found?.count ?? 0),
    days: oldest === null ? 0 : daysBetween(beijingDay(new Date(isoInstant(oldest))), today),
  }
}

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
  const today = beijingDay(now)
  const since = untouchedSince(today, Number(days ?? usualDays))
  const place = after('e.recorded_at', 'm.id', cursor, 'oldest')
  const rows = await reader.query<Ageing[]>(
    `SELECT m.id, e.recorded_at AS touchedAt,
       (SELECT COUNT(*) FROM reminder n WHERE ${reminded}) AS reminders,
       (SELECT MAX(n.at) FROM reminder n WHERE ${reminded}) AS remindedAt
     ${untouchedFrom}${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [actor.townId, sqlInstant(since), ...place.parameters],
  )
  const page = pageOfRows(rows, ({ id, touchedAt }) => ({ at: touchedAt, id }))
  const ids = page.rows.map(({ id }) => id)
  const standings = new Map(
    (await standingsOf(reader, actor, ids, now)).map((standing) => [standing.record.id, standing]),
  )
  return {
    items: page.rows.flatMap((row) => {
      const standing = standings.get(row.id)
      return standing ? [ageOf(row, standing)] : []
    }),
    next: page.next,
  }
}

/** What somebody heard; a step of the ladder where nobody was left to tell is none. */
const reminded = 'n.suggestion_id = m.id AND n.whom IS NOT NULL'

interface Ageing {
  id: string
  touchedAt: string
  reminders: number | string
  remindedAt: string | null
}

function ageOf(row: Ageing, { record, due, turn, at }: SuggestionStanding): AgeingRow {
  const touchedOn = beijingDay(new Date(isoInstant(row.touchedAt)))
  return {
    id: row.id,
    no: record.suggestionNo,
    subject: record.subject,
    state: record.state,
    unit: record.unitName,
    waitsFor: turn,
    overdue: due?.urgency === 'overdue',
    touchedOn,
    days: daysBetween(touchedOn, at.today),
    reminders: Number(row.reminders),
    remindedOn: row.remindedAt === null ? null : beijingDay(new Date(isoInstant(row.remindedAt))),
  }
}
