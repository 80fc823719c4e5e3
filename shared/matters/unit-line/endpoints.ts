import * as z from 'zod/mini'
import { get, named, post } from '../../grammar/endpoint'
import { id } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { unitLineActions, unitLineFolder as folder, unitLineForm, unitLineTable } from './table'

export const unitLineView = z.strictObject({
  ...matterView(unitLineTable),
  subject: z.string(),
  text: z.string(),
  deputy: z.string(),
  unit: named,
  village: z.nullable(z.string()),
  /** The suggestion that came of it. */
  suggestionId: z.nullable(id()),
})
export type UnitLineView = z.output<typeof unitLineView>

export const askUnit = post(folder, {
  who: 'askUnits',
  says: '代表直接问一个单位：单位在规定的工作日内回答，镇人大办看得到；不是建议，不公开',
  input: unitLineForm,
  output: unitLineView,
})

export const showUnitLine = get(`${folder}/:id`, {
  who: 'followWork',
  says: '代表直接问单位的一件：问了什么、怎么答的；只有这位代表、这个单位和镇人大办看得到',
  output: unitLineView,
})

/** One for each row of the table. */
export const unitLineSteps = stepEndpoints(unitLineActions, folder, 'followWork', unitLineView)
