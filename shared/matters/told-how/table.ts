import * as z from 'zod/mini'
import { choice, day, maybe, paragraph, presetChoice } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'
import { toldHows, toldWords, untoldReasons } from './words'

/**
 * The small table of telling: a resident's matter has ended, and whoever answered owes them the word of it. A push that was
 * handed over is no telling; a notice or the loudspeaker tells a village, never one person of a private matter.
 */
export type ToldHowParty = 'deputy' | 'congressOffice' | 'system'
export type ToldHowGate = 'deputyCannot'

export const toldHowFolder = '/towns/:town/told-hows'

const source =
  'Field note M1: the closing is not the result, being told is part of the matter; N16: how, when, by whom, or why not'
const says = {
  dueSoon: '“{subject}”办结了，还没有告诉群众，请在{deadline}前打个电话或者当面说一声。',
  overdue: '“{subject}”办结了，群众还不知道结果，请今天就告诉他。',
  overdueToOthers: '“{subject}”办结了，群众还不知道结果，请提醒镇人大办。',
  together: { overdue: '有 {count} 件办结的事群众还不知道结果，请今天就告诉他们。' },
} as const

const states = {
  owed: {
    label: '还没告诉',
    plain: '事情办结了，请{deputy}告诉群众。他在小程序里打开看过，也算告诉了。',
    step: 'collect',
    waitsFor: 'deputy',
    limit: { workingDays: 'tellWorkingDays' },
    late: 'conversation',
    says,
  },
  withOffice: {
    label: '还没告诉，由镇人大办告诉',
    plain: '事情办结了，请镇人大办告诉群众。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'tellWorkingDays' },
    says,
  },
  told: { label: '告诉了', plain: '群众知道结果了。', step: 'collect', waitsFor: null, limit: null },
  unreachable: {
    label: '告诉不到',
    plain: '想了办法，还是告诉不到。以后联系上了，可以再记。',
    step: 'collect',
    waitsFor: null,
    limit: null,
  },
  reopened: {
    label: '事情又在办',
    plain: '还没告诉，事情又办起来了，等再办结时告诉。',
    step: 'collect',
    waitsFor: null,
    limit: null,
    unlisted: true,
  },
} as const satisfies Record<string, StateRow<ToldHowParty, ToldHowGate>>
export type ToldHowState = keyof typeof states

/** What counts for one person, and what only a village hears. */
const byHow = <S extends ToldHowState>(stays: S) =>
  ({ phone: 'told', inPerson: 'told', letter: 'told', notice: stays, loudspeaker: stays }) as const
const known = { owed: 'told', withOffice: 'told', unreachable: 'told' } as const

export const toldHowActions = {
  opened: {
    label: '群众打开看过了',
    tone: 'quiet',
    by: ['system'],
    moves: known,
    needs: [],
    input: nothing,
    tells: {},
    source,
  },
  heard: {
    label: '群众回话时已经知道结果',
    tone: 'quiet',
    by: ['system'],
    moves: known,
    needs: [],
    input: z.strictObject({ how: choice('怎么告诉的', toldHows), on: day('哪天', 'happened') }),
    tells: {},
    source,
  },
  reopen: {
    label: '事情又在办',
    tone: 'quiet',
    by: ['system'],
    moves: { owed: 'reopened', withOffice: 'reopened', unreachable: 'reopened' },
    needs: [],
    input: nothing,
    tells: {},
    source,
  },
  toOffice: {
    label: '转给镇人大办告诉',
    tone: 'quiet',
    by: ['system'],
    moves: { owed: 'withOffice' },
    needs: ['deputyCannot'],
    byClock: true,
    input: nothing,
    tells: { congressOffice: '“{subject}”办结了，{deputy}还没有告诉群众，请镇人大办告诉。' },
    pushes: { congressOffice: 'task' },
    source: 'as above: who could not be told is a list that somebody owns, not a silence',
  },
  askOffice: {
    label: '请镇人大办告诉他',
    tone: 'quiet',
    by: ['deputy'],
    moves: { owed: 'withOffice' },
    needs: [],
    input: z.strictObject({ reason: paragraph('为什么', 200, { help: '例如：没有电话，去了两次不在家。' }) }),
    tells: { congressOffice: '“{subject}”办结了，请镇人大办告诉群众：{reason}' },
    pushes: { congressOffice: 'task' },
    source: 'as above',
  },
  couldNotTell: {
    label: '告诉不到',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { owed: 'unreachable', withOffice: 'unreachable' },
    needs: [],
    insteadOf: ['deputy'],
    input: z.strictObject({
      because: choice('为什么告诉不到', untoldReasons),
      tried: paragraph('试过什么', 200, { help: '哪天打过、去过。不写姓名和电话。' }),
    }),
    tells: { deputy: '“{subject}”的结果告诉不到群众：{reason}。您能联系上的，请告诉他，再记一笔。' },
    source: 'as above: why it could not be',
  },
  tell: {
    label: '告诉他了',
    tone: 'primary',
    by: ['deputy', 'congressOffice'],
    moves: { owed: byHow('owed'), withOffice: byHow('withOffice'), unreachable: byHow('unreachable') },
    decidedBy: ['how'],
    needs: [],
    insteadOf: ['deputy'],
    input: z.strictObject({
      how: choice('怎么告诉的', toldHows, {
        help: '公告和广播是说给全村的，可以记，不算告诉了他本人。',
      }),
      on: day('哪天告诉的', 'happened'),
      inWords: presetChoice('怎么说的', toldWords, 'asWritten'),
      said: maybe(paragraph('他怎么说', 300, { help: '可不写。不写姓名和电话。' })),
    }),
    tells: {},
    source,
  },
} as const satisfies Record<string, ActionRow<ToldHowState, ToldHowParty, ToldHowGate>>
export type ToldHowAction = keyof typeof toldHowActions

export const toldHowTable = defineMatter<ToldHowState, ToldHowAction, ToldHowParty, ToldHowGate>({
  kind: 'toldHow',
  word: '告诉群众',
  folder: toldHowFolder,
  first: 'owed',
  states,
  actions: toldHowActions,
  gates: { deputyCannot: 'wrong_state' },
  announced: [],
})
