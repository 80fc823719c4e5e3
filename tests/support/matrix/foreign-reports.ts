import { castBallot } from '../../../shared/matters/duty-report-meeting/ballots'
import {
  planReportMeeting,
  dutyReportMeetingSteps,
} from '../../../shared/matters/duty-report-meeting/endpoints'
import { dutyReportSteps } from '../../../shared/matters/duty-report/endpoints'
import type { ReportMeetingState } from '../../../shared/matters/duty-report-meeting/table'
import { newId } from '../../../server/database/id'
import { districtOf } from '../report-room'
import type { TestServer } from '../server'
import { addDeputy, type TestTown } from '../town'
import type { Question, Row } from './foreign-row'
import { dutyReportForms, newDutyReport } from './stories/duty-report'
import { newReportMeeting, reportForms } from './stories/report-meeting'

/** The ids that a report to voters may carry. */
export function rowsOfReports(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const stepOf =
    (action: keyof ReturnType<typeof reportForms>, state: ReportMeetingState) =>
    async (): Promise<Question> => {
      const { server, town } = begun()
      const { id, reportId } = await newReportMeeting(server, town, { state })
      return {
        ...{ endpoint: dutyReportMeetingSteps[action], params: { town: town.id, id }, person: town.office },
        input: { version: 0, form: reportForms(town, reportId)[action] },
      }
    }
  const foreignReport = async () =>
    (await newReportMeeting(begun().server, begun().elsewhere, { state: 'rating' })).reportId
  const district = async (town: TestTown) => {
    const { server } = begun()
    const personId = await addDeputy(server, town.id, '白石头')
    return districtOf(server, town, `选区 ${newId().slice(0, 6)}`, [personId])
  }
  const chair = () => begun().elsewhere.presidium.id
  return [
    ['dutyReportMeetingSteps.notice', ['form', 'chairId'], chair, stepOf('notice', 'planned')],
    ['dutyReportMeetingSteps.moveMeeting', ['form', 'chairId'], chair, stepOf('moveMeeting', 'noticed')],
    [
      'dutyReportMeetingSteps.openMeeting',
      ['form', 'hereIds', '0'],
      foreignReport,
      stepOf('openMeeting', 'noticed'),
    ],
    ...(['postpone', 'release'] as const).map((action): Row => [
      `dutyReportMeetingSteps.${action}`,
      ['form', 'reportId'],
      foreignReport,
      async () => {
        const { server, town } = begun()
        const { id, reportId, otherId } = await newReportMeeting(server, town, {
          state: 'planned',
          two: true,
        })
        return {
          ...{ endpoint: dutyReportMeetingSteps[action], params: { town: town.id, id }, person: town.office },
          input: { version: 0, form: reportForms(town, reportId, otherId)[action] },
        }
      },
    ]),
    [
      'dutyReportMeetingSteps.writeReportFor',
      ['form', 'reportId'],
      foreignReport,
      stepOf('writeReportFor', 'planned'),
    ],
    ...(['countFirst', 'countSecond'] as const).map((action): Row => [
      `dutyReportMeetingSteps.${action}`,
      ['form', 'counts', '0', 'reportId'],
      foreignReport,
      stepOf(action, 'counting'),
    ]),
    ...(['respond', 'respondByWord'] as const).map((action): Row => [
      `dutyReportSteps.${action}`,
      ['form', 'opinionId'],
      async () => (await newDutyReport(begun().server, begun().elsewhere, 'letterSent')).opinionId,
      async () => {
        const { server, town } = begun()
        const { id, opinionId } = await newDutyReport(server, town, 'letterSent')
        return {
          ...{ endpoint: dutyReportSteps[action], params: { town: town.id, id } },
          person: action === 'respond' ? town.deputy : town.office,
          input: { version: 0, form: dutyReportForms(opinionId)[action] },
        }
      },
    ]),
    [
      'planReportMeeting',
      ['electoralDistrictId'],
      () => district(begun().elsewhere),
      async () => {
        const { town } = begun()
        const input = { planYear: 2026, electoralDistrictId: await district(town) }
        return { endpoint: planReportMeeting, params: { town: town.id }, person: town.office, input }
      },
    ],
    [
      'castBallot',
      ['ratings', '0', 'reportId'],
      foreignReport,
      async () => {
        const { server, town } = begun()
        const { reportId, roomCode, slip } = await newReportMeeting(server, town, { state: 'rating' })
        const input = { roomCode, slip, ratings: [{ reportId, rating: 'satisfied' }] }
        return { endpoint: castBallot, params: { town: town.id }, person: town.villager, input }
      },
    ],
  ]
}
