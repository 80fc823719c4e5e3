import * as z from 'zod/mini'
import type { AskGate } from '../../grammar/ask'
import { asksOf } from '../../grammar/ask-steps'
import { amount, choice, day, id, line, maybe, paragraph, picked, pickedMany } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { cameWords, swapAnswers } from '../../words/reception'
import { receiveForm } from './forms'

/**
 * 接访: deputies, and leaders who are none, sit at a station on a day and receive whoever comes (catalogue 27–32). They are
 * awaited until it is written down what the day brought; that nobody came is an entry and no gap (field note M16). Nothing
 * here is checked in: who was there the clerk calls from a list.
 */
export type ReceptionParty = 'congressOffice' | 'sitter' | 'standIn' | 'system'
export type ReceptionGate = 'dayCame' | AskGate<keyof (typeof receptionAsks)['plans']>

export const receptionFolder = '/towns/:town/receptions'

const says = {
  dueSoon: '{subject}轮到您接访：{latest}。来不了的，请早些请人换班或说一声。',
  overdue: '{subject}（{latest}）还没有记，请记下来了几位、办了什么；没有人来也记一笔。',
  overdueToOthers: '{subject}（{latest}）还没有记，请问一问值守的人，也可以代他们记。',
  together: { overdue: '有 {count} 次接访还没有记，请记下来了几位；没有人来也记一笔。' },
}

