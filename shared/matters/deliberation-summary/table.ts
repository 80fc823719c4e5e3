import * as z from 'zod/mini'
import { byWordOf } from '../../grammar/by-word'
import { choice, day, line, maybe, paragraph, picked, pickedMany } from '../../grammar/fields'
import { type ActionRow, defineMatter } from '../../grammar/matter'
import { type SummaryGate, type SummaryParty, type SummaryState, summaryStates as states } from './states'
import { answerKinds } from './words'

export { type SummaryGate, type SummaryParty, type SummaryState } from './states'

/**
 * 审议意见: what was said in the groups, in one list to the government, which answers each item by a day; then the presidium
 * hears it. An opinion is no suggestion: whoever wants one writes it as one.
 */
export const summaryFolder = '/towns/:town/deliberation-summaries'

/** As many notes as a session of a hundred may leave. */
export const mostNotes = 300
export const mostSummaryItems = 60

const sorting =
  'Catalogue 145: deliberation notes by group become one summary; nothing that was said is lost on the way'
const answering = 'ZJ 18, 23, ZJm 9: the government studies what was said at the session and answers it'

/** While it is sorted it is in their hands alone. */
const within = ['congressOffice', 'presidium'] as const satisfies SummaryParty[]

const notes = pickedMany('哪几条发言', 'notes', mostNotes)
const item = picked('哪一条', 'asked')

const steps = {
  gather: {
    label: '整理成一条',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { sorting: 'sorting' },
    needs: ['notesFree'],
    input: z.strictObject({
      noteIds: notes,
      text: paragraph('整理成怎样一句', 500, {
        help: '交镇政府办，代表都看得到。说同一件事的并成一条，不写是谁说的。',
      }),
      unitId: maybe(picked('请哪个单位办', 'unit', { help: '镇政府可以再分。' })),
    }),
    tells: {},
    readBy: within,
    source: sorting,
  },
  leaveOut: {
    label: '不列入，写原因',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { sorting: 'sorting' },
    needs: ['notesFree'],
    input: z.strictObject({
      noteIds: notes,
      reason: line('为什么', 100, { help: '例如：当场已经答复了。' }),
    }),
    tells: {},
    readBy: within,
    source: sorting,
  },
  takeApart: {
    label: '拆开一条重新整理',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { sorting: 'sorting' },
    needs: ['itemsThere'],
    input: z.strictObject({ itemId: item }),
    tells: {},
    readBy: within,
    source: sorting,
  },
  handOver: {
    label: '交镇政府',
    tone: 'primary',
    by: ['presidium'],
    moves: { sorting: 'handedOver' },
    needs: ['everyNoteUsed', 'itemsThere'],
    input: z.strictObject({
      unitId: picked('由谁代镇政府答复', 'unit', { help: '一般是党政办公室，由它分给各单位、收齐答复。' }),
    }),
    tells: {
      governmentUnit: '{subject} {count} 条请研究办理，{deadline}前答复。',
      congressOffice: '{subject} {count} 条交镇政府了，{deadline}前答复。',
      expected: '{subject} {count} 条交镇政府了，{deadline}前答复，您可以打开看。',
    },
    pushes: { governmentUnit: 'task' },
    source: answering,
  },
  dropAll: {
    label: '没有要交办的',
    tone: 'quiet',
    by: ['presidium'],
    moves: { sorting: 'withoutItems' },
    needs: ['everyNoteUsed', 'noItems'],
    input: z.strictObject({ reason: line('为什么', 200) }),
    tells: { congressOffice: '{subject}没有要交镇政府办的：{reason}' },
    source: sorting,
  },
  answer: {
    label: '答复一条',
    tone: 'primary',
    by: ['governmentUnit'],
    moves: { handedOver: 'handedOver', sentBack: 'sentBack' },
    needs: [],
    input: z.strictObject({
      itemId: item,
      answerKind: choice('怎么样', answerKinds),
      answer: paragraph('答复', 1000, { help: '写清楚做了什么、什么时候做，代表直接看到。' }),
    }),
    tells: {},
    source: answering,
  },
  complete: {
    label: '都答复了',
    tone: 'quiet',
    by: ['system'],
    moves: { handedOver: 'answered', sentBack: 'answered' },
    needs: [],
    input: z.strictObject({}),
    tells: {
      presidium: '{subject}都答复了，请安排听取。',
      congressOffice: '{subject}都答复了，等主席团听取。',
    },
    pushes: { presidium: 'task' },
    source: answering,
  },
  sendBack: {
    label: '请再答复',
    tone: 'quiet',
    by: ['presidium'],
    moves: { answered: 'sentBack' },
    needs: ['askedOnce'],
    input: z.strictObject({
      itemIds: pickedMany('哪几条', 'asked', mostSummaryItems),
      reason: paragraph('还差什么', 300),
    }),
    tells: { governmentUnit: '{subject}有 {count} 条请再答复，{deadline}前：{reason}' },
    pushes: { governmentUnit: 'task' },
    source: `${answering}; once, then it may stand on the agenda of the next session`,
  },
  hear: {
    label: '听取了',
    tone: 'primary',
    by: ['presidium'],
    moves: { answered: 'heard' },
    needs: [],
    input: z.strictObject({
      heardOn: day('哪天听取的', 'happened'),
      note: maybe(line('在哪次会上、怎么说的', 200)),
    }),
    tells: {
      governmentUnit: '{subject}的答复，主席团听取了。',
      congressOffice: '{subject}的答复，主席团听取了。',
      expected: '{subject}的答复，主席团听取了，您可以打开看。',
    },
    source: answering,
  },
} as const satisfies Record<string, ActionRow<SummaryState, SummaryParty, SummaryGate>>

/** What the government says on paper, and the office types. */
const byWord = byWordOf<SummaryState, SummaryParty, SummaryGate>()({ answer: steps.answer }, [
  'congressOffice',
])

export const summaryActions = { ...steps, ...byWord }
export type SummaryAction = keyof typeof summaryActions

export const summaryTable = defineMatter<SummaryState, SummaryAction, SummaryParty, SummaryGate>({
  kind: 'deliberationSummary',
  word: '审议意见',
  folder: summaryFolder,
  first: 'sorting',
  states,
  actions: summaryActions,
  gates: {
    notesFree: 'no_notes_free',
    everyNoteUsed: 'notes_unused',
    itemsThere: 'no_summary_items',
    noItems: 'summary_items_there',
    askedOnce: 'answer_sent_back',
  },
  announced: ['everyNoteUsed', 'askedOnce'],
})

/** What is said of a new one, when the meeting is over. */
export const sortTells = { congressOffice: '{result}，请在{deadline}前整理成审议意见，交镇政府。' } as const
