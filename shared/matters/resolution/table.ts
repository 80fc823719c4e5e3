import * as z from 'zod/mini'
import { byWordOf } from '../../grammar/by-word'
import { day, line, maybe, paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/**
 * 议定事项: what a meeting has decided is to be done, by whom and until when. Whoever does it reports and never ends it:
 * it stands on the agenda of each next meeting of that body until that says it is done, or why it is given up.
 */
export type ResolutionParty =
  'responsible' | 'congressOffice' | 'presidium' | 'expected' | 'presidiumMeeting' | 'system'

export const resolutionFolder = '/towns/:town/resolutions'

const states = {
  open: {
    label: '等办好',
    plain: '{whose}在{deadline}前办好，报一下结果；没有办好以前，每次会都过一遍。',
    step: 'supervise',
    waitsFor: 'responsible',
    limit: { day: 'dueOn' },
    late: 'answer',
    says: {
      dueSoon: '{other}议定的“{subject}”，请在{deadline}前办好，报一下结果。',
      overdue: '{other}议定的“{subject}”过了{deadline}还没有报结果，请今天就报。',
      overdueToOthers: '{other}议定的“{subject}”，{whose}过了{deadline}还没有报结果，请提醒一下。',
    },
  },
  reported: {
    label: '报了结果，等会上听',
    plain: '{whose}报了结果，下次会上过一遍：办好了的了结，没办好的接着办。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { day: 'hearBy' },
    late: 'office',
    says: {
      dueSoon: '“{subject}”有结果了，请在{latest}前开会听一听。',
      overdue: '“{subject}”有结果了，过了{latest}还没有在会上听，请尽快安排。',
      overdueToOthers: '“{subject}”有结果了，过了{latest}还没有在会上听，请提醒一下。',
    },
  },
  done: { label: '办好了', plain: '会上听过了，办好了。', step: 'supervise', waitsFor: null, limit: null },
  ended: {
    label: '不再办',
    plain: '会上定了不再办，原因写在下面。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<ResolutionParty>>
export type ResolutionState = keyof typeof states

/** In which it stands on every agenda. */
export const unsettledIn = ['open', 'reported'] as const satisfies readonly ResolutionState[]
export const isUnsettled = (state: ResolutionState) =>
  (unsettledIn as readonly ResolutionState[]).includes(state)

const source =
  'Catalogue 118 防止议而不决，决而不议: what was decided has a holder and a day, and comes back to the agenda until it is done'
/** Steps of a meeting that has it on its agenda, which are never asked for by themselves. */
const atMeeting = ['presidiumMeeting', 'system'] as const satisfies ResolutionParty[]

/** What is said of a new one. */
export const assignTells = {
  responsible: '{other}议定：“{subject}”，请在{deadline}前办好，报一下结果。',
} as const

const steps = {
  report: {
    label: '报结果',
    tone: 'primary',
    by: ['responsible'],
    moves: { open: 'reported', reported: 'reported' },
    needs: [],
    input: z.strictObject({
      result: paragraph('办得怎么样', 500, { help: '会上照着念。不写群众的姓名和电话。' }),
    }),
    tells: { congressOffice: '“{subject}”有结果了，下次会上听：{reason}' },
    pushes: { congressOffice: 'task' },
    source,
  },
  done: {
    label: '办好了',
    tone: 'primary',
    by: atMeeting,
    moves: { open: 'done', reported: 'done' },
    needs: [],
    input: z.strictObject({ note: maybe(line('会上怎么说的', 300)) }),
    tells: {
      responsible: '“{subject}”在会上听过了，办好了。',
      presidium: '{other}议定的“{subject}”办好了。',
    },
    source,
  },
  keep: {
    label: '还没办好',
    tone: 'quiet',
    by: atMeeting,
    moves: { open: 'open', reported: 'open' },
    renews: true,
    needs: [],
    input: z.strictObject({ reason: line('为什么、还差什么', 200), dueOn: day('到哪天办好', 'promised') }),
    tells: { responsible: '“{subject}”会上过了，第{count}次还没办好：{reason}。请在{deadline}前办好。' },
    source,
  },
  end: {
    label: '不再办',
    tone: 'danger',
    by: atMeeting,
    moves: { open: 'ended', reported: 'ended' },
    needs: [],
    input: z.strictObject({ reason: line('为什么', 300) }),
    tells: {
      responsible: '“{subject}”会上定了不再办：{reason}',
      presidium: '{other}议定的“{subject}”不再办：{reason}',
    },
    source,
  },
} as const satisfies Record<string, ActionRow<ResolutionState, ResolutionParty, never>>

/** What whoever does it says by telephone or on paper, and the office types. */
const byWord = byWordOf<ResolutionState, ResolutionParty, never>()({ report: steps.report }, [
  'congressOffice',
])

export const resolutionActions = { ...steps, ...byWord }
export type ResolutionAction = keyof typeof resolutionActions

export const resolutionTable = defineMatter<ResolutionState, ResolutionAction, ResolutionParty, never>({
  kind: 'resolution',
  word: '议定事项',
  folder: resolutionFolder,
  first: 'open',
  states,
  actions: resolutionActions,
  gates: {},
  announced: [],
})
