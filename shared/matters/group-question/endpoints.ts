import * as z from 'zod/mini'
import { get, named, post } from '../../grammar/endpoint'
import { day, paragraph } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { groupQuestionActions, groupQuestionFolder as folder, groupQuestionTable } from './table'

export const groupQuestionView = z.strictObject({
  ...matterView(groupQuestionTable),
  question: z.string(),
  until: z.iso.date(),
  /** In the order of the register; the figures are null as long as a group has not answered. */
  groups: z.array(
    z.strictObject({
      ...named.shape,
      answered: z.boolean(),
      inFavour: z.nullable(z.int()),
      against: z.nullable(z.int()),
      noOpinion: z.nullable(z.int()),
      reasons: z.nullable(z.string()),
      proposals: z.nullable(z.string()),
    }),
  ),
})
export type GroupQuestionView = z.output<typeof groupQuestionView>

export const askGroups = post(folder, {
  who: 'keepSessions',
  says: '请各个代表小组讨论一个题目：各组的组长收到，哪天前报上来，汇总成一张表',
  input: z.strictObject({
    question: paragraph('讨论什么', 300, { help: '只问一件事，例如：集镇停车怎么管？' }),
    until: day('哪天前报上来', 'arranged'),
  }),
  output: groupQuestionView,
})

export const showGroupQuestion = get(`${folder}/:id`, {
  who: 'followWork',
  says: '请各组讨论的一个题目：哪些小组报了、怎么说的；镇人大办、主席团和各组的代表看得到',
  output: groupQuestionView,
})

/** One for each row of the table. */
export const groupQuestionSteps = stepEndpoints(groupQuestionActions, folder, 'followWork', groupQuestionView)
