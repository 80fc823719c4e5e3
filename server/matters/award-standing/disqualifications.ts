import type { Disqualification } from '../../../shared/matters/award-standing/endpoints'
import type { AwardStandingState } from '../../../shared/matters/award-standing/states'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { isoInstant, marks } from '../../database/sql'

type Kept = Omit<Disqualification, 'actions'> & { unitId: string; state: AwardStandingState }

/** What was decided about the units of a town for one year, newest first. */
export async function readDisqualifications(reader: Reader, townId: string, year: number): Promise<Kept[]> {
  const rows = await reader.query<
    {
      id: string
      state: AwardStandingState
      unitId: string
      year: number
      from: Day
      to: Day
      decision: string
      decidedAt: string
      appeal: string | null
      appealedAt: string | null
      answer: string | null
      answeredAt: string | null
    }[]
  >(
    `SELECT a.id, m.state, a.handling_unit_id AS unitId, a.year, a.from_on AS \`from\`, a.to_on AS \`to\`, a.decision,
       a.decided_at AS decidedAt, a.appeal, a.appealed_at AS appealedAt, a.appeal_answer AS answer,
       a.answered_at AS answeredAt
     FROM award_standing a JOIN matter m ON m.id = a.id
     WHERE a.town_id = ? AND a.year = ? AND a.decided_at IS NOT NULL ORDER BY a.decided_at DESC, a.id`,
    [townId, year],
  )
  const items = await reader.query<{ of: string; no: string | null; subject: string; ratedOn: Day }[]>(
    `SELECT award_standing_id AS \`of\`, suggestion_no AS no, subject, rated_on AS ratedOn
     FROM disqualifying_item WHERE award_standing_id IN (${marks(rows)}) ORDER BY rated_on, suggestion_id`,
    rows.map(({ id }) => id),
  )
  return rows.map(({ decidedAt, appeal, appealedAt, answer, answeredAt, ...row }) => ({
    ...row,
    decidedOn: dayOf(decidedAt),
    items: items.filter((item) => item.of === row.id).map(({ of: _, ...item }) => item),
    appeal: appeal !== null && appealedAt !== null ? { note: appeal, on: dayOf(appealedAt) } : null,
    answer:
      answeredAt !== null && (row.state === 'upheld' || row.state === 'lifted')
        ? { verdict: row.state, text: answer ?? '', on: dayOf(answeredAt) }
        : null,
  }))
}

const dayOf = (raw: string) => beijingDay(new Date(isoInstant(raw)))
