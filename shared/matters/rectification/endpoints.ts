import * as z from 'zod/mini'
import { get, named } from '../../grammar/endpoint'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { rectificationActions, rectificationFolder as folder, rectificationTable } from './table'

export const rectificationView = z.strictObject({
  ...matterView(rectificationTable),
  /** Of the inspection at which it was found. */
  inspection: z.string(),
  site: z.nullable(z.string()),
  seen: z.string(),
  problem: z.string(),
  lawArticle: z.nullable(z.string()),
  unit: named,
  dueOn: z.iso.date(),
  result: z.nullable(z.string()),
})
export type RectificationView = z.output<typeof rectificationView>

export const showRectification = get(`${folder}/:id`, {
  who: 'followWork',
  says: '视察发现的一项问题：看到了什么、哪个单位改、改好没有；这个单位、去视察的代表、镇人大办和主席团看得到',
  output: rectificationView,
})

/** One for each row of the table. */
export const rectificationSteps = stepEndpoints(rectificationActions, folder, 'followWork', rectificationView)
