import * as z from 'zod/mini'
import { asksOf } from '../../grammar/ask-steps'
import { choice, day, line, maybe, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import type { ActivityGate, ActivityParty, ActivityState } from './states'
import { joinWords } from './words'

const source =
  'Catalogue 154, 160; ask `join`: each who is asked says whether they come, by phone or by mouth'

/** Who announces and keeps it: the office, or the leader for the own group. */
export const whoKeeps = ['convener', 'congressOffice'] as const satisfies ActivityParty[]

const reason = line('为什么', 100, { help: '只有镇人大办和组长看得到。' })
/** To the first who waited, where a seat is free again. */
const movedUp = '有位子了，您能来参加{subject}（{latest}），来不了请回个话。'

/** 来不来: nobody is late by being silent; whoever comes all the same is called like the others. */
export const joinAsks = asksOf<ActivityState, ActivityParty>()({
  join: {
    word: '来不来',
    to: 'expected',
    in: ['planned'],
    due: { day: 'answerBy' },
    ladder: 'coOpinion',
    says: {
      dueSoon: '{latest}，有{subject}，您来不来请回一声；打电话告诉镇人大办或者组长也行。',
      overdue: '{latest}，有{subject}，您还没有回话；来得了来不了，打个电话告诉镇人大办或者组长就行。',
      overdueToOthers: '{subject}（{latest}）还有人没有回话，请打电话问一问，点“代说来不来”。',
    },
    refusals: { wanted: 'join_said' },
    shown: { head: '{who}来不来', waits: '等回话', over: '不再等回话', says: '' },
    steps: {
      come: {
        does: 'answer',
        label: '参加',
        input: z.strictObject({}),
        tells: {},
        readBy: whoKeeps,
        source,
      },
      notThisTime: {
        does: 'answer',
        tone: 'quiet',
        label: '这次不参加',
        input: z.strictObject({}),
        tells: {},
        readBy: whoKeeps,
        source,
      },
      stopAsking: {
        does: 'waive',
        label: '不再等回话',
        by: whoKeeps,
        input: z.strictObject({ reason: line('为什么', 60) }),
        tells: {},
        readBy: whoKeeps,
        source,
      },
    },
  },
})

/** What goes with it: a leave, a word that is changed, and what is said by mouth. */
export const joining = {
  sayForThem: {
    label: '代说来不来',
    tone: 'quiet',
    by: whoKeeps,
    moves: { planned: 'planned' },
    needs: [],
    input: z
      .strictObject({
        expectedId: picked('谁说的', 'sitters'),
        attends: choice('怎么说的', joinWords),
        reason: maybe(line('为什么', 100, { shownWhen: [{ field: 'attends', is: 'leave' }] })),
        saidOn: maybe(day('哪天说的', 'happened', { help: '就是今天的不用填。' })),
        saidAt: maybe(line('几点说的', 10, { help: '例如 9:02。位子按说的先后排；就是刚才说的不用填。' })),
      })
      .check(
        z.refine((form) => form.attends !== 'leave' || form.reason !== undefined, {
          error: '请写一句为什么请假。',
          path: ['reason'],
        }),
      ),
    tells: { expected: movedUp },
    readBy: whoKeeps,
    source: `${source}; a call is as good as a tap, and stands where it was made and not where it was typed`,
  },
  ...joinAsks.rows,
  leave: {
    label: '请假',
    tone: 'quiet',
    by: ['expected'],
    moves: { planned: 'planned' },
    needs: ['hasAccepted'],
    input: z.strictObject({ reason }),
    tells: {
      congressOffice: '{other}请假：{subject}。原因：{reason}',
      convener: '{other}请假：{subject}。原因：{reason}',
      expected: movedUp,
    },
    readBy: whoKeeps,
    source: `${source}; a leave moves the next of the waiting list up`,
  },
  comeAfterAll: {
    label: '又能参加了',
    tone: 'quiet',
    by: ['expected'],
    moves: { planned: 'planned' },
    needs: ['hasDeclined'],
    input: z.strictObject({}),
    tells: {},
    readBy: whoKeeps,
    source: `${source}; whoever changes their mind stands where they said so`,
  },
} as const satisfies Record<string, ActionRow<ActivityState, ActivityParty, ActivityGate>>
