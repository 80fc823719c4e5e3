import * as z from 'zod/mini'
import { get, named } from '../../grammar/endpoint'
import { id } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { reportResult } from '../duty-report-meeting/endpoints'
import { dutyReportActions, dutyReportFolder as folder, dutyReportTable } from './table'

export const dutyReportView = z.strictObject({
  ...matterView(dutyReportTable),
  deputy: named,
  district: named,
  meetingId: id(),
  heldOn: z.nullable(z.iso.date()),
  presentVoters: z.nullable(z.int()),
  result: z.nullable(reportResult),
  letterNo: z.nullable(z.string()),
  /** Null before the letter is sent. */
  letterOn: z.nullable(z.iso.date()),
  answerBy: z.nullable(z.iso.date()),
  opinions: z.array(
    z.strictObject({
      id: id(),
      text: z.string(),
      answer: z.nullable(z.string()),
      /** Both are published and found in order. */
      isPublic: z.boolean(),
    }),
  ),
})
export type DutyReportView = z.output<typeof dutyReportView>

export const showDutyReport = get(`${folder}/:id`, {
  who: 'followWork',
  says: '一位代表述职以后：选民提了什么意见，代表怎么回应；本人、镇人大办和主席团看得到，公布以后谁都看得到',
  output: dutyReportView,
})

/** One for each row of the table. */
export const dutyReportSteps = stepEndpoints(dutyReportActions, folder, 'followWork', dutyReportView)
