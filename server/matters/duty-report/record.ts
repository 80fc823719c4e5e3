import type { DutyReportState } from '../../../shared/matters/duty-report/states'
import type { Ratings } from '../../../shared/matters/duty-report-meeting/words'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { instantText, marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

interface ReportRow extends MatterRecord<DutyReportState>, Record<keyof Ratings, number | null> {
  meetingId: string
  personId: string
  deputy: string
  districtId: string
  districtName: string
  heldOn: Day | null
  presentVoters: number | null
  letterNo: string | null
  letterOn: Day | null
  /** Until when it is answered, as the letter says. */
  answerBy: Day | null
}

export interface OpinionRow {
  id: string
  reportId: string
  position: number
  text: string
  answer: string | null
  /** Where the checks of both stand, once they are published. */
  textCheck: string | null
  answerCheck: string | null
}

/** The report of one deputy after it was given, with what the voters said of it. */
export interface DutyReportRecord extends ReportRow {
  opinions: OpinionRow[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ meetingId: 'v.id', personId: 'p.id', deputy: 'p.name', districtId: 'd.id', districtName: 'd.name' },
  ...{ heldOn: 'v.held_on', presentVoters: 'v.present_voters', letterNo: 'r.letter_no' },
  ...{
    letterOn: 'r.letter_on',
    answerBy: 'r.answer_by',
    satisfied: 'r.satisfied',
    basicallySatisfied: 'r.basically_satisfied',
  },
  notSatisfied: 'r.not_satisfied',
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

/** Of one meeting, or one alone. */
export async function readDutyReports(
  reader: Reader,
  townId: string,
  ids: readonly string[],
): Promise<DutyReportRecord[]> {
  const { rows, opinions } = await readTogether(reader, {
    rows: part<ReportRow>({
      columns,
      from: `FROM duty_report r JOIN matter m ON m.id = r.id
        JOIN duty_report_meeting v ON v.id = r.meeting_id AND v.town_id = ?
        JOIN person p ON p.id = r.person_id JOIN electoral_district d ON d.id = v.electoral_district_id
        JOIN town t ON t.id = v.town_id ${rulesOfMatter('v')} WHERE r.id IN (${marks(ids)})`,
      order: 'r.position, r.id',
      parameters: [townId, ...ids],
    }),
    opinions: part<OpinionRow>({
      columns: {
        ...{ id: 'o.id', reportId: 'o.report_id', position: 'o.position', text: 'o.text' },
        ...{ answer: 'o.answer', textCheck: 'tc.state', answerCheck: 'ac.state' },
      },
      from: `FROM report_opinion o LEFT JOIN matter tc ON tc.id = o.text_check_id
        LEFT JOIN matter ac ON ac.id = o.answer_check_id WHERE o.report_id IN (${marks(ids)})`,
      order: 'o.position, o.id',
      parameters: [...ids],
    }),
  })
  return rows.map((row) => ({ ...row, opinions: opinions.filter(({ reportId }) => reportId === row.id) }))
}

export const openIn = ({ opinions }: Pick<DutyReportRecord, 'opinions'>) =>
  opinions.filter(({ answer }) => answer === null)
