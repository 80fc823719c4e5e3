import { asksForTalk, type Result, resultOf } from '../../../shared/matters/duty-report-meeting/words'
import type { ReportMeetingRecord } from './record'

/** What may be read of each report that was rated, by its id. */
export const resultsOf = ({
  reports,
  presentVoters,
}: Pick<ReportMeetingRecord, 'reports' | 'presentVoters'>) =>
  new Map<string, Result>(
    reports.flatMap(({ id, votes }) =>
      votes === null ? [] : [[id, resultOf(votes, presentVoters ?? 0)] as const],
    ),
  )

/** With whom the presidium is asked to talk, by name. */
export function forTalk(record: Pick<ReportMeetingRecord, 'reports' | 'presentVoters'>) {
  const results = resultsOf(record)
  return record.reports
    .filter(({ id }) => {
      const result = results.get(id)
      return result !== undefined && asksForTalk(result)
    })
    .map(({ name }) => name)
    .join('、')
}
