import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { listPublicReports as publicEndpoint } from '../../../shared/matters/duty-report-meeting/ballots'
import type { listReportMeetings as listEndpoint } from '../../../shared/matters/duty-report-meeting/endpoints'
import { publicIn } from '../../../shared/matters/duty-report-meeting/states'
import type { ReportMeetingState } from '../../../shared/matters/duty-report-meeting/table'
import {
  meetingTitle,
  type Ratings,
  resultOf,
  spokenTooFewVoters,
} from '../../../shared/matters/duty-report-meeting/words'
import type { Day } from '../../../shared/rules/days'
import { after, pageInOrder, pageOfRows, pageSize } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { marks, quoted } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { knownTown } from '../../features/towns/known-town'
import { shownTextSql } from '../content-check/shown'
import { paperStanding, reportStanding } from './paper-counts'
import { countingOf, type ReportMeetingRecord } from './record'
import { resultsOf } from './results'

/** What its page shows beside what every matter has. @param keeps whether whoever looks puts it on the wall */
export function detailsOf(record: ReportMeetingRecord, keeps: boolean, ownId: string | null) {
  const { title, planYear, districtId, districtName, heldOn, startsAt, place, lateWhy, state } = record
  const { chairId, chairName, tellerOne, tellerTwo, presentVoters, paperSlips, minutes, reports } = record
  const counting = countingOf(record)
  const results = resultsOf(record)
  return {
    ...{ title, planYear, heldOn, startsAt, place, lateWhy, presentVoters, paperSlips, minutes },
    district: { id: districtId, name: districtName },
    chair: chairId === null ? null : { id: chairId, name: chairName ?? '' },
    chairs: keeps ? [...record.chairs] : [],
    tellers: [tellerOne, tellerTwo].filter((one) => one !== null),
    roomCode: keeps && state === 'rating' ? (record.rating?.roomCode ?? null) : null,
    returned: paperStanding(counting),
    reports: reports.map(({ id, personId, name, votes: _, mandateId: __, ...own }) => ({
      ...own,
      ...{ id, deputy: { id: personId, name }, isOwn: personId === ownId },
      counted: reportStanding(counting, id),
      result: results.get(id) ?? null,
    })),
  }
}

interface ListRow {
  id: string
  planYear: number
  districtId: string
  districtName: string
  heldOn: Day | null
  startsAt: string | null
  place: string | null
  state: ReportMeetingState
}

/** Those that one reports at, or all; the latest year first. A town has some eighty of them in a term. */
export async function listReportMeetings(
  reader: Reader,
  actor: Actor,
  cursor: string | undefined,
): Promise<OutputOf<typeof listEndpoint>> {
  const seesAll = actor.roles.includes('congressOffice') || actor.roles.includes('presidiumMember')
  const found = await reader.query<ListRow[]>(
    `SELECT v.id, v.plan_year AS planYear, d.id AS districtId, d.name AS districtName, v.held_on AS heldOn,
       v.starts_at AS startsAt, v.place, m.state
     FROM duty_report_meeting v JOIN matter m ON m.id = v.id
       JOIN electoral_district d ON d.id = v.electoral_district_id
     WHERE v.town_id = ? ${
       seesAll ? '' : 'AND EXISTS (SELECT 1 FROM duty_report r WHERE r.meeting_id = v.id AND r.person_id = ?)'
     }
     ORDER BY v.plan_year DESC, v.id DESC`,
    seesAll ? [actor.townId] : [actor.townId, actor.person?.id ?? ''],
  )
  const { rows, next } = pageInOrder(found, cursor, ({ planYear, id }) => ({
    ...{ order: String(9999 - Number(planYear)), id },
  }))
  const deputies = await readDeputies(
    reader,
    rows.map(({ id }) => id),
  )
  return {
    next,
    items: rows.map(({ districtId, districtName, planYear, ...row }) => ({
      ...row,
      ...{ planYear: Number(planYear), title: meetingTitle(districtName) },
      district: { id: districtId, name: districtName },
      deputies: deputies.filter(({ meetingId }) => meetingId === row.id).map(({ name }) => name),
    })),
  }
}

interface ReportRow extends Record<keyof Ratings, number | null> {
  id: string
  meetingId: string
  name: string
  here: number | boolean | null
}

