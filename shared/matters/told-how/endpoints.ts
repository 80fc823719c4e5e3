import * as z from 'zod/mini'
import { cursor, get, pageOf } from '../../grammar/endpoint'
import { due } from '../../grammar/due-fields'
import { id } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { toldHowActions, toldHowFolder as folder, toldHowTable } from './table'

/** What whoever picks up the telephone needs: which matter, what to say, and whether there is a number to open. */
const toSay = {
  opinionId: id(),
  title: z.string(),
  /** Of the matter, for whoever asks. */
  number: z.string(),
  deputy: z.string(),
  village: z.nullable(z.string()),
  endedOn: z.iso.date(),
  /** What the resident is told, word by word. */
  says: z.string(),
  hasPhone: z.boolean(),
  /** Has no phone of their own, and took a slip along. */
  onSlip: z.boolean(),
}

export const toldHowView = z.strictObject({ ...matterView(toldHowTable), ...toSay })
export type ToldHowView = z.output<typeof toldHowView>

export const showToldHow = get(`${folder}/:id`, {
  who: 'tellResidents',
  says: '一件办结的事告诉群众了没有：怎么告诉的、哪天、谁、用谁的话，或者为什么告诉不到',
  output: toldHowView,
})

export const listUntold = get(folder, {
  who: 'tellResidents',
  says: '还没告诉的：办结了、群众还不知道结果的事，轮到我告诉的在前，最急的在前',
  query: z.strictObject({ lane: z.optional(z.enum(['mine', 'others'])), cursor }),
  output: pageOf(
    z.strictObject({
      id: id(),
      version: z.int(),
      ...toSay,
      due,
    }),
  ),
})
export type Untold = z.output<typeof listUntold.output>['items'][number]

/** One for each row of the table. */
export const toldHowSteps = stepEndpoints(toldHowActions, folder, 'tellResidents', toldHowView)
