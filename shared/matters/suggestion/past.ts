import * as z from 'zod/mini'
import {
  choice,
  day,
  line,
  maybe,
  paragraph,
  personName,
  picked,
  pickedCategory,
  pickedMany,
  presetChoice,
} from '../../grammar/fields'
import { cannotGrounds, consultationForms, outcomes, satisfactions, suggestionKinds } from '../../words/words'
import type { SuggestionState } from './states'

/** Suggestions of the term from before the town worked here: each a row of a spreadsheet, with how far it has come. */

/** Where such a one can stand; what waits for a decision aside is decided first. */
export const pastStates = {
  accepted: '待交办',
  assigned: '已交办',
  handling: '办理中',
  replied: '已答复',
  tracking: '跟踪承诺',
  evaluated: '不满意待处理',
  closed: '已办结',
  notAccepted: '不予受理',
  withdrawn: '已撤回',
} as const satisfies { readonly [S in SuggestionState]?: string }
export type PastState = keyof typeof pastStates

const pastRounds = { 1: '1', 2: '2', 3: '3' } as const
const publicities = { titleOnly: '公开', none: '不公开' } as const

export const pastSuggestion = z.strictObject({
  suggestionNo: maybe(
    line('编号', 20, {
      help: '原来有编号的照写，例如 19-2-BJ012，也可以只写 12；没有的留空，由系统接着编。',
    }),
  ),
  subject: line('建议事项', 40, { help: '一句话，不写人名和电话。' }),
  deputyId: picked('领衔代表', 'deputy', { help: '已经离任的也写姓名；同名的写成“姓名（村名）”。' }),
  coSignerIds: maybe(pickedMany('附议代表', 'deputies', 20, { help: '用顿号隔开。' })),
  handedInOn: day('提出日期', 'earlier', { help: '届次和编号从这一天算。' }),
  kind: presetChoice('种类', suggestionKinds, 'suggestion'),
  category: maybe(pickedCategory('类别')),
  villageId: maybe(picked('所在的村', 'village')),
  agendaDecision: maybe(
    paragraph('怎样列入议程', 500, {
      help: '只有议案填：哪一次会议、怎样决定的。没有列入议程的，种类写“建议”。',
    }),
  ),
  facts: maybe(paragraph('情况和原因', 2000)),
  proposal: maybe(paragraph('具体建议', 2000)),
  publicity: presetChoice('公开', publicities, 'titleOnly', {
    help: '公开的只公开事项和办理情况，核对过才出现。',
  }),
  state: choice('办到哪一步', pastStates),
  roundNo: presetChoice('第几轮', pastRounds, '1', {
    help: '办了几轮的，一轮一行，先后相接；前一轮“办到哪一步”写“不满意待处理”。只办一轮的不用填。',
  }),
  leadUnitId: maybe(picked('主办单位', 'unit')),
  coUnitIds: maybe(pickedMany('协办单位', 'units', 5, { help: '用顿号隔开。' })),
  handedOverOn: maybe(day('交办日期', 'earlier', { help: '办理期限从这一天算。' })),
  consultedOn: maybe(day('面商日期', 'earlier')),
  consultedHow: maybe(choice('面商方式', consultationForms)),
  repliedOn: maybe(day('答复日期', 'earlier')),
  outcome: maybe(choice('办理结果', outcomes)),
  ground: maybe(choice('不能解决的依据', cannotGrounds)),
  documentNo: maybe(line('答复文号', 40)),
  replyText: maybe(paragraph('答复内容', 5000)),
  publicResult: maybe(line('公开的一句话结果', 60)),
  signer: maybe(personName('签发人', 20)),
  promise: maybe(line('承诺要办的事', 100)),
  promiseDueOn: maybe(day('承诺办成的日期', 'limited')),
  ratedOn: maybe(day('评价日期', 'earlier')),
  attitudeRating: maybe(choice('办理态度', satisfactions)),
  resultRating: maybe(choice('满意度', satisfactions)),
  ratingReason: maybe(paragraph('哪里不满意', 500)),
  conclusion: maybe(paragraph('最后怎么处理的', 500, { help: '不予受理、撤回的，写原因。' })),
})
export type PastSuggestion = z.output<typeof pastSuggestion>
type Field = keyof PastSuggestion

/** What a state cannot be told without. */
const handedOver: readonly Field[] = ['leadUnitId', 'handedOverOn']
const replied: readonly Field[] = [...handedOver, 'repliedOn', 'outcome', 'publicResult']
export const neededFor: Readonly<Record<PastState, readonly Field[]>> = {
  accepted: [],
  assigned: handedOver,
  handling: handedOver,
  replied,
  tracking: [...replied, 'promise', 'promiseDueOn'],
  evaluated: [...replied, 'resultRating'],
  closed: replied,
  notAccepted: ['conclusion'],
  withdrawn: ['conclusion'],
}

/** These come one after another. */
export const inOrder = ['handedInOn', 'handedOverOn', 'consultedOn', 'repliedOn', 'ratedOn'] as const

/** What has ended stands since the last of its days; whatever goes on counts from the day it is written down. */
export const pastEnded: readonly PastState[] = ['closed', 'notAccepted', 'withdrawn']

/** Beside who typed it, in the history; and on the public page. */
export const pastNote = '补录：从电子表格登记的以前的建议'
export const pastLine = '镇人大补录以前的办理情况'
export const pastTalk = '补录：以前的面商，情况见纸质档案。'
export const pastOpinion = '补录：以前的协办意见，见纸质档案。'
