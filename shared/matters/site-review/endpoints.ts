import * as z from 'zod/mini'
import { actionNames, stateNames } from '../../grammar/decide'
import { matterView } from '../../grammar/matter-view'
import { siteReviewActions, siteReviewTable } from './table'
import { day, id, line, maybe, pickedMany } from '../../grammar/fields'
import { type SuggestionState, suggestionStates } from '../suggestion/states'
import { suggestionTable } from '../suggestion/table'
import { cursor, get, pageOf, post } from '../../grammar/endpoint'
import { stepEndpoints } from '../../grammar/step-endpoints'

/** 现场评议: each quarter deputies go to see how some suggestions are handled (catalogue 74). */
const matter = z.strictObject({
  id: id(),
  version: z.int(),
  no: z.nullable(z.string()),
  subject: z.string(),
  unit: z.nullable(z.string()),
  state: z.enum(Object.keys(suggestionStates) as SuggestionState[]),
  finding: z.nullable(z.string()),
  actions: z.array(z.enum(actionNames(suggestionTable))),
})

const review = {
  id: id(),
  heldOn: z.iso.date(),
  place: z.string(),
  others: z.nullable(z.string()),
  state: z.enum(stateNames(siteReviewTable)),
  /** Why it was moved or called off last. */
  reason: z.nullable(z.string()),
  /** Suggestions that are looked at, and of how many the finding is written down. */
  count: z.int(),
  recorded: z.int(),
}
export const siteReviewView = z.strictObject({
  ...matterView(siteReviewTable),
  ...review,
  deputies: z.array(z.string()),
  matters: z.array(matter),
})
export type SiteReviewView = z.output<typeof siteReviewView>

const siteReviewPage = z.strictObject({
  ...pageOf(z.strictObject(review)).shape,
  /** Whether one is held or planned in the quarter that it is now. */
  thisQuarter: z.boolean(),
})

export const listSiteReviews = get('/towns/:town/site-reviews', {
  who: 'holdSiteReviews',
  says: '现场评议，新的在前；本季度有没有安排',
  query: z.strictObject({ cursor }),
  output: siteReviewPage,
})

export const listReviewable = get('/towns/:town/site-reviews/matters', {
  who: 'holdSiteReviews',
  says: '可以到现场评议的建议：已经交办、还没有办结的',
  output: z.strictObject({
    matters: z.array(
      z.strictObject({
        id: id(),
        no: z.nullable(z.string()),
        subject: z.string(),
        unit: z.nullable(z.string()),
      }),
    ),
  }),
})

export const showSiteReview = get('/towns/:town/site-reviews/:id', {
  who: 'holdSiteReviews',
  says: '一次现场评议：看哪些建议、谁参加、结果怎样',
  output: siteReviewView,
})

export const planSiteReview = post('/towns/:town/site-reviews', {
  who: 'holdSiteReviews',
  says: '安排一次现场评议，参加的代表和主办单位马上收到消息',
  input: z.strictObject({
    heldOn: day('评议日期', 'arranged'),
    place: line('集合地点', 60),
    suggestionIds: pickedMany('看哪些建议', 'matters', 20),
    deputyIds: pickedMany('参加的代表', 'deputies', 100),
    others: maybe(line('还有谁参加', 100, { help: '例如：分管副镇长、水利站站长。' })),
  }),
  output: siteReviewView,
})

export const siteReviewSteps = stepEndpoints(
  siteReviewActions,
  '/towns/:town/site-reviews',
  'holdSiteReviews',
  siteReviewView,
)
