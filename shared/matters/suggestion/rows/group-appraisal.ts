import * as z from 'zod/mini'
import { nobodyConfirmed } from '../../../words/nobody'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'

/** 小组评议: opened on a result that is there, closed by hand. A vote is no step: it must leave no trace of who. */
export const groupAppraisal = {
  openBallot: {
    label: '请代表小组评议结果',
    tone: 'quiet',
    by: ['groupLeader', 'congressOffice'],
    moves: { replied: 'replied', tracking: 'tracking', closed: 'closed' },
    needs: ['inGroup', 'notConfidential', 'ballotUnopened'],
    input: z.strictObject({ nobodyConfirmed: nobodyConfirmed() }),
    tells: {
      groupMember: '请评议《{subject}》的办理结果，不记名，每人一票。',
      congressOffice: '代表小组开始评议《{subject}》（{no}）的办理结果。',
    },
    source: 'Catalogue 88 由代表小组全体代表进行民主评议: the leader reports, all members appraise',
  },
  closeBallot: {
    label: '结束小组评议',
    tone: 'quiet',
    by: ['groupLeader', 'congressOffice'],
    moves: {
      replied: 'replied',
      tracking: 'tracking',
      evaluated: 'evaluated',
      reHandling: 'reHandling',
      escalated: 'escalated',
      closed: 'closed',
      archived: 'archived',
    },
    needs: ['ballotOpen'],
    input: z.strictObject({}),
    tells: {
      groupMember: '《{subject}》的小组评议结束：{satisfaction}。',
      congressOffice: '代表小组评议了《{subject}》（{no}）：{satisfaction}。',
      leadUnit: '代表小组评议了《{subject}》（{no}）的办理结果：{satisfaction}。',
    },
    source: 'Catalogue 88: an anonymous tally, apart from what the deputy and the residents say',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>

/** Where the leader of the proposer's group has anything to do with the suggestion at all. */
export const statesOfAppraisal: readonly string[] = Object.keys(groupAppraisal.closeBallot.moves)
