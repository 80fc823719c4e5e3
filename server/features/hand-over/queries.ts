import type { MeetingView } from '../../../shared/api/hand-over'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, marks } from '../../database/sql'

interface MeetingRow {
  id: string
  heldOn: string
  place: string
  at: string
  count: number | string
  received: number | string | null
}

/** @param which the meetings, from `FROM` on: those of a page are chosen before their lists are counted */
const meetingSql = (which: string) => `
  SELECT m.id, m.held_on AS heldOn, m.place, m.at, COUNT(i.suggestion_id) AS count,
    SUM(CASE WHEN r.received_at IS NULL THEN 0 ELSE 1 END) AS received
  FROM (SELECT * FROM hand_over_meeting m WHERE m.town_id = ?${which}) AS m
  JOIN hand_over_item i ON i.meeting_id = m.id
  LEFT JOIN suggestion_round r ON r.suggestion_id = i.suggestion_id AND r.round_no = 1
  GROUP BY m.id, m.held_on, m.place, m.at`

export async function listMeetings(reader: Reader, townId: string, cursor: string | undefined) {
  const place = after('m.at', 'm.id', cursor)
  const rows = await reader.query<MeetingRow[]>(
    `${meetingSql(`${place.sql}${place.order} LIMIT ${pageSize + 1}`)}${place.order}`,
    [townId, ...place.parameters],
  )
  const page = pageOfRows(rows, ({ at, id }) => ({ at, id }))
  return { items: page.rows.map(summary), next: page.next }
}

/** One meeting with its list, as it is printed. @throws Refusal `not_found` */
export async function viewMeeting(reader: Reader, townId: string, id: string): Promise<MeetingView> {
  const [meeting] = await reader.query<MeetingRow[]>(meetingSql(' AND m.id = ?'), [townId, id])
  if (!meeting) throw new Refusal('not_found')
  const rows = await reader.query<
    {
      id: string
      no: string | null
      subject: string
      leadDeputy: string
      unit: string | null
      deadlineOn: string | null
      receivedAt: string | null
      handler: string | null
    }[]
  >(
    `SELECT s.id, s.suggestion_no AS no, s.subject, p.name AS leadDeputy, u.name AS unit,
       r.deadline_on AS deadlineOn, r.received_at AS receivedAt, r.handler_name AS handler
     FROM hand_over_item i
     JOIN suggestion s ON s.id = i.suggestion_id
     JOIN person p ON p.id = s.lead_deputy_id
     LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = 1
     LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
     WHERE i.meeting_id = ? ORDER BY i.position`,
    [id],
  )
  const coUnits = await coUnitsOf(
    reader,
    rows.map((row) => row.id),
  )
  return {
    ...summary(meeting),
    items: rows.map(({ receivedAt, ...row }) => ({
      ...row,
      coUnits: coUnits.get(row.id) ?? [],
      receivedOn: receivedAt === null ? null : beijingDay(new Date(isoInstant(receivedAt))),
    })),
  }
}

const summary = ({ id, heldOn, place, count, received }: MeetingRow) => ({
  id,
  heldOn,
  place,
  count: Number(count),
  received: Number(received ?? 0),
})

async function coUnitsOf(reader: Reader, ids: readonly string[]) {
  const rows = await reader.query<{ suggestionId: string; name: string }[]>(
    `SELECT a.matter_id AS suggestionId, u.name FROM ask a JOIN handling_unit u ON u.id = SUBSTR(a.holder, 6)
     WHERE a.matter_id IN (${marks(ids)}) AND a.ask = 'coOpinion' AND (a.ended_how IS NULL OR a.ended_how = 'waived')
     ORDER BY u.position, u.id`,
    [...ids],
  )
  const found = new Map<string, string[]>()
  for (const { suggestionId, name } of rows)
    found.set(suggestionId, [...(found.get(suggestionId) ?? []), name])
  return found
}
