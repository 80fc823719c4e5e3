import * as z from 'zod/mini'
import { actionNames } from '../grammar/decide'
import { id } from '../grammar/fields'
import { suggestionTable } from '../matters/suggestion/table'
import { get } from '../grammar/endpoint'
import { due } from '../grammar/due-fields'

/** 进展汇报: what a unit has in hand, how it stood at the last report, and when the next one is due. */
export const progressRow = z.strictObject({
  id: id(),
  version: z.int(),
  no: z.nullable(z.string()),
  subject: z.string(),
  unit: z.string(),
  deadlineOn: z.iso.date(),
  progressDue: due,
  last: z.nullable(z.strictObject({ on: z.iso.date(), note: z.string() })),
  actions: z.array(z.enum(actionNames(suggestionTable))),
})
export type ProgressRow = z.output<typeof progressRow>

export const listProgress = get('/towns/:town/progress', {
  who: 'followWork',
  says: '进展汇报：本单位在办的建议（镇人大看全镇的），逾期没有报告的在前',
  output: z.strictObject({
    items: z.array(progressRow),
    /** Of all units, because one hears the reports. */
    supervises: z.boolean(),
  }),
})
