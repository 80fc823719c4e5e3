import { activityTable } from './matters/activity/table'
import { activityPlanTable } from './matters/activity-plan/table'
import { appFeedbackTable } from './matters/app-feedback/table'
import { dutyWarningTable } from './matters/duty-warning/table'
import { awardTable } from './matters/award/table'
import { awardStandingTable } from './matters/award-standing/table'
import { contentCheckTable } from './matters/content-check/table'
import { summaryTable } from './matters/deliberation-summary/table'
import { externalTable } from './matters/external-suggestion/table'
import { groupBallotTable } from './matters/group-ballot/table'
import { groupQuestionTable } from './matters/group-question/table'
import { opinionTable } from './matters/opinion/table'
import { letterBoxTable } from './matters/letter-box/table'
import { meetingTable } from './matters/meeting/table'
import { dutyReportTable } from './matters/duty-report/table'
import { reportMeetingTable } from './matters/duty-report-meeting/table'
import { rectificationTable } from './matters/rectification/table'
import { resolutionTable } from './matters/resolution/table'
import { siteReviewTable } from './matters/site-review/table'
import { petitionTable } from './matters/petition/table'
import { posterTable } from './matters/poster/table'
import { receptionTable } from './matters/reception/table'
import { dutyRecordTable } from './matters/duty-record/table'
import { suggestionTable } from './matters/suggestion/table'
import { toldHowTable } from './matters/told-how/table'
import { unitLineTable } from './matters/unit-line/table'

/**
 * The door to the rules: every kind of matter, one line each. The page of the workflow, the contract, the phone, the
 * engine and the tests walk this list.
 */
export const matterTables = {
  suggestion: suggestionTable,
  opinion: opinionTable,
  contentCheck: contentCheckTable,
  siteReview: siteReviewTable,
  awardStanding: awardStandingTable,
  externalSuggestion: externalTable,
  groupBallot: groupBallotTable,
  poster: posterTable,
  toldHow: toldHowTable,
  petition: petitionTable,
  reception: receptionTable,
  unitLine: unitLineTable,
  dutyRecord: dutyRecordTable,
  meeting: meetingTable,
  letterBox: letterBoxTable,
  activity: activityTable,
  rectification: rectificationTable,
  deliberationSummary: summaryTable,
  resolution: resolutionTable,
  groupQuestion: groupQuestionTable,
  dutyReportMeeting: reportMeetingTable,
  dutyReport: dutyReportTable,
  award: awardTable,
  dutyWarning: dutyWarningTable,
  appFeedback: appFeedbackTable,
  activityPlan: activityPlanTable,
} as const

export type KindName = keyof typeof matterTables
