import type { InputOf } from '../../../shared/grammar/endpoint'
import type { planReportMeeting as endpoint } from '../../../shared/matters/duty-report-meeting/endpoints'
import { reportedIn } from '../../../shared/matters/duty-report-meeting/states'
import { beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { DutyReport } from '../../database/entities/matters/duty-report'
import { DutyReportMeeting } from '../../database/entities/matters/duty-report-meeting'
import { newId } from '../../database/id'
import { isOfTownship } from '../../database/in-office'
import { insertMany } from '../../database/insert-many'
import { quoted } from '../../database/sql'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { tellParties } from '../../engine/tell-parties'
import { ruleSetNow } from '../../features/rules/rule-set'
import type { Actor } from '../../http/actor'
import { plannedTells, reportMeetingTable } from '../../../shared/matters/duty-report-meeting/table'
import { kind } from './kind'
import type { ReportMeetingRecord } from './record'

interface Seat {
  mandateId: string
  personId: string
  district: string
  /** A report of this mandate that was given, or is planned. */
  reported: number
  planned: number
  /** Put off to a year, or let off for good (null). */
  isAway: number
  notBefore: number | null
}

/** Of a mandate `h`: a report at a meeting in one of these states. */
const reportOf = (states: string) =>
  `(SELECT COUNT(*) FROM duty_report r JOIN matter m ON m.id = r.meeting_id
    WHERE r.mandate_id = h.id AND ${states})`

/** A whole district into the plan of a year: whoever of it has not reported in this term. @returns its id @throws Refusal `bad_input` */
export async function planReportMeeting(
  tx: Tx,
  { townId, person, roles, ...actor }: Actor,
  { planYear, electoralDistrictId }: InputOf<typeof endpoint>,
  now: Date,
): Promise<string> {
  const thisYear = Number(beijingDay(now).slice(0, 4))
  if (planYear < thisYear || planYear > thisYear + 5)
    throw wrongField('planYear', `年份请填 ${thisYear} 到 ${thisYear + 5}。`)
  const seats = await tx.query<Seat[]>(
    `SELECT h.id AS mandateId, h.person_id AS personId, d.name AS district,
       ${reportOf(`m.state IN (${quoted(reportedIn)}) AND r.here = 1`)} AS reported,
       ${reportOf(`m.state NOT IN (${quoted([...reportedIn, 'calledOff'])})`)} AS planned,
       o.mandate_id IS NOT NULL AS isAway, o.not_before AS notBefore
     FROM electoral_district d
       JOIN mandate h ON h.town_id = d.town_id AND h.electoral_district_id = d.id AND ${isOfTownship('h')}
       JOIN person p ON p.id = h.person_id LEFT JOIN report_put_off o ON o.mandate_id = h.id
     WHERE d.town_id = ? AND d.id = ? AND d.ended_on IS NULL ORDER BY h.place, p.position, h.id`,
    [townId, electoralDistrictId],
  )
  const [first] = seats
  if (first === undefined)
    throw wrongField('electoralDistrictId', '这个选区没有现任的镇人大代表，请重新选择。')
  const open = seats.filter(({ reported }) => Number(reported) === 0)
  if (open.length === 0) throw wrongField('electoralDistrictId', `${first.district}的代表本届已经都述职了。`)
  const expected = open.filter(
    ({ isAway, notBefore }) => Number(isAway) === 0 || (notBefore !== null && Number(notBefore) <= planYear),
  )
  if (expected.length === 0)
    throw wrongField('electoralDistrictId', `${first.district}没有述职的代表都改到了以后，或者不再述职。`)
  const left = expected.filter(({ planned }) => Number(planned) === 0)
  if (left.length === 0)
    throw wrongField('electoralDistrictId', `${first.district}已经排进了计划，请从下面的列表里打开。`)
  const id = newId()
  const ruleSetId = await ruleSetNow(tx, townId, now)
  await tx.insert(DutyReportMeeting, {
    ...{ id, townId, planYear, electoralDistrictId, ruleSetId, heldOn: null, startsAt: null, place: null },
    ...{ chairId: null, lateWhy: null, tellerOne: null, tellerTwo: null, presentVoters: null },
    ...{ paperSlips: null, minutes: null },
  })
  await insertMany(
    tx,
    DutyReport,
    left.map(({ mandateId, personId }, position) => ({
      ...{ id: newId(), meetingId: id, personId, mandateId, position, here: null, resolutions: null },
      ...{ deliberations: null, betweenSessions: null, contacts: null, satisfied: null },
      ...{ basicallySatisfied: null, notSatisfied: null, letterNo: null },
      ...{ letterOn: null, answerBy: null },
    })),
  )
  const asker: Actor = { townId, person, roles, ...actor }
  const party = roles.includes('congressOffice') ? 'congressOffice' : 'presidium'
  const { record, holders } = await begin(
    tx,
    kind,
    { id, townId },
    { party, personId: person?.id ?? null },
    now,
  )
  await tellParties(
    tx,
    { tells: plannedTells },
    {
      ...{ kind, record, holders, action: 'start', asker, now },
      ...{ turn: reportMeetingTable.states.planned.waitsFor },
      words: { ...kind.words(record as ReportMeetingRecord, now), year: String(planYear) },
    },
  )
  return id
}
