import type { Disqualification } from '../../../shared/matters/award-standing/endpoints'
import type { AppealAnswer } from '../../../shared/matters/award-standing/standing'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { isoInstant, marks } from '../../database/sql'

type Kept = Omit<Disqualification, 'actions'> & { unitId: string }

/** What was decided about the units of a town for one year, newest first. */
export async function readDisqualifications(reader: Reader, townId: string, year: number): Promise<Kept[]> {
  const rows = await reader.query<
    {
      id: string
      unitId: string
      year: number
      from: Day
      to: Day
      decision: string
      decidedAt: string
      appeal: string | null
      appealedAt: string | null
      verdict: AppealAnswer | null
      answer: string | null
      answeredAt: string | null
    }[]
  >(
    `SELECT id, handling_unit_id AS unitId, year, from_on AS \`from\`, to_on AS \`to\`, decision,
       decided_at AS decidedAt, appeal, appealed_at AS appealedAt, appeal_verdict AS verdict,
       appeal_answer AS answer, answered_at AS answeredAt
     FROM award_disqualification WHERE town_id = ? AND year = ? ORDER BY decided_at DESC, id`,
    [townId, year],
  )
  const items = await reader.query<{ of: string; no: string | null; subject: string; ratedOn: Day }[]>(
    `SELECT award_disqualification_id AS \`of\`, suggestion_no AS no, subject, rated_on AS ratedOn
     FROM disqualifying_item WHERE award_disqualification_id IN (${marks(rows)}) ORDER BY rated_on, suggestion_id`,
    rows.map(({ id }) => id),
  )
  return rows.map(({ decidedAt, appeal, appealedAt, verdict, answer, answeredAt, ...row }) => ({
    ...row,
    decidedOn: dayOf(decidedAt),
    items: items.filter((item) => item.of === row.id).map(({ of: _, ...item }) => item),
    appeal: appeal !== null && appealedAt !== null ? { note: appeal, on: dayOf(appealedAt) } : null,
    answer:
      verdict !== null && answeredAt !== null ? { verdict, text: answer ?? '', on: dayOf(answeredAt) } : null,
  }))
}

/** One that a good appeal has lifted is history. */
export const isInForce = ({ answer }: Pick<Kept, 'answer'>) => answer?.verdict !== 'lifted'

const dayOf = (raw: string) => beijingDay(new Date(isoInstant(raw)))
