import * as z from 'zod/mini'
import { paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/**
 * The small table of the 五公开 poster at a station: a board that shows last year is worse than none (field note M6),
 * so each issue says until when it holds, and after that day the next one is asked for.
 */
export type PosterParty = 'congressOffice' | 'system'
export type PosterGate = 'dayCame'

export const posterFolder = '/towns/:town/posters'

const states = {
  hanging: {
    label: '贴着',
    plain: '贴在站点，过了“下次更新”那天印下一期换上。',
    step: 'supervise',
    waitsFor: 'system',
    limit: { day: 'nextOn' },
    late: 'machine',
    says: {
      dueSoon: '',
      overdue: '{subject}到了换的日子（{deadline}），请印下一期换上。',
      overdueToOthers: '{subject}到了换的日子（{deadline}），请提醒镇人大办印下一期换上。',
    },
  },
  due: {
    label: '到了换的日子',
    plain: '墙上的这一期到了日子，请印下一期换上。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { day: 'nextOn' },
    late: 'upkeep',
    says: {
      dueSoon: '',
      overdue: '{subject}到了换的日子（{deadline}），请印下一期换上。',
      overdueToOthers: '{subject}到了换的日子（{deadline}），请印下一期换上。',
      together: { overdue: '有 {count} 张五公开海报到了换的日子，请印下一期换上。' },
    },
  },
  takenDown: {
    label: '取下了',
    plain: '取下来了，不再贴。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<PosterParty, PosterGate>>
export type PosterState = keyof typeof states

const source =
  'Field note M6: the board shows last year; each poster has an issue number, 截至 and 下次更新, and the office a task'

export const posterActions = {
  fallDue: {
    label: '到了换的日子',
    tone: 'quiet',
    by: ['system'],
    moves: { hanging: 'due' },
    needs: ['dayCame'],
    byClock: true,
    input: z.strictObject({}),
    tells: {},
    source,
  },
  printNext: {
    label: '印下一期',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { hanging: 'hanging', due: 'hanging' },
    needs: [],
    renews: true,
    manyAtOnce: true,
    input: z.strictObject({}),
    tells: {},
    source,
  },
  takeDown: {
    label: '取下，不再贴',
    tone: 'danger',
    by: ['congressOffice'],
    moves: { hanging: 'takenDown', due: 'takenDown' },
    needs: [],
    input: z.strictObject({
      reason: paragraph('为什么取下', 200, { help: '例如：站点搬了、墙要粉刷。以后可以重新贴。' }),
    }),
    tells: {},
    source,
  },
} as const satisfies Record<string, ActionRow<PosterState, PosterParty, PosterGate>>
export type PosterAction = keyof typeof posterActions

export const posterTable = defineMatter<PosterState, PosterAction, PosterParty, PosterGate>({
  kind: 'poster',
  word: '五公开海报',
  folder: posterFolder,
  first: 'hanging',
  states,
  actions: posterActions,
  gates: { dayCame: 'wrong_state' },
  announced: [],
})
