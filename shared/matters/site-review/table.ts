import * as z from 'zod/mini'
import { day, line, paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/** The small table of 现场评议 (catalogue 74): a day that was set may be another one, or none, until something was found. */
export type SiteReviewParty = 'congressOffice' | 'presidium' | 'leadDeputy' | 'leadUnit' | 'participant'
export type SiteReviewGate = 'nothingFound'

const states = {
  planned: {
    label: '已安排',
    plain: '到了日期去现场看，看过以后把结果记到每件建议上。',
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

/** What is said of a new one. `{latest}` is its day and place; to those who only come along `{subject}` is all of them. */
export const plannedTells = {
  leadDeputy: '镇人大要到现场评议《{subject}》：{latest}，请您到场。',
  leadUnit: '镇人大要到现场评议《{subject}》：{latest}，请准备好现场汇报。',
  participant: '请您参加现场评议：{latest}，看{subject}。',
} as const satisfies SiteReviewTells
export type SiteReviewTells = ActionRow<SiteReviewState, SiteReviewParty, SiteReviewGate>['tells']

const holders = ['congressOffice', 'presidium'] as const
const source = 'Rain, roads and officials move a visit: whoever was asked to come learns of it, and why'

export const siteReviewActions = {
  move: {
    label: '改期',
    tone: 'quiet',
    by: holders,
    moves: { planned: 'planned' },
    needs: ['nothingFound'],
    input: z.strictObject({
      heldOn: day('改到哪一天'),
      place: line('集合地点', 60),
      reason: paragraph('为什么改', 200, { help: '参加的代表和主办单位会看到。' }),
    }),
    tells: {
      leadDeputy: '《{subject}》的现场评议改到{latest}，请您到场。原因：{reason}',
      leadUnit: '《{subject}》的现场评议改到{latest}，请准备好现场汇报。原因：{reason}',
      participant: '请您参加的现场评议改到{latest}，看{subject}。原因：{reason}',
    },
    source,
  },
  callOff: {
    label: '取消这次评议',
    tone: 'danger',
    by: holders,
    moves: { planned: 'calledOff' },
    needs: ['nothingFound'],
    input: z.strictObject({
      reason: paragraph('为什么取消', 200, { help: '参加的代表和主办单位会看到。' }),
    }),
    tells: {
      leadDeputy: '《{subject}》的现场评议（{latest}）取消了。原因：{reason}',
      leadUnit: '《{subject}》的现场评议（{latest}）取消了。原因：{reason}',
      participant: '请您参加的现场评议（{latest}）取消了。原因：{reason}',
    },
    source,
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
  gates: { nothingFound: 'site_review_recorded' },
  announced: [],
})
