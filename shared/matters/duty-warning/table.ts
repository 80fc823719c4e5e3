import * as z from 'zod/mini'
import { choice, day, line, maybe, paragraph, picked } from '../../grammar/fields'
import { type ActionRow, defineMatter } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'
import { decidedHow } from '../suggestion/rows/together'
import {
  type DutyWarningGate,
  type DutyWarningParty,
  type DutyWarningState,
  dutyWarningStates as states,
} from './states'
import { decisions, notedWays } from './words'

export { type DutyWarningGate, type DutyWarningParty, type DutyWarningState } from './states'

/**
 * 警示: facts, then the deputy's own word, then a decision of the presidium; it ends with a day. It is no part of any file,
 * figure or list of persons, and feeds none (D.L7, D.L9).
 */
export const dutyWarningFolder = '/towns/:town/duty-warnings'

const source =
  'Catalogue 129; 代表法 60 gives even the recalled a reply: no warning without the own word and more than half of the presidium'

const decided = { warned: 'warned', notWarned: 'notWarned' } as const

export const dutyWarningActions = {
  askReply: {
    label: '请本人说明',
    tone: 'primary',
    by: ['chair'],
    moves: { proposed: 'replyWanted' },
    needs: [],
    input: nothing,
    tells: { fileOwner: '主席团想听听您的说明，事实写在里面。可以写，可以说，也可以约时间谈。' },
    source,
  },
  drop: {
    label: '不提了',
    tone: 'quiet',
    by: ['chair'],
    moves: { proposed: 'dropped' },
    needs: [],
    input: z.strictObject({ reason: line('为什么', 200) }),
    tells: {},
    source: `${source}; a word that was never asked for is never heard of`,
  },
  reply: {
    label: '写说明',
    tone: 'primary',
    by: ['fileOwner'],
    moves: { replyWanted: 'heard' },
    needs: [],
    input: z.strictObject({ text: paragraph('您的说明', 1000) }),
    tells: { chair: '{deputy}写了说明，请主席团决定。', congressOffice: '{deputy}写了说明，等主席团决定。' },
    source,
  },
  noteReply: {
    label: '记本人的说明',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { replyWanted: 'heard' },
    needs: [],
    insteadOf: ['fileOwner'],
    input: z.strictObject({
      way: choice('怎么说的', notedWays),
      text: paragraph('说了什么', 1000, { help: '照原话记，本人看得到。' }),
    }),
    tells: {
      fileOwner: '您的说明镇人大办记下了，不对请告诉他们。',
      chair: '{deputy}作了说明，请主席团决定。',
    },
    source,
  },
  recordTalk: {
    label: '记谈话',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { replyWanted: 'heard' },
    needs: [],
    insteadOf: ['fileOwner'],
    input: z.strictObject({
      talkedOn: day('哪天谈的', 'happened'),
      memberId: picked('哪位主席团成员谈的', 'asked'),
      other: line('另一位是谁', 20, { help: '谈话要两人以上，其中有一位主席团成员。' }),
      place: line('在哪里', 40),
      text: paragraph('本人说了什么', 1000, { help: '照原话记，本人看得到。' }),
    }),
    tells: {
      fileOwner: '和您谈话的记录写好了，不对请告诉镇人大办。',
      chair: '和{deputy}谈过了，请主席团决定。',
    },
    source,
  },
  decide: {
    label: '主席团决定',
    tone: 'primary',
    by: ['chair', 'presidium'],
    moves: { replyWanted: decided, heard: decided },
    decidedBy: ['decision'],
    needs: ['heardOwn', 'decidesOnOthers'],
    input: z.strictObject({
      decision: choice('怎么定', decisions),
      decisionText: paragraph('写给本人的话', 500),
      // A warning that never ends is a mark: a year ahead is the latest that is taken.
      endsOn: maybe(
        day('警示到哪天为止', 'arranged', {
          help: '最长十二个月，到了那天自己结束。',
          shownWhen: [{ field: 'decision', is: 'warned' }],
        }),
      ),
      decidedHow,
    }),
    tells: { fileOwner: '您说明的事，主席团有了决定，请点开看。' },
    readBy: ['fileOwner', 'chair', 'congressOffice', 'presidium'],
    source,
  },
  expire: {
    label: '到期',
    tone: 'quiet',
    by: ['system'],
    moves: { warned: 'ended' },
    needs: ['daysOver'],
    byClock: true,
    input: nothing,
    tells: {},
    source: `${source}; it ends by its day, and nobody has to ask for that`,
  },
} as const satisfies Record<string, ActionRow<DutyWarningState, DutyWarningParty, DutyWarningGate>>
export type DutyWarningAction = keyof typeof dutyWarningActions

export const dutyWarningTable = defineMatter<
  DutyWarningState,
  DutyWarningAction,
  DutyWarningParty,
  DutyWarningGate
>({
  kind: 'dutyWarning',
  word: '警示',
  folder: dutyWarningFolder,
  first: 'proposed',
  states,
  actions: dutyWarningActions,
  gates: { heardOwn: 'reply_missing', decidesOnOthers: 'own_warning', daysOver: 'warning_runs' },
  stepsAside: { presidium: ['fileOwner'] },
  announced: ['heardOwn', 'decidesOnOthers'],
})

/** What is said of a new one, and to the chair alone. */
export const proposedTells = { chair: '有一件提醒代表履职的事请您看：请本人说明，还是不提了。' } as const
