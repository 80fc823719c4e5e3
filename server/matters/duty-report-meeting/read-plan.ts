import type { ReportPlanView } from '../../../shared/matters/duty-report-meeting/endpoints'
import {
  planYearsOf,
  proposePlan,
  type ReportDistrict,
  type ReportSeat,
} from '../../../shared/matters/duty-report-meeting/plan'
import { reportedIn, type ReportMeetingState } from '../../../shared/matters/duty-report-meeting/states'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { sessionsPart, termBegunOn } from '../../features/congress-sessions/queries'

interface SeatRow {
  id: string
  name: string
  districtId: string | null
  begunOn: Day | null
  suspendedOn: Day | null
  place: number
  position: number
  isAway: number
  notBefore: number | null
}

interface GivenRow {
  mandateId: string
  planYear: number
  state: ReportMeetingState
  here: number | null
  districtId: string
  heldOn: Day | null
}

/** Of the town, so far as a term reaches back: what was given, and what is planned. */
const reportsPart = (townId: string, year: number) =>
  part<GivenRow>({
    columns: {
      ...{ mandateId: 'r.mandate_id', planYear: 'v.plan_year', state: 'm.state', here: 'r.here' },
      ...{ districtId: 'v.electoral_district_id', heldOn: 'v.held_on' },
    },
    from: `FROM duty_report_meeting v JOIN matter m ON m.id = v.id JOIN duty_report r ON r.meeting_id = v.id
      WHERE v.town_id = ? AND v.plan_year >= ?`,
    order: 'v.plan_year, r.id',
    parameters: [townId, year - longestTerm],
  })
/** In years; what a mandate that ended before has reported is asked for no more. */
const longestTerm = 6

const isGiven = ({ state }: GivenRow) => (reportedIn as readonly string[]).includes(state)

function reportsOf(rows: readonly GivenRow[], mandateId: string) {
  const own = rows.filter((one) => one.mandateId === mandateId)
  const planned = own.filter((one) => !isGiven(one) && one.state !== 'calledOff')
  return {
    hasReported: own.some((one) => isGiven(one) && Number(one.here) === 1),
    plannedYear: planned.length === 0 ? null : Math.min(...planned.map(({ planYear }) => Number(planYear))),
  }
}

/** The day on which a district last heard its deputies. @returns null where it has not, so far as a term reaches back */
const lastOnOf = (rows: readonly GivenRow[], districtId: string): Day | null =>
  rows
    .filter((one) => one.districtId === districtId && isGiven(one))
    .flatMap(({ heldOn }) => (heldOn === null ? [] : [heldOn]))
    .sort()
    .at(-1) ?? null

/** 镇人大代表, in the order of the register; those of other levels report to their own congress. */
const seatsPart = (townId: string) =>
  part<SeatRow>({
    columns: {
      ...{ id: 'h.id', name: 'p.name', districtId: 'h.electoral_district_id', begunOn: 'h.begun_on' },
      ...{ suspendedOn: 'h.suspended_on', place: 'h.place', position: 'p.position' },
      isAway: 'o.mandate_id IS NOT NULL',
      notBefore: 'o.not_before',
    },
    from: `FROM mandate h JOIN person p ON p.id = h.person_id
      LEFT JOIN report_put_off o ON o.mandate_id = h.id
      WHERE h.town_id = ? AND h.congress_level = 'township' AND h.ended_on IS NULL`,
    order: 'h.place, p.position, h.id',
    parameters: [townId],
  })

const districtsPart = (townId: string) =>
  part<Pick<ReportDistrict, 'id' | 'name'> & { position: number }>({
    columns: { id: 'd.id', name: 'd.name', position: 'd.position' },
    from: `FROM electoral_district d
      WHERE d.town_id = ? AND d.congress_level = 'township' AND d.ended_on IS NULL`,
    order: 'd.position, d.id',
    parameters: [townId],
  })

/** The last year of the term in which deputies report. */
export async function readLastYear(reader: Reader, townId: string, year: number): Promise<number> {
  const { sessions } = await readTogether(reader, { sessions: sessionsPart(townId) })
  return planYearsOf(termBegunOn(sessions), year).at(-1) ?? year
}

/** What is proposed for a year, this one where none is named. */
export async function readReportPlan(
  reader: Reader,
  townId: string,
  wanted: string | undefined,
  now: Date,
): Promise<ReportPlanView> {
  const year = Number(wanted ?? beijingDay(now).slice(0, 4))
  const { seats, reports, districts, sessions } = await readTogether(reader, {
    seats: seatsPart(townId),
    reports: reportsPart(townId, year),
    districts: districtsPart(townId),
    sessions: sessionsPart(townId),
  })
  const begunOn = termBegunOn(sessions)
  const years = planYearsOf(begunOn, year)
  const plan = proposePlan(
    seats.map((seat): ReportSeat => ({
      ...{ name: seat.name, districtId: seat.districtId, begunOn: seat.begunOn },
      ...{ suspended: seat.suspendedOn !== null, ...reportsOf(reports, seat.id) },
      released: Number(seat.isAway) === 1 && seat.notBefore === null,
      notBefore: seat.notBefore === null ? null : Number(seat.notBefore),
    })),
    // What was reported to the congress before is not of this term.
    districts.map(({ id, name }) => {
      const lastOn = lastOnOf(reports, id)
      return { id, name, lastOn: lastOn !== null && begunOn !== null && lastOn < begunOn ? null : lastOn }
    }),
    year,
    years,
  )
  const shown = (those: typeof plan.later) =>
    those.map(({ district: { id, name }, deputies }) => ({ district: { id, name }, deputies }))
  return {
    ...{ year, lastYear: years.at(-1) ?? year, ...plan },
    ...{ proposed: shown(plan.proposed), later: shown(plan.later) },
  }
}
