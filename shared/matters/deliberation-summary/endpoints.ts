import * as z from 'zod/mini'
import { get, named } from '../../grammar/endpoint'
import { id } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { summaryActions, summaryFolder as folder, summaryTable } from './table'
import { type AnswerKind, answerKinds, type NoteKind, noteKinds } from './words'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

export const summaryView = z.strictObject({
  ...matterView(summaryTable),
  meeting: named,
  /** Who answers for the government; null before it is handed over. */
  unit: z.nullable(named),
  dueOn: z.nullable(z.iso.date()),
  items: z.array(
    z.strictObject({
      id: id(),
      text: z.string(),
      unit: z.nullable(named),
      /** How many said so. */
      notes: z.int(),
      answerKind: z.nullable(z.enum(keys<AnswerKind>(answerKinds))),
      answer: z.nullable(z.string()),
      /** The presidium asks for another answer, because. */
      missing: z.nullable(z.string()),
      /** An answer is waited for. */
      isOpen: z.boolean(),
    }),
  ),
  /** Who said what, in which group: for the office and the presidium alone. */
  notes: z.array(
    z.strictObject({
      id: id(),
      agendaItem: z.string(),
      group: z.nullable(z.string()),
      kind: z.enum(keys<NoteKind>(noteKinds)),
      text: z.string(),
      speaker: z.nullable(z.string()),
      /** In which item it stands, by its place from one. */
      itemNo: z.nullable(z.int()),
      leftOut: z.nullable(z.string()),
    }),
  ),
})
export type SummaryView = z.output<typeof summaryView>

export const showSummary = get(`${folder}/:id`, {
  who: 'followWork',
  says: '一次会议的审议意见：一条一条是什么、镇政府怎么答复；交出去以后代表都看得到，是哪组、谁说的只有镇人大办和主席团看得到',
  output: summaryView,
})

/** One for each row of the table. */
export const deliberationSummarySteps = stepEndpoints(summaryActions, folder, 'followWork', summaryView)
