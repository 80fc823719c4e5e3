import type { DutyBook } from '../../../shared/api/duty-books'
import { reportedIn } from '../../../shared/matters/duty-report-meeting/states'
import { type Ratings, resultOf } from '../../../shared/matters/duty-report-meeting/words'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { type Outcome, outcomes } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { instantText, isoInstant, quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { ledBetween, ledInDays } from './led-suggestions'
import type { Whose } from './source'

interface SuggestionRow {
  no: string | null
  at: string
  subject: string
  state: keyof typeof suggestionStates
  outcome: Outcome | null
}
interface ReportRow extends Record<keyof Ratings, number | null> {
  on: Day
  district: string
  present: number | null
}

/** What a term book lists besides the counts: what was proposed and what came of it, and what the voters said. */
export async function readTermLists(
  reader: Reader,
  { townId, personId, from, to }: Whose,
  isOwn: boolean,
): Promise<Pick<DutyBook, 'suggestions' | 'reports'>> {
  const { suggestions, reports } = await readTogether(reader, {
    suggestions: part<SuggestionRow>({
      columns: {
        ...{ no: 's.suggestion_no', at: instantText('s.submitted_at'), subject: 's.subject' },
        ...{ state: 'm.state', outcome: 'a.outcome' },
      },
      from: `FROM ${ledInDays} s JOIN matter m ON m.id = s.id
        LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
        ${isOwn ? '' : 'WHERE s.confidential = 0'}`,
      order: 's.submitted_at, s.id',
      parameters: ledBetween({ townId, personId, from, to }),
    }),
    reports: part<ReportRow>({
      columns: {
        ...{ on: 'v.held_on', district: 'd.name', present: 'v.present_voters' },
        ...{ satisfied: 's.satisfied', basicallySatisfied: 's.basically_satisfied' },
        notSatisfied: 's.not_satisfied',
      },
      from: `FROM duty_report s JOIN duty_report_meeting v ON v.id = s.meeting_id AND v.town_id = ?
        JOIN matter m ON m.id = v.id AND m.state IN (${quoted(reportedIn)})
        JOIN electoral_district d ON d.id = v.electoral_district_id
        WHERE s.person_id = ? AND s.here = 1 AND v.held_on BETWEEN ? AND ?`,
      order: 'v.held_on, v.id',
      parameters: [townId, personId, from, to],
    }),
  })
  return {
    suggestions: suggestions.map(({ no, at, subject, state, outcome }) => ({
      ...{ no, subject, on: beijingDay(new Date(isoInstant(at))) },
      outcome: outcome === null ? suggestionStates[state].label : outcomes[outcome],
    })),
    reports: reports.map(({ on, district, present, ...votes }) => ({
      ...{ on, district },
      result: votes.satisfied === null ? null : resultOf(numbers(votes), Number(present ?? 0)).says,
    })),
  }
}

const numbers = (votes: Record<keyof Ratings, number | null>): Ratings => ({
  satisfied: Number(votes.satisfied),
  basicallySatisfied: Number(votes.basicallySatisfied),
  notSatisfied: Number(votes.notSatisfied),
})