const readDeputies = async (reader: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : reader.query<ReportRow[]>(
        `SELECT r.id, r.meeting_id AS meetingId, p.name, r.here, r.satisfied,
           r.basically_satisfied AS basicallySatisfied, r.not_satisfied AS notSatisfied
         FROM duty_report r JOIN person p ON p.id = r.person_id WHERE r.meeting_id IN (${marks(ids)})
         ORDER BY r.position, r.id`,
        [...ids],
      )

interface AnswerRow {
  reportId: string
  opinion: string
  answer: string
}

/** 选民意见回应 of these reports, so far as they are published and found in order. */
const readAnswers = async (reader: Reader, reportIds: readonly string[]) =>
  reportIds.length === 0
    ? []
    : reader.query<AnswerRow[]>(
        `SELECT o.report_id AS reportId, ${shownTextSql('tc', 'o.text')} AS opinion,
           ${shownTextSql('ac', 'o.answer')} AS answer
         FROM report_opinion o JOIN matter f ON f.id = o.report_id AND f.state = 'closed'
           LEFT JOIN matter tc ON tc.id = o.text_check_id LEFT JOIN matter ac ON ac.id = o.answer_check_id
         WHERE o.report_id IN (${marks(reportIds)}) AND o.answer_check_id IS NOT NULL
         ORDER BY o.position, o.id`,
        [...reportIds],
      )

type PublicRow = Omit<ListRow, 'heldOn' | 'startsAt' | 'place' | 'state'> & {
  heldOn: Day
  startsAt: string
  place: string
  chair: string | null
  presentVoters: number | null
}

/** 述职公告和结果: what everyone may read, the latest day first. @throws Refusal `not_found`, `bad_cursor` */
export async function listPublicReports(
  reader: Reader,
  townId: string,
  cursor: string | undefined,
): Promise<OutputOf<typeof publicEndpoint>> {
  await knownTown(reader, townId)
  const place = after('v.held_on', 'v.id', cursor)
  const found = await reader.query<PublicRow[]>(
    `SELECT v.id, d.id AS districtId, d.name AS districtName, v.held_on AS heldOn, v.starts_at AS startsAt,
       v.place, c.name AS chair, v.present_voters AS presentVoters
     FROM duty_report_meeting v JOIN matter m ON m.id = v.id
       JOIN electoral_district d ON d.id = v.electoral_district_id LEFT JOIN person c ON c.id = v.chair_id
     WHERE v.town_id = ? AND m.state IN (${quoted(publicIn)})${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    // A day is kept without a time.
    [townId, ...place.parameters.map((one) => one.replace(' 00:00:00.000', ''))],
  )
  const { rows, next } = pageOfRows(found, ({ id, heldOn }) => ({ at: `${heldOn} 00:00:00.000`, id }))
  const deputies = await readDeputies(
    reader,
    rows.map(({ id }) => id),
  )
  const answers = await readAnswers(
    reader,
    deputies.map(({ id }) => id),
  )
  return {
    next,
    items: rows.map(({ id, districtId, districtName, presentVoters: present, heldOn, ...row }) => {
      const own = deputies.filter(({ meetingId }) => meetingId === id)
      const isCounted = own.some(({ satisfied }) => satisfied !== null)
      const presentVoters = isCounted ? Number(present) : null
      return {
        ...{ startsAt: row.startsAt, place: row.place, chair: row.chair, heldOn, presentVoters },
        district: { id: districtId, name: districtName },
        tooFewVoters: presentVoters === null ? null : spokenTooFewVoters(presentVoters),
        reports: own
          .filter(({ here }) => here === null || Number(here) === 1)
          .map((report) => ({
            deputy: report.name,
            result: report.satisfied === null ? null : resultOf(votesOf(report), presentVoters ?? 0),
            answers: answers.flatMap(({ reportId, ...said }) => (reportId === report.id ? [said] : [])),
          })),
      }
    }),
  }
}

const votesOf = (row: ReportRow): Ratings => ({
  satisfied: Number(row.satisfied),
  basicallySatisfied: Number(row.basicallySatisfied),
  notSatisfied: Number(row.notSatisfied),
})
