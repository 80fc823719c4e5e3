import * as z from 'zod/mini'
import { amount, line, maybe, paragraph, picked } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/**
 * 请各组讨论: one question that goes down to every group and comes back in one table. Who has not answered yet is a group,
 * and never a person.
 */
export type GroupQuestionParty = 'congressOffice' | 'presidium' | 'groupLeader' | 'groupMember' | 'system'

export const groupQuestionFolder = '/towns/:town/group-questions'

const states = {
  asking: {
    label: '等各组报上来',
    plain: '请各组议一议，{deadline}前报上来。还没有报的：{whose}。',
    step: 'gather',
    waitsFor: 'groupLeader',
    limit: { day: 'until' },
    late: 'answer',
    says: {
      dueSoon: '“{subject}”请在{deadline}前请小组议一议，报上来。',
      overdue: '“{subject}”过了{deadline}小组还没有报，请今天就报；打电话告诉镇人大办也行。',
      overdueToOthers: '“{subject}”过了{deadline}，还没有报的：{whose}，请问一问，也可以代填。',
    },
  },
  answered: {
    label: '各组都报了',
    plain: '各组都报上来了，汇总在下面，可以打印。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
  closed: {
    label: '不再等，结束了',
    plain: '不再等了，报上来的汇总在下面。没有报的：{whose}。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<GroupQuestionParty>>
export type GroupQuestionState = keyof typeof states

const source =
  'Catalogue 111 代表小组长会议 → 小组会议研究重大事项: one question to all groups, and back in one table'

const answer = {
  inFavour: amount('赞成几位', 200),
  against: amount('不赞成几位', 200),
  noOpinion: amount('没有意见几位', 200),
  reasons: maybe(paragraph('为什么', 1000, { help: '照大家说的写，不写是谁说的。' })),
  proposals: maybe(paragraph('有什么建议', 1000, { help: '一条一行。' })),
}

/** What is said of a new one. */
export const askedTells = {
  groupLeader: '请你们小组讨论：“{subject}”，{deadline}前报上来。',
  presidium: '请各组讨论：“{subject}”，{deadline}前报上来。',
} as const

export const groupQuestionActions = {
  answer: {
    label: '报小组的意见',
    tone: 'primary',
    by: ['groupLeader'],
    moves: { asking: 'asking' },
    needs: [],
    input: z.strictObject(answer),
    tells: {},
    source,
  },
  answerForGroup: {
    label: '代一个小组填',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { asking: 'asking' },
    needs: [],
    input: z.strictObject({ groupId: picked('哪个小组', 'group'), ...answer }),
    tells: {},
    source: `${source}; by telephone or on paper it has the same standing`,
  },
  complete: {
    label: '都报了',
    tone: 'quiet',
    by: ['system'],
    moves: { asking: 'answered' },
    needs: [],
    input: z.strictObject({}),
    tells: {
      congressOffice: '“{subject}”各组都报上来了，汇总可以打印，提交主席团会议。',
      presidium: '“{subject}”各组都报上来了，可以打开看汇总。',
    },
    source,
  },
  close: {
    label: '不再等，结束',
    tone: 'danger',
    by: ['congressOffice'],
    insteadOf: ['groupLeader'],
    moves: { asking: 'closed' },
    needs: [],
    input: z.strictObject({ reason: line('为什么', 100) }),
    tells: {
      groupLeader: '“{subject}”不再等了：{reason}',
      presidium: '“{subject}”不再等了：{reason}。没有报的：{whose}。',
    },
    source,
  },
} as const satisfies Record<string, ActionRow<GroupQuestionState, GroupQuestionParty, never>>
export type GroupQuestionAction = keyof typeof groupQuestionActions

export const groupQuestionTable = defineMatter<
  GroupQuestionState,
  GroupQuestionAction,
  GroupQuestionParty,
  never
>({
  kind: 'groupQuestion',
  word: '请各组讨论',
  folder: groupQuestionFolder,
  first: 'asking',
  states,
  actions: groupQuestionActions,
  gates: {},
  announced: [],
})
