import type { WorkRow } from '../../../shared/api/work'
import type { MatterView } from '../../../shared/grammar/matter-view'
import type { AnyTable } from '../../../shared/grammar/matter'
import { matterTables } from '../../../shared/workflow'
import { Empty } from '../pieces/empty'
import { activityMatter } from './activity-matter'
import { dutyWarningMatter } from './duty-warning-matter'
import { activityPlanMatter } from './activity-plan-matter'
import { appFeedbackMatter } from './app-feedback-matter'
import { awardMatter } from './award-matter'
import { awardStandingMatter } from './award-standing-matter'
import { contentCheckMatter } from './content-check-matter'
import { deliberationSummaryMatter } from './deliberation-summary-matter'
import { dutyRecordMatter } from './duty-record-matter'
import { dutyReportMatter } from './duty-report-matter'
import { externalMatter } from './external-matter'
import { groupBallotMatter } from './group-ballot-matter'
import { groupQuestionMatter } from './group-question-matter'
import { letterBoxMatter } from './letter-box-matter'
import { MatterPage } from './matter-page'
import type { MatterParts } from './matter-parts'
import { meetingMatter } from './meeting-matter'
import type { OneMatter } from './one-matter'
import { opinionMatter } from './opinion-matter'
import { petitionMatter } from './petition-matter'
import { plainMatter } from './plain-matter'
import { posterMatter } from './poster-matter'
import { receptionMatter } from './reception-matter'
import { rectificationMatter } from './rectification-matter'
import { reportMeetingMatter } from './report-meeting-matter'
import { resolutionMatter } from './resolution-matter'
import { siteReviewMatter } from './site-review-matter'
import { suggestionMatter } from './suggestion-matter'
import { toldHowMatter } from './told-how-matter'
import { unitLineMatter } from './unit-line-matter'
import { WaysOn } from './ways-on'

/** What a kind of matter brings to the one page that shows them all; who brings nothing has a plain one. */
const own: Readonly<Partial<Record<string, MatterParts<MatterView>>>> = {
  suggestion: suggestionMatter,
  opinion: opinionMatter,
  contentCheck: contentCheckMatter,
  siteReview: siteReviewMatter,
  awardStanding: awardStandingMatter,
  externalSuggestion: externalMatter,
  groupBallot: groupBallotMatter,
  poster: posterMatter,
  toldHow: toldHowMatter,
  petition: petitionMatter,
  reception: receptionMatter,
  unitLine: unitLineMatter,
  dutyRecord: dutyRecordMatter,
  meeting: meetingMatter,
  letterBox: letterBoxMatter,
  activity: activityMatter,
  rectification: rectificationMatter,
  deliberationSummary: deliberationSummaryMatter,
  resolution: resolutionMatter,
  groupQuestion: groupQuestionMatter,
  dutyReportMeeting: reportMeetingMatter,
  dutyReport: dutyReportMatter,
  award: awardMatter,
  dutyWarning: dutyWarningMatter,
  appFeedback: appFeedbackMatter,
  activityPlan: activityPlanMatter,
}

const kinds = new Map(
  Object.entries<AnyTable>(matterTables).map(([kind, table]) => [
    kind,
    own[kind] ?? (plainMatter(table) as MatterParts<MatterView> | undefined),
  ]),
)

export const titleOf = (kind: string) => kinds.get(kind)?.word ?? '没有这一件'

/** Takes a step that asks for nothing in a matter of which a list knows no more than that. */
export async function takeStep(
  town: string,
  { kind, id, version }: Pick<WorkRow, 'kind' | 'id' | 'version'>,
  step: string,
  key: string,
): Promise<void> {
  await kinds.get(kind)?.take(town, { id, version } as MatterView, step, {}, key)
}

export function MatterPanel({ kind, ...matter }: OneMatter & { kind: string }) {
  const parts = kinds.get(kind)
  if (parts) return <MatterPage parts={parts} {...matter} />
  return (
    <>
      <Empty>没有找到这一件：地址可能抄错了。您要找的多半在首页。</Empty>
      <WaysOn />
    </>
  )
}
