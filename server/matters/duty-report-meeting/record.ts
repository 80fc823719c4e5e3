import type { DutyReportState } from '../../../shared/matters/duty-report/states'
import type { ReportMeetingState } from '../../../shared/matters/duty-report-meeting/table'
import type { Ratings } from '../../../shared/matters/duty-report-meeting/words'
import { meetingTitle } from '../../../shared/matters/duty-report-meeting/words'
import type { Day } from '../../../shared/rules/days'
import { isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'
import type { PaperCount } from './paper-counts'

/** The report of one deputy. */
export interface Report {
  id: string
  personId: string
  name: string
  mandateId: string
  here: boolean | null
  resolutions: string | null
  deliberations: string | null
  betweenSessions: string | null
  contacts: string | null
  /** Once it is announced. */
  votes: Ratings | null
  letter: DutyReportState | null
}

interface MeetingRow extends MatterRecord<ReportMeetingState> {
  planYear: number
  districtId: string
  districtName: string
  heldOn: Day | null
  startsAt: string | null
  place: string | null
  chairId: string | null
  chairName: string | null
  lateWhy: string | null
  tellerOne: string | null
  tellerTwo: string | null
  presentVoters: number | null
  paperSlips: number | null
  minutes: string | null
}

interface Rating {
  roomCode: string
  phoneSlips: number
  drawn: number
  first: PaperCount | null
  second: PaperCount | null
}

/** A meeting with whoever reports, and the rating while it is on. Of the votes it has nothing. */
export interface ReportMeetingRecord extends MeetingRow {
  title: string
  /** The notice is out by then. */
  noticeBy: Day
  reports: Report[]
  rating: Rating | null
  /** Members of the presidium: who may chair it. */
  chairs: readonly { id: string; name: string }[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ planYear: 'v.plan_year', districtId: 'd.id', districtName: 'd.name', heldOn: 'v.held_on' },
  ...{ startsAt: 'v.starts_at', place: 'v.place', chairId: 'c.id', chairName: 'c.name' },
  ...{ lateWhy: 'v.late_why', tellerOne: 'v.teller_one', tellerTwo: 'v.teller_two' },
  ...{ presentVoters: 'v.present_voters', paperSlips: 'v.paper_slips', minutes: 'v.minutes' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

type ReportRow = Omit<Report, 'here' | 'votes'> &
  Record<keyof Ratings, number | null> & { here: number | boolean | null; position: number }

const reportsPart = (id: string) =>
  part<ReportRow>({
    columns: {
      ...{ id: 'r.id', personId: 'p.id', name: 'p.name', mandateId: 'r.mandate_id', here: 'r.here' },
      ...{ resolutions: 'r.resolutions', deliberations: 'r.deliberations' },
      ...{ betweenSessions: 'r.between_sessions', contacts: 'r.contacts', position: 'r.position' },
      ...{ satisfied: 'r.satisfied', basicallySatisfied: 'r.basically_satisfied' },
      ...{ notSatisfied: 'r.not_satisfied', letter: 'f.state' },
    },
    from: `FROM duty_report r JOIN person p ON p.id = r.person_id LEFT JOIN matter f ON f.id = r.id
      WHERE r.meeting_id = ?`,
    order: 'r.position, r.id',
    parameters: [id],
  })

interface RatingRow {
  roomCode: string
  phoneSlips: number
  drawn: number
  firstCount: string | null
  secondCount: string | null
}

const ratingPart = (id: string) =>
  part<RatingRow>({
    columns: {
      ...{ roomCode: 'x.room_code', phoneSlips: 'x.phone_slips', drawn: 'x.drawn' },
      ...{ firstCount: 'x.first_count', secondCount: 'x.second_count' },
    },
    from: 'FROM report_rating x WHERE x.meeting_id = ?',
    order: 'x.meeting_id',
    parameters: [id],
  })

const chairsPart = (id: string) =>
  part<{ id: string; name: string; position: number; post: string }>({
    columns: { id: 'p.id', name: 'p.name', position: 'p.position', post: 'o.id' },
    from: `FROM duty_report_meeting v JOIN post o ON o.town_id = v.town_id AND o.post_kind = 'presidiumMember'
        AND ${isHeld('o')} JOIN person p ON p.id = o.person_id WHERE v.id = ?`,
    order: 'p.position, p.id, o.id',
    parameters: [id],
  })

export async function readReportMeeting(
  reader: Reader,
  townId: string,
  id: string,
): Promise<ReportMeetingRecord | undefined> {
  const { rows, reports, rating, chairs } = await readTogether(reader, {
    rows: part<MeetingRow>({
      columns,
      from: `FROM duty_report_meeting v JOIN matter m ON m.id = v.id
        JOIN electoral_district d ON d.id = v.electoral_district_id LEFT JOIN person c ON c.id = v.chair_id
        JOIN town t ON t.id = v.town_id ${rulesOfMatter('v')} WHERE v.town_id = ? AND v.id = ?`,
      order: 'v.id',
      parameters: [townId, id],
    }),
    reports: reportsPart(id),
    rating: ratingPart(id),
    chairs: chairsPart(id),
  })
  const [row] = rows
  if (row === undefined) return undefined
  const [open] = rating
  const planYear = Number(row.planYear)
  return {
    ...row,
    planYear,
    title: meetingTitle(row.districtName),
    noticeBy: `${planYear}-12-01`,
    presentVoters: row.presentVoters === null ? null : Number(row.presentVoters),
    paperSlips: row.paperSlips === null ? null : Number(row.paperSlips),
    reports: reports.map(reportOf),
    rating: open === undefined ? null : ratingOf(open),
    chairs: [...new Map(chairs.map(({ id: one, name }) => [one, { id: one, name }])).values()],
  }
}

function reportOf(row: ReportRow): Report {
  const { position: _, here, satisfied, basicallySatisfied, notSatisfied, ...own } = row
  return {
    ...own,
    here: here === null ? null : Number(here) === 1,
    votes:
      satisfied === null
        ? null
        : {
            satisfied: Number(satisfied),
            basicallySatisfied: Number(basicallySatisfied),
            notSatisfied: Number(notSatisfied),
          },
  }
}

const ratingOf = ({ roomCode, phoneSlips, drawn, firstCount, secondCount }: RatingRow): Rating => ({
  ...{ roomCode, phoneSlips: Number(phoneSlips), drawn: Number(drawn) },
  first: countIn(firstCount),
  second: countIn(secondCount),
})

const countIn = (text: string | null) => (text === null ? null : (JSON.parse(text) as PaperCount))

/** Whoever reports there, or may yet. */
export const hereOf = ({ reports }: Pick<ReportMeetingRecord, 'reports'>) =>
  reports.filter(({ here }) => here !== false)

/** What the tellers look at. */
export const countingOf = (record: ReportMeetingRecord) => ({
  paperSlips: record.paperSlips ?? 0,
  first: record.rating?.first ?? null,
  second: record.rating?.second ?? null,
  reports: hereOf(record),
})
