import * as z from 'zod/mini'
import { paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { openingForm } from './opening'

/**
 * The small table of the 群众信箱 at a station: a box that nobody opens is worse than none (field note M3), so two
 * persons open it every two weeks, and from the fifteenth day it is somebody's to do.
 */
export type LetterBoxParty = 'congressOffice' | 'system'
export type LetterBoxGate = 'dayCame'

export const letterBoxFolder = '/towns/:town/letter-boxes'

const states = {
  locked: {
    label: '开过箱',
    plain: '过两周再开。',
    step: 'collect',
    waitsFor: 'system',
    limit: { day: 'openBy' },
    late: 'machine',
    says: {
      dueSoon: '',
      overdue: '{subject}两周没有开了，请两个人一起去开箱。',
      overdueToOthers: '{subject}两周没有开了，请提醒镇人大办去开箱。',
    },
  },
  due: {
    label: '该开箱了',
    plain: '两周没有开了，请两个人一起去开箱。一封也没有，也登记一笔。',
    step: 'collect',
    waitsFor: 'congressOffice',
    limit: { day: 'openBy' },
    late: 'upkeep',
    says: {
      dueSoon: '',
      overdue: '{subject}两周没有开了，请两个人一起去开箱。',
      overdueToOthers: '{subject}两周没有开了，请两个人一起去开箱。',
      together: { overdue: '有 {count} 个群众信箱两周没有开了，请去开箱。' },
    },
  },
  removed: {
    label: '撤掉了',
    plain: '信箱撤掉了，站点首页不再写开箱的日子。',
    step: 'collect',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<LetterBoxParty, LetterBoxGate>>
export type LetterBoxState = keyof typeof states

const source =
  'Field note M3: the box is opened by two, with day and count, at least every two weeks; a box nobody opens is worse than none'

const opened = { locked: 'locked', due: 'locked' } as const

export const letterBoxActions = {
  fallDue: {
    label: '两周没有开',
    tone: 'quiet',
    by: ['system'],
    moves: { locked: 'due' },
    needs: ['dayCame'],
    byClock: true,
    input: z.strictObject({}),
    tells: {},
    source,
  },
  open: {
    label: '登记开箱',
    tone: 'primary',
    by: ['congressOffice'],
    moves: opened,
    needs: [],
    renews: true,
    meeting: { on: 'openedOn' },
    input: openingForm,
    tells: {},
    source,
  },
  /** Whoever writes down what residents say may open it; the box is the office’s all the same. */
  openedByOthers: {
    label: '代表登记了开箱',
    tone: 'quiet',
    by: ['system'],
    moves: opened,
    needs: [],
    renews: true,
    meeting: { on: 'openedOn' },
    input: openingForm,
    tells: {},
    source,
  },
  remove: {
    label: '撤掉信箱',
    tone: 'danger',
    by: ['congressOffice'],
    moves: { locked: 'removed', due: 'removed' },
    needs: [],
    input: z.strictObject({
      reason: paragraph('为什么撤掉', 200, { help: '例如：站点搬了。以后再挂，登记一次开箱就重新开始。' }),
    }),
    tells: {},
    source,
  },
} as const satisfies Record<string, ActionRow<LetterBoxState, LetterBoxParty, LetterBoxGate>>
export type LetterBoxAction = keyof typeof letterBoxActions

export const letterBoxTable = defineMatter<LetterBoxState, LetterBoxAction, LetterBoxParty, LetterBoxGate>({
  kind: 'letterBox',
  word: '群众信箱',
  folder: letterBoxFolder,
  first: 'locked',
  states,
  actions: letterBoxActions,
  gates: { dayCame: 'wrong_state' },
  announced: [],
})
