import * as z from 'zod/mini'
import { choice } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { satisfactions } from '../../words/words'

/**
 * 小组评议: one ballot of a group on one result. It is opened and closed as a step of its suggestion. A vote moves nothing
 * and is written into no history: who voted stands in one table, what was voted in another, and the two never meet.
 */
export type GroupBallotParty = 'groupMember' | 'voter' | 'groupLeader' | 'congressOffice' | 'presidium'
export type GroupBallotGate = 'ballotRuns' | 'everybodyVoted'

const states = {
  open: {
    label: '正在投票',
    plain: '代表小组正在评议《{subject}》的办理结果，不记名，每人一票。',
    step: 'appraise',
    waitsFor: 'groupMember',
    waitsInsteadFor: { everybodyVoted: 'groupLeader' },
    limit: { workingDays: 'evaluationWorkingDays' },
    late: 'ballot',
    says: {
      dueSoon: '请在{deadline}前评议《{subject}》的办理结果，不记名，每人一票。',
      overdue: '《{subject}》的小组评议到{deadline}还没有投完票，请马上投票。',
      overdueToOthers: '《{subject}》的小组评议到{deadline}还没有结束，请提醒投票，或者结束评议。',
    },
  },
  closed: {
    label: '已经结束',
    plain: '评议结束了，三人以上投票的公布结果。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<GroupBallotParty, GroupBallotGate>>
export type GroupBallotState = keyof typeof states

/** What is asked of whoever votes. */
export const voteForm = z.strictObject({ rating: choice('您的评议', satisfactions) })

export const groupBallotActions = {
  vote: {
    label: '投票',
    tone: 'primary',
    by: ['groupMember'],
    moves: { open: 'open', closed: 'closed' },
    needs: ['ballotRuns'],
    input: voteForm,
    tells: {},
    source: 'Catalogue 88 由代表小组全体代表进行民主评议: every member, once, unnamed',
  },
  close: {
    label: '结束小组评议',
    tone: 'primary',
    by: ['groupLeader', 'congressOffice'],
    moves: { open: 'closed' },
    needs: [],
    insteadOf: ['groupMember', 'groupLeader'],
    input: z.strictObject({}),
    tells: {},
    source: 'Catalogue 88: ends as a step of the suggestion, which tells the tally to whom it concerns',
  },
} as const satisfies Record<string, ActionRow<GroupBallotState, GroupBallotParty, GroupBallotGate>>
export type GroupBallotAction = keyof typeof groupBallotActions

export const groupBallotTable = defineMatter<
  GroupBallotState,
  GroupBallotAction,
  GroupBallotParty,
  GroupBallotGate
>({
  kind: 'groupBallot',
  word: '小组评议',
  first: 'open',
  states,
  actions: groupBallotActions,
  gates: { ballotRuns: 'ballot_closed', everybodyVoted: 'no_open_ballot' },
  announced: [],
})
