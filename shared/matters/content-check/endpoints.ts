import * as z from 'zod/mini'
import { contentCheckActions, contentCheckTable, type ContentKind, contentKinds } from './table'
import { actionNames, stateNames } from '../../grammar/decide'
import { choice, id, line, maybe } from '../../grammar/fields'
import { type PersonalKind, personalKinds } from '../../personal-data/personal-data'
import { type RefusalCode, refusals } from '../../words/refusals'
import { cursor, get, pageOf, post } from '../../grammar/endpoint'
import { stepEndpoints } from '../../grammar/step-endpoints'

const action = z.enum(actionNames(contentCheckTable))

/** One sentence or one photo on its way to the public. */
export const contentCheckView = z.strictObject({
  id: id(),
  version: z.int(),
  kind: z.enum(Object.keys(contentKinds) as ContentKind[]),
  text: z.nullable(z.string()),
  photo: z.nullable(id()),
  /** What everyone sees in the place of the photo, where it is blurred. */
  blurred: z.nullable(id()),
  /** Of a portrait: whose it is. */
  place: z.nullable(id()),
  /** Where the text belongs to a suggestion. */
  suggestion: z.nullable(z.strictObject({ id: id(), no: z.nullable(z.string()), subject: z.string() })),
  /** What our own check found in the text, to be marked. */
  found: z.array(
    z.strictObject({
      kind: z.enum(Object.keys(personalKinds) as PersonalKind[]),
      from: z.int(),
      to: z.int(),
    }),
  ),
  /** What became of it, oldest first. */
  history: z.array(
    z.strictObject({
      action,
      by: z.nullable(z.string()),
      at: z.iso.datetime(),
      reason: z.nullable(z.string()),
    }),
  ),
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

export const showContentCheck = get('/towns/:town/content-checks/:id', {
  who: 'followWork',
  says: '要公开的一句话、一张照片：写的人和复核的人看得到',
  output: contentCheckView,
})

/** Which public texts: of suggestions, of the register; public now, or taken back. */
export const publicLists = {
  matters: '建议和答复',
  register: '代表和站点',
  hidden: '已撤下',
} as const
export type PublicList = keyof typeof publicLists

export const listPublicTexts = post('/towns/:town/public-texts/search', {
  who: 'readBeforePublic',
  says: '外面看得到的每一句话、每一张照片，新的在前；可以按字句、按建议编号找，可以撤下',
  input: z.strictObject({
    list: choice('看哪一类', publicLists),
    words: maybe(line('要找的字句或建议编号', 40)),
    cursor,
  }),
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
