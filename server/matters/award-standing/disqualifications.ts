import type { Disqualification } from '../../../shared/matters/award-standing/endpoints'
import type { AwardStandingState } from '../../../shared/matters/award-standing/states'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { instantText, isoInstant } from '../../database/sql'
import { part, readTogether } from '../../database/together'

type Kept = Omit<Disqualification, 'actions' | 'stillCounted'> & {
  unitId: string
  state: AwardStandingState
  groundIds: readonly string[]
}

/** What was decided about the units of a town for one year, newest first. */
export async function readDisqualifications(reader: Reader, townId: string, year: number): Promise<Kept[]> {
  const decided = 'a.town_id = ? AND a.year = ? AND a.decided_at IS NOT NULL'
  const { rows, items } = await readTogether(reader, {
    rows: part<{
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
    }>({
      columns: {
        ...{ id: 'a.id', state: 'm.state', unitId: 'a.handling_unit_id', year: 'a.year' },
        ...{
          from: 'a.from_on',
          to: 'a.to_on',
          decision: 'a.decision',
          decidedAt: instantText('a.decided_at'),
        },
        ...{ appeal: 'a.appeal', appealedAt: instantText('a.appealed_at') },
        ...{ answer: 'a.appeal_answer', answeredAt: instantText('a.answered_at') },
      },
      from: `FROM award_standing a JOIN matter m ON m.id = a.id WHERE ${decided}`,
      order: 'a.decided_at DESC, a.id',
      parameters: [townId, year],
    }),
    items: part<{ of: string; id: string; no: string | null; subject: string; ratedOn: Day }>({
      columns: {
        of: 'i.award_standing_id',
        id: 'i.suggestion_id',
        no: 'i.suggestion_no',
        subject: 'i.subject',
        ratedOn: 'i.rated_on',
      },
      from: `FROM award_standing a JOIN disqualifying_item i ON i.award_standing_id = a.id WHERE ${decided}`,
      order: 'i.rated_on, i.suggestion_id',
      parameters: [townId, year],
    }),
  })
  return rows.map(({ decidedAt, appeal, appealedAt, answer, answeredAt, ...row }) => ({
    ...row,
    decidedOn: dayOf(decidedAt),
    items: items.filter(({ of }) => of === row.id).map(({ of: _, id: _id, ...item }) => item),
    groundIds: items.filter(({ of }) => of === row.id).map(({ id }) => id),
    appeal: appeal !== null && appealedAt !== null ? { note: appeal, on: dayOf(appealedAt) } : null,
    answer:
      answeredAt !== null && (row.state === 'upheld' || row.state === 'lifted')
        ? { verdict: row.state, text: answer ?? '', on: dayOf(answeredAt) }
        : null,
  }))
}

const dayOf = (raw: string) => beijingDay(new Date(isoInstant(raw)))
