import * as z from 'zod/mini'
import { get, named } from '../../grammar/endpoint'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { resolutionActions, resolutionFolder as folder, resolutionTable } from './table'

export const resolutionView = z.strictObject({
  ...matterView(resolutionTable),
  /** At which it was decided. */
  meeting: named,
  what: z.string(),
  /** Who does it. */
  whose: z.string(),
  dueOn: z.iso.date(),
  /** At how many meetings it was not done yet. */
  times: z.int(),
  result: z.nullable(z.string()),
})
export type ResolutionView = z.output<typeof resolutionView>

export const showResolution = get(`${folder}/:id`, {
  who: 'followWork',
  says: '会上议定的一件事：谁办、哪天前办好、办好没有；办的人、镇人大办、主席团看得到，人代会议定的代表都看得到',
  output: resolutionView,
})

/** One for each row of the table. */
export const resolutionSteps = stepEndpoints(resolutionActions, folder, 'followWork', resolutionView)
