import * as z from 'zod/mini'
import { paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/**
 * 对这个小程序的意见: it is about the app and not about the town, so it goes to whoever keeps the app: the congress of the
 * county, past the town; where a town stands alone, its own office. Whoever answers never learns who wrote.
 */
export type AppFeedbackParty = 'appUser' | 'appKeeper'

export const appFeedbackFolder = '/towns/:town/app-feedback'

const source =
  'Field note M18, 国办函〔2026〕12号: a place to complain about the app itself, which lands with the county and not with the town'

const states = {
  sent: {
    label: '等答复',
    plain: '送到{route}了，等他们答复。',
    step: 'collect',
    waitsFor: 'appKeeper',
    limit: { workingDays: 'feedbackWorkingDays' },
    late: 'upkeep',
    says: {
      dueSoon: '',
      overdue: '有一条对小程序的意见到了{deadline}还没有答复。',
      overdueToOthers: '有一条对小程序的意见到了{deadline}还没有答复。',
    },
  },
  answered: {
    label: '答复了',
    plain: '{route}答复了。还有话说，可以接着写。',
    step: 'collect',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<AppFeedbackParty>>
export type AppFeedbackState = keyof typeof states

/** What is written about the app, whoever writes it, and what is written back. */
export const feedbackText = (label: string, help?: string) =>
  paragraph(label, 500, help === undefined ? {} : { help })

export const appFeedbackActions = {
  answer: {
    label: '答复',
    tone: 'primary',
    by: ['appKeeper'],
    moves: { sent: 'answered' },
    needs: [],
    input: z.strictObject({ text: feedbackText('怎么答复', '改了什么，或者为什么不改，哪天能好。') }),
    tells: { appUser: '您对小程序的意见有答复了：{reason}' },
    source,
  },
  sayMore: {
    label: '还有话说',
    tone: 'quiet',
    by: ['appUser'],
    moves: { sent: 'sent', answered: 'sent' },
    needs: [],
    input: z.strictObject({ text: feedbackText('想说的话') }),
    tells: { appKeeper: '有人对小程序的意见还有话说：{reason}' },
    source,
  },
} as const satisfies Record<string, ActionRow<AppFeedbackState, AppFeedbackParty, never>>
export type AppFeedbackAction = keyof typeof appFeedbackActions

export const appFeedbackTable = defineMatter<AppFeedbackState, AppFeedbackAction, AppFeedbackParty, never>({
  kind: 'appFeedback',
  word: '对小程序的意见',
  folder: appFeedbackFolder,
  first: 'sent',
  states,
  actions: appFeedbackActions,
  gates: {},
  announced: [],
})

/** What whoever keeps the app reads of a new one. */
export const sentTells = { appKeeper: '有人对小程序有意见：{reason}' } as const
