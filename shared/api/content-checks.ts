import * as z from 'zod/mini'
import { contentCheckActions, contentCheckTable, type ContentKind, contentKinds } from '../content-checks'
import { actionNames, stateNames } from '../decide'
import { id } from '../fields'
import { type RefusalCode, refusals } from '../refusals'
import { cursor, get, pageOf } from './endpoint'
import { stepEndpoints } from './steps'

const action = z.enum(actionNames(contentCheckTable))

/** One sentence or one photo on its way to the public. */
export const contentCheckView = z.strictObject({
  id: id(),
  version: z.int(),
  kind: z.enum(Object.keys(contentKinds) as ContentKind[]),
  text: z.nullable(z.string()),
  photo: z.nullable(id()),
  suggestion: z.strictObject({ id: id(), no: z.nullable(z.string()), subject: z.string() }),
  writer: z.nullable(z.string()),
  writtenAt: z.iso.datetime(),
  state: z.enum(stateNames(contentCheckTable)),
  /** Why it went back, or is not shown. */
  reason: z.nullable(z.string()),
  actions: z.array(action),
  gated: z.array(z.strictObject({ action, because: z.enum(Object.keys(refusals) as RefusalCode[]) })),
})
export type ContentCheckView = z.output<typeof contentCheckView>

export const listContentChecks = get('/towns/:town/content-checks', {
  who: 'readBeforePublic',
  says: '待复核的公开内容，新的在前',
  query: z.strictObject({ cursor }),
  output: pageOf(contentCheckView),
})

/** What has been written of one suggestion and anyone may not see yet. */
export const unshownOfSuggestion = get('/towns/:town/suggestions/:id/content-checks', {
  who: 'followWork',
  says: '一件建议里还没有公开的文字和照片，看得到这件建议的人才看得到',
  output: z.strictObject({ items: z.array(contentCheckView) }),
})

export const contentCheckSteps = stepEndpoints(
  contentCheckActions,
  '/towns/:town/content-checks',
  'followWork',
  contentCheckView,
)
