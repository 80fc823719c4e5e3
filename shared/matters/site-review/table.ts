import * as z from 'zod/mini'
import { day, line, paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/**
 * The small table of 现场评议 (catalogue 74): a day that was set may be another one, or none, until something was found;
 * after it the finding of each suggestion is asked for.
 */
export type SiteReviewParty =
  'congressOffice' | 'presidium' | 'leadDeputy' | 'leadUnit' | 'participant' | 'system'
export type SiteReviewGate = 'nothingFound' | 'somethingFound' | 'decidesOnOthers'

const states = {
  planned: {
    label: '已安排',
    plain: '到了日期去现场看，看过以后把结果记到每件建议上。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { day: 'heldOn' },
    late: 'siteReview',
    says: {
      dueSoon: '{subjects}的现场评议快到了（{deadline}），请做好准备，看过以后登记结果。',
      overdue: '{subjects}的现场评议逾期了（{deadline}），还有结果没有登记，请登记，或者改期、取消。',
      overdueToOthers: '{subjects}的现场评议逾期了（{deadline}），还有结果没有登记，请提醒{unit}。',
    },
  },
  held: {
    label: '已评议',
    plain: '去看过了，结果记在每件建议上。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
  calledOff: {
    label: '已取消',
    plain: '这次不去了，参加的人都收到了消息。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<SiteReviewParty>>
export type SiteReviewState = keyof typeof states

/** What is said of a new one. `{latest}` is its day and place; `{subjects}` are theirs, and to those who only come along all. */
export const plannedTells = {
  leadDeputy: '镇人大要到现场评议{subjects}：{latest}，请您到场。',
  leadUnit: '镇人大要到现场评议{subjects}：{latest}，请准备好现场汇报。',
  participant: '请您参加现场评议：{latest}，看{subjects}。',
} as const satisfies SiteReviewTells
export type SiteReviewTells = ActionRow<SiteReviewState, SiteReviewParty, SiteReviewGate>['tells']

/** It is their turn to come and to prepare. */
export const pushesToAll = { leadDeputy: 'task', leadUnit: 'task', participant: 'task' } as const

const holders = ['congressOffice', 'presidium'] as const
const source = 'Rain, roads and officials move a visit: whoever was asked to come learns of it, and why'

export const siteReviewActions = {
  move: {
    label: '改期',
    tone: 'quiet',
    by: holders,
    moves: { planned: 'planned', held: 'held' },
    needs: ['nothingFound', 'decidesOnOthers'],
    input: z.strictObject({
      heldOn: day('改到的日期', 'arranged'),
      place: line('集合地点', 60),
      reason: paragraph('为什么改', 200, { help: '参加的代表和主办单位会看到。' }),
    }),
    tells: {
      leadDeputy: '{subjects}的现场评议改到{latest}，请您到场。原因：{reason}',
      leadUnit: '{subjects}的现场评议改到{latest}，请准备好现场汇报。原因：{reason}',
      participant: '请您参加的现场评议改到{latest}，看{subjects}。原因：{reason}',
    },
    pushes: pushesToAll,
    source,
  },
  callOff: {
    label: '取消这次评议',
    tone: 'danger',
    by: holders,
    moves: { planned: 'calledOff', held: 'held' },
    needs: ['nothingFound', 'decidesOnOthers'],
    input: z.strictObject({
      reason: paragraph('为什么取消', 200, { help: '参加的代表和主办单位会看到。' }),
    }),
    tells: {
      leadDeputy: '{subjects}的现场评议（{latest}）取消了。原因：{reason}',
      leadUnit: '{subjects}的现场评议（{latest}）取消了。原因：{reason}',
      participant: '请您参加的现场评议（{latest}）取消了。原因：{reason}',
    },
    pushes: pushesToAll,
    source,
  },
  finish: {
    label: '其余的不再去看',
    tone: 'quiet',
    by: holders,
    moves: { planned: 'held' },
    needs: ['somethingFound', 'decidesOnOthers'],
    input: z.strictObject({ reason: paragraph('为什么不再去看', 200) }),
    tells: {},
    source:
      'A suggestion may have ended before anybody went to see it: nobody is asked for its finding for ever',
  },
  noteFinding: {
    label: '登记了一件的结果',
    tone: 'quiet',
    by: ['system'],
    moves: { planned: { some: 'planned', all: 'held' } },
    decidedBy: ['found'],
    needs: [],
    input: z.strictObject({ reason: paragraph('结果', 1000) }),
    tells: {},
    source:
      'The finding stands on the record of each suggestion; the review is over when the last is written down',
  },
} as const satisfies Record<string, ActionRow<SiteReviewState, SiteReviewParty, SiteReviewGate>>
export type SiteReviewAction = keyof typeof siteReviewActions

export const siteReviewTable = defineMatter<
  SiteReviewState,
  SiteReviewAction,
  SiteReviewParty,
  SiteReviewGate
>({
  kind: 'siteReview',
  word: '现场评议',
  first: 'planned',
  states,
  actions: siteReviewActions,
  gates: {
    nothingFound: 'site_review_recorded',
    somethingFound: 'nothing_found_yet',
    decidesOnOthers: 'own_decision',
  },
  stepsAside: { presidium: ['leadDeputy', 'leadUnit'] },
  facts: { found: ['some', 'all'] },
  announced: ['decidesOnOthers'],
})
