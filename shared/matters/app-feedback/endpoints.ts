import * as z from 'zod/mini'
import { stateNames } from '../../grammar/decide'
import { due } from '../../grammar/due-fields'
import { cursor, get, pageOf, post } from '../../grammar/endpoint'
import { choice, id } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { type Role, roles } from '../../permissions'
import { appFeedbackActions, appFeedbackFolder as folder, appFeedbackTable, feedbackText } from './table'
import { type FeedbackAbout, feedbackAbouts } from './words'

const about = z.enum(Object.keys(feedbackAbouts) as FeedbackAbout[])

/** No name, no number, no village: as what somebody uses the app is all that an answer needs. */
const said = {
  about,
  writtenAs: z.enum(Object.keys(roles) as Role[]),
  text: z.string(),
  /** Of the last answer, not of the thread, which the history has. */
  answer: z.nullable(z.string()),
  writtenOn: z.iso.date(),
}

export const appFeedbackView = z.strictObject({
  ...matterView(appFeedbackTable),
  ...said,
  /** Who answers, as sentences name them. */
  to: z.string(),
})
export type AppFeedbackView = z.output<typeof appFeedbackView>

export const appFeedbackForm = z.strictObject({
  about: choice('是哪一种', feedbackAbouts),
  text: feedbackText('想说的话', '不用写姓名和电话，答复的人也看不到是谁写的。'),
})

export const writeAppFeedback = post(folder, {
  who: 'writeOpinion',
  says: '对这个小程序有意见：写给县人大，不经过镇里；镇里没有接到县的，写给镇人大办',
  input: appFeedbackForm,
  output: appFeedbackView,
})

const row = z.strictObject({
  id: id(),
  ...said,
  state: z.enum(stateNames(appFeedbackTable)),
})

export const listMyAppFeedback = get(folder, {
  who: 'writeOpinion',
  says: '我对这个小程序写过的意见，新的在前；写给谁',
  query: z.strictObject({ cursor }),
  output: z.strictObject({ ...pageOf(row).shape, to: z.string() }),
})

export const showAppFeedback = get(`${folder}/:id`, {
  who: 'writeOpinion',
  says: '一条对小程序的意见和答复：写的人自己和答复的人看得到，看不到是谁写的',
  output: appFeedbackView,
})

export const listCountyAppFeedback = get('/counties/:county/app-feedback', {
  who: 'account',
  says: '县人大看全县对小程序的意见：等答复的在前，早写的在前；没有姓名',
  query: z.strictObject({ lane: z.optional(z.enum(['waiting', 'answered'])), cursor }),
  output: pageOf(
    z.strictObject({
      ...row.shape,
      town: z.strictObject({ id: id(), name: z.string() }),
      /** Null once it is answered. */
      due: z.nullable(due),
    }),
  ),
})
export type CountyAppFeedback = z.output<typeof listCountyAppFeedback.output>['items'][number]

/** One for each row of the table. */
export const appFeedbackSteps = stepEndpoints(appFeedbackActions, folder, 'writeOpinion', appFeedbackView)
