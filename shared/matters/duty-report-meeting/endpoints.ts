import * as z from 'zod/mini'
import { stateNames } from '../../grammar/decide'
import { cursor, get, named, pageOf, post } from '../../grammar/endpoint'
import { amount, id, picked } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { dutyReportTable } from '../duty-report/table'
import { reportMeetingActions, reportMeetingFolder as folder, reportMeetingTable } from './table'
import { type CountStanding, countStandings } from './words'

const meeting = {
  id: id(),
  title: z.string(),
  planYear: z.int(),
  district: named,
  heldOn: z.nullable(z.iso.date()),
  startsAt: z.nullable(z.string()),
  place: z.nullable(z.string()),
}
const rate = z.strictObject({ of: z.int(), among: z.int() })
const votes = z.strictObject({
  satisfied: z.int(),
  basicallySatisfied: z.int(),
  notSatisfied: z.int(),
})

/** Counts below the limit stand alone or not at all; never how many came by phone and how many on paper. */
export const reportResult = z.strictObject({
  valid: z.int(),
  votes: z.nullable(votes),
  satisfied: z.nullable(rate),
  withBasically: z.nullable(rate),
  says: z.string(),
})

const counted = z.enum(Object.keys(countStandings) as CountStanding[])

export const reportMeetingView = z.strictObject({
  ...matterView(reportMeetingTable),
  ...meeting,
  chair: z.nullable(named),
  lateWhy: z.nullable(z.string()),
  /** Who may be asked to chair it; for those who keep it. */
  chairs: z.array(named),
  tellers: z.array(z.string()),
  presentVoters: z.nullable(z.int()),
  paperSlips: z.nullable(z.int()),
  /** While the rating is on, and only for those who put it on the wall. */
  roomCode: z.nullable(z.string()),
  /** How far the papers that came back are counted; of no number itself. */
  returned: counted,
  minutes: z.nullable(z.string()),
  reports: z.array(
    z.strictObject({
      id: id(),
      deputy: named,
      /** Whoever looks gives it. */
      isOwn: z.boolean(),
      /** Null before the meeting is opened. */
      here: z.nullable(z.boolean()),
      resolutions: z.nullable(z.string()),
      deliberations: z.nullable(z.string()),
      betweenSessions: z.nullable(z.string()),
      contacts: z.nullable(z.string()),
      counted,
      /** Once it is announced. */
      result: z.nullable(reportResult),
      /** How far it is with what the voters said, from the result on. */
      letter: z.nullable(z.enum(stateNames(dutyReportTable))),
    }),
  ),
})
export type ReportMeetingView = z.output<typeof reportMeetingView>

/** 年度安排: whole districts; whoever of them has reported in this term stays away. */
export const planForm = z.strictObject({
  planYear: amount('哪一年', 2100),
  electoralDistrictId: picked('哪个选区', 'district'),
})

export const planReportMeeting = post(folder, {
  who: 'planReports',
  says: '把一个选区排进当年的述职计划：本届还没有述职的代表都请到',
  input: planForm,
  output: reportMeetingView,
})

export const listReportMeetings = get(folder, {
  who: 'followMeetings',
  says: '述职评议会，后排的在前：代表看自己要述职的，镇人大办和主席团看全部',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      ...meeting,
      deputies: z.array(z.string()),
      state: z.enum(stateNames(reportMeetingTable)),
    }),
  ),
})

/** Whoever reports there, the chair of the day, the office and the presidium. */
export const showReportMeeting = get(`${folder}/:id`, {
  who: 'followMeetings',
  says: '一次述职评议会：谁述职、述职稿、表决和结果',
  output: reportMeetingView,
})

export const dutyReportMeetingSteps = stepEndpoints(
  reportMeetingActions,
  folder,
  'followMeetings',
  reportMeetingView,
)

/** For the wall of the hall: whoever chairs opens it on a device of the office, so that the code is seen in the room alone. */
export const showReportWall = get(`${folder}/:id/wall`, {
  who: 'followMeetings',
  says: '会场大屏：会前谁述职，表决时的号码和二维码，宣布以后的结果；主持人和镇人大办打开',
  output: z.strictObject({
    ...meeting,
    townName: z.string(),
    state: z.enum(stateNames(reportMeetingTable)),
    presentVoters: z.nullable(z.int()),
    tooFewVoters: z.nullable(z.string()),
    /** While the rating is on. */
    code: z.nullable(z.strictObject({ digits: z.string(), image: z.string() })),
    reports: z.array(z.strictObject({ deputy: z.string(), result: z.nullable(reportResult) })),
  }),
})
export type ReportWall = z.output<(typeof showReportWall)['output']>

const ofDistrict = z.array(z.strictObject({ district: named, deputies: z.array(z.string()) }))

/** 年度安排: a proposal; the office or the presidium plans what it wants of it. */
export const showReportPlan = get('/towns/:town/report-plan', {
  who: 'planReports',
  says: '述职的年度安排：今年应排几位，建议排哪几个选区，本届还有谁没有述职；整个选区一起，没有述过的、隔得最久的在前',
  query: z.strictObject({
    year: z.optional(z.string().check(z.regex(/^\d{4}$/, '年份要写成“2026”这样。'))),
  }),
  output: z.strictObject({
    year: z.int(),
    /** The last year in which whoever is left reports. */
    lastYear: z.int(),
    quota: z.int(),
    planned: z.int(),
    proposed: ofDistrict,
    later: ofDistrict,
    /** Of those in office, how many have reported in this term. */
    coverage: z.string(),
    says: z.array(z.string()),
  }),
})
export type ReportPlanView = z.output<(typeof showReportPlan)['output']>
