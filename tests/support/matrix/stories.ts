import type { Story } from './story'
import { awardStory } from './stories/award'
import { activityPlanStory } from './stories/activity-plan'
import { appFeedbackStory } from './stories/app-feedback'
import { dutyWarningStory } from './stories/duty-warning'
import { awardStandingStory } from './stories/award-standing'
import { contentCheckStory } from './stories/content-check'
import { deliberationSummaryStory } from './stories/deliberation-summary'
import { externalSuggestionStory } from './stories/external-suggestion'
import { groupBallotStory } from './stories/group-ballot'
import { groupQuestionStory } from './stories/group-question'
import { letterBoxStory } from './stories/letter-box'
import { activityStory } from './stories/activity'
import { meetingStory } from './stories/meeting'
import { opinionStory } from './stories/opinion'
import { dutyReportStory } from './stories/duty-report'
import { dutyRecordStory } from './stories/duty-record'
import { petitionStory } from './stories/petition'
import { posterStory } from './stories/poster'
import { receptionStory } from './stories/reception'
import { reportMeetingStory } from './stories/report-meeting'
import { rectificationStory } from './stories/rectification'
import { resolutionStory } from './stories/resolution'
import { siteReviewStory } from './stories/site-review'
import { suggestionStory } from './stories/suggestion'
import { toldHowStory } from './stories/told-how'
import { unitLineStory } from './stories/unit-line'

/**
 * How each kind of matter is lived through, by its name in `shared/workflow.ts`. The
 * last one is lived after all else has been made.
 */
export const stories: Readonly<Record<string, Story>> = {
  suggestion: suggestionStory,
  contentCheck: contentCheckStory,
  siteReview: siteReviewStory,
  poster: posterStory,
  letterBox: letterBoxStory,
  reception: receptionStory,
  meeting: meetingStory,
  activity: activityStory,
  rectification: rectificationStory,
  deliberationSummary: deliberationSummaryStory,
  resolution: resolutionStory,
  groupQuestion: groupQuestionStory,
  dutyReportMeeting: reportMeetingStory,
  dutyReport: dutyReportStory,
  award: awardStory,
  dutyWarning: dutyWarningStory,
  appFeedback: appFeedbackStory,
  activityPlan: activityPlanStory,
  awardStanding: awardStandingStory,
  externalSuggestion: externalSuggestionStory,
  groupBallot: groupBallotStory,
  toldHow: toldHowStory,
  petition: petitionStory,
  unitLine: unitLineStory,
  dutyRecord: dutyRecordStory,
  opinion: opinionStory,
}
