import * as z from 'zod/mini'
import { choice, maybe, paragraph } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { addDays, type Day } from '../../rules/days'
import { satisfactions } from '../../words/words'
import { nothing } from '../suggestion/inputs'
import { afterSuggestion } from './after-suggestion'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

/** Where checked words that say “not solved” lead, by how often they were said of this matter. */
const unsolved = { first: 'unsolved', again: 'unsolvedAgain' } as const
const toldOfUnsolved = {
  deputy: '群众说“{subject}”没有解决，请{deputy}在{latest}前再处理。',
  congressOffice: '群众说“{subject}”没有解决，请{deputy}在{latest}前再处理。',
  resident: '您说没有解决，{deputy}会在{latest}前再处理。',
} as const

/** What comes after the end: closed is not solved, and whoever it is about has the last word on that. */
export const afterwards = {
  ...afterSuggestion,
  rate: {
    label: '评一评',
    tone: 'primary',
    by: ['resident'],
    moves: { closed: { satisfied: 'closed', basicallySatisfied: 'closed', notSatisfied: 'sent' } },
    decidedBy: ['rating'],
    renews: true,
    needs: ['notYetRated'],
    input: z
      .strictObject({
        rating: choice('您满意吗', satisfactions),
        comment: maybe(paragraph('还想说的', 300)),
      })
      .check(
        z.refine((form) => form.rating !== 'notSatisfied' || form.comment !== undefined, {
          error: '选了“不满意”，请写一句哪里还没有办好，代表才知道怎么办。',
          path: ['comment'],
        }),
      ),
    tells: { deputy: '群众评价了您的答复：{satisfaction}。' },
    source: 'Catalogue 50; “closed but not solved” is the loudest complaint of residents everywhere',
  },
  notSolved: {
    label: '没有解决',
    tone: 'quiet',
    by: ['resident'],
    moves: { closed: 'sent' },
    needs: [],
    input: z.strictObject({
      text: paragraph('哪里没有解决', 1000, { help: '现在是什么样子，和答复说的哪里不一样。' }),
    }),
    tells: {},
    source: 'as above: what was ended and was not solved, or breaks again, is opened again',
  },
  passUnsolved: {
    label: '核对通过',
    tone: 'quiet',
    by: ['system'],
    moves: { sent: unsolved },
    decidedBy: ['unsolved'],
    needs: ['saysUnsolved'],
    input: nothing,
    tells: toldOfUnsolved,
    pushes: { deputy: 'opinion', congressOffice: 'task' },
    source: 'as above: to the deputy with a day, the second time to the office',
  },
  releaseUnsolved: {
    label: '核实无误，请人再办',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { held: unsolved },
    decidedBy: ['unsolved'],
    needs: ['saysUnsolved'],
    input: nothing,
    tells: toldOfUnsolved,
    pushes: { deputy: 'opinion', congressOffice: 'task' },
    source: 'as above',
  },
  handBack: {
    label: '请代表再办一次',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { unsolvedAgain: 'unsolved' },
    needs: [],
    input: z.strictObject({ reason: paragraph('请代表做什么', 300) }),
    tells: {
      deputy: '群众两次说“{subject}”没有解决，镇人大办请您再办一次：{reason}',
      resident: '镇人大办请{deputy}再办一次，会再答复您。',
    },
    pushes: { deputy: 'opinion' },
    source: 'as above: the office decides who goes on with it',
  },
  askWhetherSolved: {
    label: '问一声解决了没有',
    tone: 'quiet',
    by: ['system'],
    moves: { closed: 'closed' },
    needs: ['followUpDue'],
    byClock: true,
    input: nothing,
    tells: {
      resident:
        '您{latest}说的“{subject}”，前些时候答复办结了。现在解决了吗？打开点一下就行；不想再问，也在里面点。',
    },
    source: 'Three weeks later one sees whether it holds; asked once, in the words of whoever said it',
  },
  remindWhetherSolved: {
    label: '再问一声解决了没有',
    tone: 'quiet',
    by: ['system'],
    moves: { closed: 'closed' },
    needs: ['followUpAgainDue'],
    byClock: true,
    input: nothing,
    tells: { resident: '您{latest}说的“{subject}”解决了吗？点一下就行。不回答，以后就不再问了。' },
    source: 'as above: reminded once, then silence',
  },
  saySolved: {
    label: '已经解决',
    tone: 'quiet',
    by: ['resident'],
    moves: { closed: 'closed' },
    needs: ['askedWhetherSolved'],
    input: nothing,
    tells: { deputy: '您办结的“{subject}”，群众说已经解决。' },
    source: 'as above',
  },
  stopAsking: {
    label: '这件事不用再问我',
    tone: 'quiet',
    by: ['resident'],
    moves: { closed: 'closed' },
    needs: ['askedWhetherSolved'],
    input: nothing,
    tells: {},
    source: 'as above: nobody is asked who would rather not be',
  },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>

/** To be read to somebody without a phone, when the question is due; whoever reads it types what they say. */
export const readAloud =
  '您说的“{subject}”，前些时候答复办结了。现在解决了吗？解决了、没有解决，或者以后不用再问，都可以说。'

/** Calendar days from the end to the question, and from the question to the one reminder. */
const askedAfter = 21
const remindedAfter = 7

export interface FollowedUp {
  state: OpinionState
  endedOn: Day | null
  /** Where the matter is not ours, nobody asks whether it is solved. */
  referredTo: string | null
  /** How often it was asked since the end. */
  followUps: number
  followedOn: Day | null
  followUpAnswer: string | null
}

/** The day on which whoever wrote is asked, or reminded; null where nobody asks any more. */
export function followUpOn(opinion: FollowedUp): Day | null {
  const { state, endedOn, referredTo, followUps, followedOn, followUpAnswer } = opinion
  if (state !== 'closed' || endedOn === null || referredTo !== null || followUpAnswer !== null) return null
  if (Number(followUps) === 0) return addDays(endedOn, askedAfter)
  return Number(followUps) === 1 && followedOn !== null ? addDays(followedOn, remindedAfter) : null
}
