import * as z from 'zod/mini'
import { stateNames } from '../../grammar/decide'
import { cursor, get, pageOf, post } from '../../grammar/endpoint'
import { amount, choice, id, line, maybe, paragraph, picked, pickedMany } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { decidedHow } from '../suggestion/rows/together'
import { awardActions, awardFolder as folder, awardTable } from './table'
import { type AwardKind, awardKinds, type ObjectionWay, objectionWays } from './words'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

const award = {
  id: id(),
  year: z.int(),
  title: z.string(),
  awardKind: z.enum(keys<AwardKind>(awardKinds)),
  /** Who or what is praised, as a sentence names it. */
  whose: z.string(),
  noticeTo: z.nullable(z.iso.date()),
  certificateNo: z.nullable(z.string()),
}

export const awardView = z.strictObject({
  ...matterView(awardTable),
  ...award,
  deeds: z.string(),
  /** As they stood when the name was put forward. */
  criteria: z.array(z.string()),
  noticeFrom: z.nullable(z.iso.date()),
  decidedOn: z.nullable(z.iso.date()),
  decidedHow: z.nullable(z.string()),
  objections: z.array(
    z.strictObject({
      id: id(),
      notedOn: z.iso.date(),
      way: z.enum(keys<ObjectionWay>(objectionWays)),
      text: z.string(),
      answer: z.nullable(z.string()),
      answeredOn: z.nullable(z.iso.date()),
    }),
  ),
})
export type AwardView = z.output<typeof awardView>

const of = (awardKind: AwardKind) => ({ shownWhen: [{ field: 'awardKind', is: awardKind }] }) as const

/** 提名. The criteria of a campaign are not typed again. */
export const awardForm = z.strictObject({
  year: amount('哪一年', 2100),
  campaignId: maybe(picked('哪个创先争优活动', 'asked', { help: '不属于哪个活动的不用选，写表彰的名称。' })),
  title: maybe(line('表彰的名称', 20, { help: '例如“优秀建议”“先进代表小组”。选了活动的不用写。' })),
  awardKind: choice('表彰什么', awardKinds),
  personId: maybe(picked('哪位代表', 'deputy', of('deputy'))),
  deputyGroupId: maybe(picked('哪个代表小组', 'group', of('group'))),
  suggestionNo: maybe(
    line('建议的编号', 30, { ...of('suggestion'), help: '例如“19-2-BJ012”；不公开的建议不能表彰。' }),
  ),
  deeds: paragraph('事迹', 100, { help: '公示时大家都看得到。不写电话、住址和群众的姓名。' }),
})

export const proposeAward = post(folder, {
  who: 'followAwards',
  says: '提名一位代表、一个小组或一件建议受表彰；公示以前不公开',
  input: awardForm,
  output: awardView,
})

export const listAwards = get(folder, {
  who: 'followAwards',
  says: '表彰：新的年份在前，同一年按证书号、再按名册，不按别的',
  query: z.strictObject({ cursor }),
  output: pageOf(z.strictObject({ ...award, state: z.enum(stateNames(awardTable)) })),
})

const together = z.strictObject({
  awardIds: pickedMany('哪些', 'matters', 60),
  decidedHow,
})
const done = z.strictObject({ count: z.int() })

export const publishAwards = post(`${folder}/publish`, {
  who: 'decideAwards',
  says: '主席团一次公示多个名字：每一个走同样的一步，有一个不行就都不公示',
  input: together,
  output: done,
})

export const grantAwards = post(`${folder}/grant`, {
  who: 'decideAwards',
  says: '主席团一次授予多个：每一个走同样的一步，证书号按名册一个接一个',
  input: together,
  output: done,
})

export const showAward = get(`${folder}/:id`, {
  who: 'followWork',
  says: '一个表彰：事迹、公示、意见和答复、证书号；镇人大办、主席团和本人看',
  output: awardView,
})

/** One for each row of the table. */
export const awardSteps = stepEndpoints(awardActions, folder, 'followWork', awardView)

/** 表彰公示 and what was granted, for everyone. */
export const listPublicAwards = get('/towns/:town/public-awards', {
  who: 'anyone',
  says: '表彰公示和授予的表彰，新的年份在前，同一年按证书号、再按名册',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      year: z.int(),
      title: z.string(),
      awardKind: z.enum(keys<AwardKind>(awardKinds)),
      /** The deputy; of a suggestion, whoever proposed it first. */
      deputy: z.nullable(z.string()),
      group: z.nullable(z.string()),
      suggestion: z.nullable(z.strictObject({ id: id(), no: z.nullable(z.string()), item: z.string() })),
      deeds: z.string(),
      /** While it stands on the notice. */
      noticeTo: z.nullable(z.iso.date()),
      certificateNo: z.nullable(z.string()),
    }),
  ),
})
