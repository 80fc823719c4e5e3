import * as z from 'zod/mini'
import { choice, maybe, paragraph, picked, pickedMany, presetChoice, tick } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { petitionKinds } from '../petition/words'
import type { OpinionGate, OpinionParty, OpinionState } from './states'

/** What stands beside the messages of one conversation, as far as it can be picked at once. */
const mostBeside = 60

/** How much of a message is meant. */
const extents = { whole: '整件都是', part: '只有其中一部分' } as const
const movedOr = <S extends OpinionState>(stays: S) => ({ whole: 'closed', part: stays }) as const

/** 三类分流 (rules §6): a message may hold several matters, and some of them are for others to handle. */
export const triage = {
  split: {
    label: '分出一件来',
    tone: 'quiet',
    by: ['deputy', 'congressOffice'],
    moves: {
      held: 'held',
      received: 'received',
      callAsked: 'callAsked',
      replied: 'replied',
      deputyAway: 'deputyAway',
      deputyLeft: 'deputyLeft',
      unsolved: 'unsolved',
      unsolvedAgain: 'unsolvedAgain',
    },
    needs: [],
    insteadOf: ['deputy'],
    input: z.strictObject({
      text: paragraph('分出来的是哪件事', 1000, { help: '照群众的原话写。分出来以后单独办、单独答复。' }),
      deputyId: maybe(picked('交给哪位代表', 'deputy', { help: '不选就还是这位代表。' })),
      besideIds: maybe(
        pickedMany('哪些照片、录音也放过去', 'besides', mostBeside, {
          help: '和这件事有关的才选，原件也留着。',
        }),
      ),
    }),
    tells: { resident: '您的话里不止一件事，“{other}”分出来单独办了，在“我的事”里能看到。' },
    source: 'P20: one message may be split into several matters',
  },
  toPetition: {
    label: '转为信访登记',
    tone: 'quiet',
    by: ['deputy', 'congressOffice'],
    moves: {
      held: movedOr('held'),
      received: movedOr('received'),
      callAsked: movedOr('callAsked'),
      replied: movedOr('replied'),
      deputyAway: movedOr('deputyAway'),
      deputyLeft: movedOr('deputyLeft'),
      unsolved: movedOr('unsolved'),
      unsolvedAgain: movedOr('unsolvedAgain'),
    },
    decidedBy: ['extent'],
    needs: [],
    insteadOf: ['deputy'],
    input: z
      .strictObject({
        kind: choice('是哪一类', petitionKinds),
        extent: presetChoice('有多少是', extents, 'whole'),
        part: maybe(
          paragraph('是哪一部分', 1000, {
            help: '照群众的原话写。',
            shownWhen: [{ field: 'extent', is: 'part' }],
          }),
        ),
        besideIds: maybe(
          pickedMany('哪些照片、录音一起转过去', 'besides', mostBeside, {
            help: '选上的从这里拿走，只有办信访的人看得到、听得到。',
            shownWhen: [{ field: 'extent', is: 'part' }],
          }),
        ),
        aboutOffice: maybe(
          tick('说的是镇人大办的工作人员', { help: '打了勾，镇人大办的人看不到，由主席团办。' }),
        ),
      })
      .check(
        z.refine((form) => form.extent !== 'part' || form.part !== undefined, {
          error: '请写明是哪一部分，其余的照常办。',
          path: ['part'],
        }),
      ),
    tells: {},
    source: '信访工作条例 art. 22, 23, 28, 30; catalogue 39, 40, 193',
  },
} as const satisfies Record<string, ActionRow<OpinionState, OpinionParty, OpinionGate>>