const states = {
  planned: {
    label: '排好了',
    plain: '到那天在站点接访，接完记一笔。',
    step: 'supervise',
    waitsFor: 'sitter',
    limit: { day: 'heldOn' },
    late: 'reception',
    says,
  },
  short: {
    label: '缺人',
    plain: '排的人来不了，请镇人大办另外安排人，或者改期。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { day: 'heldOn' },
    late: 'office',
    says: {
      dueSoon: '{subject}（{latest}）还没有人值守，请安排人，或者改期。',
      overdue: '{subject}（{latest}）没有排上人，请记下来那天怎么样，或者取消。',
      overdueToOthers: '{subject}（{latest}）没有排上人，请提醒镇人大办。',
    },
  },
  held: {
    label: '有人来',
    plain: '接过了，来的人和办了什么都记下了。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
  empty: {
    label: '没有人来',
    plain: '代表按时在，没有人来。这也是一条记录。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
  calledOff: {
    label: '取消了',
    plain: '这次不接了，排的人都收到了消息。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<ReceptionParty>>
export type ReceptionState = keyof typeof states

const source =
  'Catalogue 27–32: reception days by rule, a roster by turns with swaps, and what the day brought'

const receptionAsks = asksOf<ReceptionState, ReceptionParty>()({
  swap: {
    word: '换班',
    to: 'standIn',
    in: ['planned'],
    due: { workingDays: 'swapWorkingDays' },
    ladder: 'goesOn',
    says: {
      dueSoon: '{subject}（{latest}）有人想请您换班，请回答行不行。',
      overdue: '{subject}（{latest}）有人想请您换班，请回答行不行。',
    },
    shown: { head: '请{who}换班', waits: '等回答', over: '不再等回答', says: '' },
    steps: {
      answerSwap: {
        does: 'answer',
        label: '回答换班',
        input: z.strictObject({
          agrees: choice('行不行', swapAnswers),
          note: maybe(line('说一句', 60)),
        }),
        tells: { sitter: '{outcome}：{subject}（{latest}）{reason}' },
        tellsLeft: { sitter: '{outcome}：{subject}（{latest}）您不用去了{reason}' },
        pushes: { sitter: 'task' },
        source: `${source}; a swap holds when the other agrees, and not before`,
      },
      dropSwap: {
        does: 'waive',
        label: '不换了',
        by: ['sitter', 'congressOffice'],
        input: z.strictObject({ reason: line('为什么', 60) }),
        tells: { standIn: '不用换班了：{subject}（{latest}）。原因：{reason}' },
        source,
      },
    },
  },
})

const reason = line('为什么', 100, { help: '一起值守的人和镇人大办看得到。' })

export const receptionActions = {
  receive: {
    label: '记一位来访的人',
    tone: 'primary',
    by: ['sitter', 'congressOffice'],
    moves: { planned: 'planned', short: 'short', held: 'held' },
    needs: ['dayCame'],
    input: receiveForm,
    tells: {},
    source: `${source} (32): answered on the spot, kept as a message with its own clocks, or shown the way`,
  },
  close: {
    label: '记这次接访',
    tone: 'primary',
    by: ['sitter', 'congressOffice'],
    moves: {
      planned: { some: 'held', nobody: 'empty' },
      short: { some: 'held', nobody: 'empty' },
    },
    decidedBy: ['came'],
    needs: ['dayCame'],
    insteadOf: ['sitter'],
    input: z.strictObject({
      came: choice('有没有人来', cameWords),
      received: maybe(
        amount('一共来了几位', 999, {
          shownWhen: [{ field: 'came', is: 'some' }],
          help: '逐位记过的可以不写；没有逐位记的，写个数就行。',
        }),
      ),
      note: maybe(paragraph('还想说的', 300, { help: '可不写。只有值守的人和镇人大办看得到。' })),
    }),
    tells: {},
    source: 'Field note M16: what a sitting brought is counted, and “nobody came” is a legitimate entry',
  },
  ...receptionAsks.rows,
  askSwap: {
    label: '请人换班',
    tone: 'quiet',
    by: ['sitter'],
    moves: { planned: 'planned' },
    needs: ['swap.in'],
    input: z.strictObject({
      standInId: picked('请谁', 'standIn'),
      inReturnId: maybe(picked('换他的哪一次', 'reception', { help: '可不选：不选就是请他替这一次。' })),
      reason: line('为什么', 60, { help: '他会看到。' }),
    }),
    tells: { standIn: '{other}请您换班：{subject}，{latest}。{reason}。请回答行不行。' },
    pushes: { standIn: 'task' },
    source,
  },
  takeOver: {
    label: '换班',
    tone: 'quiet',
    by: ['system'],
    moves: { planned: 'planned' },
    needs: [],
    input: z.strictObject({ outId: id(), inId: id(), reason: line('为什么', 60) }),
    tells: { sitter: '换班说好了：{subject}，{latest}由您值守。' },
    tellsLeft: { sitter: '换班说好了：{subject}（{latest}）您不用去了。' },
    pushes: { sitter: 'task' },
    source: `${source}; what was promised in return`,
  },
  beAway: {
    label: '那天来不了',
    tone: 'quiet',
    by: ['sitter'],
    moves: { planned: { some: 'planned', none: 'short' } },
    decidedBy: ['others'],
    needs: ['swap.in'],
    input: z.strictObject({ reason }),
    tells: {
      congressOffice: '{other}来不了：{subject}（{latest}）。原因：{reason}',
      sitter: '{other}来不了：{subject}（{latest}），您照常值守。',
    },
    readBy: ['congressOffice', 'sitter'],
    source: `${source} (31): an absence is said, and whoever else can come is asked`,
  },
  replace: {
    label: '换人',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { planned: 'planned', short: 'planned' },
    needs: ['swap.in'],
    input: z.strictObject({
      outId: maybe(picked('谁不来了', 'sitter', { help: '可不选：不选就是加一个人。' })),
      inId: picked('换成谁', 'standIn'),
      reason,
    }),
    tells: { sitter: '{subject}：{latest}请您值守。原因：{reason}' },
    tellsLeft: { sitter: '{subject}（{latest}）您不用去了。原因：{reason}' },
    pushes: { sitter: 'task' },
    source,
  },
  move: {
    label: '改期',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { planned: 'planned', short: 'short' },
    needs: ['swap.in'],
    renews: true,
    input: z.strictObject({ heldOn: day('改到哪天', 'arranged'), reason }),
    tells: { sitter: '{subject}改到{latest}，请您到时候去。原因：{reason}' },
    pushes: { sitter: 'task' },
    source:
      'Rain, roads and meetings move a sitting: whoever sits learns of it, and the public calendar with them',
  },
  callOff: {
    label: '取消这次',
    tone: 'danger',
    by: ['congressOffice'],
    moves: { planned: 'calledOff', short: 'calledOff' },
    needs: ['swap.in'],
    input: z.strictObject({ reason }),
    tells: { sitter: '{subject}（{latest}）取消了，您不用去。原因：{reason}' },
    pushes: { sitter: 'task' },
    source,
  },
  callRoll: {
    label: '记谁到了',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { planned: 'planned', held: 'held', empty: 'empty' },
    needs: ['dayCame'],
    input: z.strictObject({ satIds: pickedMany('到了的人', 'sitter', 20) }),
    tells: {},
    readBy: ['congressOffice', 'sitter'],
    source: 'Guard-rail: attendance is the clerk’s roll, never a check-in by phone, place or photo',
  },
} as const satisfies Record<string, ActionRow<ReceptionState, ReceptionParty, ReceptionGate>>
export type ReceptionAction = keyof typeof receptionActions

export const receptionTable = defineMatter<ReceptionState, ReceptionAction, ReceptionParty, ReceptionGate>({
  kind: 'reception',
  word: '接访',
  first: 'planned',
  states,
  actions: receptionActions,
  asks: receptionAsks.plans,
  facts: { others: ['some', 'none'] },
  gates: { dayCame: 'reception_ahead', ...receptionAsks.gates },
  announced: [],
})
