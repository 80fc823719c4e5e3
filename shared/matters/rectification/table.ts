import * as z from 'zod/mini'
import { byWordOf } from '../../grammar/by-word'
import { choice, day, line, maybe, paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/**
 * 整改: one finding of an inspection, with a unit and a day. The unit reports what it has mended, and never ends it itself;
 * a deputy settles nothing (代表法 31) and has no step here.
 */
export type RectificationParty = 'appraisedUnit' | 'attendee' | 'congressOffice' | 'presidium' | 'system'

export const rectificationFolder = '/towns/:town/rectifications'

const states = {
  open: {
    label: '等单位整改',
    plain: '视察发现的问题，交给{whose}改，{deadline}前改好。',
    step: 'supervise',
    waitsFor: 'appraisedUnit',
    limit: { day: 'dueOn' },
    late: 'progress',
    says: {
      dueSoon: '视察发现的问题“{subject}”，请在{deadline}前改好，报一下结果。',
      overdue: '视察发现的问题“{subject}”过了{deadline}还没有报结果，请今天就报。',
      overdueToOthers: '视察发现的问题“{subject}”，{whose}过了{deadline}还没有报结果，请提醒一下。',
    },
  },
  reported: {
    label: '单位说改好了',
    plain: '{whose}说改好了，请看一看再定：认可，或者没改好。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'rectificationWorkingDays' },
    late: 'office',
    says: {
      dueSoon: '{whose}说“{subject}”改好了，请在{deadline}前看一看，认可或者退回。',
      overdue: '{whose}说“{subject}”改好了，逾期还没有人看，请今天就看。',
      overdueToOthers: '{whose}说“{subject}”改好了，逾期还没有人看，请提醒一下。',
    },
  },
  done: { label: '改好了', plain: '看过了，改好了。', step: 'supervise', waitsFor: null, limit: null },
  impossible: {
    label: '改不了',
    plain: '主席团看过了，这件改不了，原因写在下面。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<RectificationParty>>
export type RectificationState = keyof typeof states

/** What ends it, so that the inspection may end. */
export const rectifiedIn = ['done', 'impossible'] as const satisfies readonly RectificationState[]

const source = 'Catalogue 108, 115; C.D 3.4: each finding goes to a unit and is followed until it is mended'
const looks = ['congressOffice', 'presidium'] as const
const seenHow = { onSpot: '到现场看的', paper: '看材料', phone: '打电话问的' } as const

/** What is said of a new one. */
export const handedOverTells = {
  appraisedUnit: '代表视察发现一项问题要改：“{subject}”，请在{deadline}前改好，报一下结果。',
} as const

const steps = {
  report: {
    label: '报整改结果',
    tone: 'primary',
    by: ['appraisedUnit'],
    moves: { open: 'reported' },
    needs: [],
    input: z.strictObject({
      result: paragraph('怎么改的、看得到什么', 500, { help: '不写群众的姓名和电话。' }),
    }),
    tells: {
      congressOffice: '{whose}说“{subject}”改好了，请看一看再定：{reason}',
      presidium: '{whose}说“{subject}”改好了：{reason}',
      attendee: '您参加的视察提的“{subject}”，{whose}说改好了：{reason}',
    },
    pushes: { congressOffice: 'task' },
    source,
  },
  accept: {
    label: '认可，改好了',
    tone: 'primary',
    by: looks,
    moves: { reported: 'done' },
    needs: [],
    input: z.strictObject({
      seenHow: choice('怎么看的', seenHow),
      note: maybe(line('看到了什么', 200)),
    }),
    tells: {
      appraisedUnit: '“{subject}”的整改认可了。',
      attendee: '您参加的视察提的“{subject}”改好了。',
    },
    source,
  },
  sendBack: {
    label: '没改好',
    tone: 'quiet',
    by: looks,
    moves: { reported: 'open' },
    needs: [],
    input: z.strictObject({
      reason: paragraph('还差什么', 300),
      dueOn: day('到哪天改好', 'promised'),
    }),
    tells: { appraisedUnit: '“{subject}”还没有改好：{reason}。请在{deadline}前改好。' },
    pushes: { appraisedUnit: 'task' },
    source,
  },
  extend: {
    label: '延期',
    tone: 'quiet',
    by: ['presidium'],
    moves: { open: 'open' },
    renews: true,
    needs: [],
    input: z.strictObject({ reason: line('为什么', 200), dueOn: day('延到哪天', 'promised') }),
    tells: {
      appraisedUnit: '“{subject}”延到{deadline}。原因：{reason}',
      congressOffice: '“{subject}”延到{deadline}。原因：{reason}',
    },
    source,
  },
  setAside: {
    label: '改不了',
    tone: 'danger',
    by: ['presidium'],
    moves: { open: 'impossible' },
    needs: [],
    input: z.strictObject({ reason: paragraph('为什么改不了', 300, { help: '例如：不归镇里管。' }) }),
    tells: {
      appraisedUnit: '“{subject}”不用改了：{reason}',
      congressOffice: '“{subject}”定为改不了：{reason}',
      attendee: '您参加的视察提的“{subject}”改不了：{reason}',
    },
    source,
  },
} as const satisfies Record<string, ActionRow<RectificationState, RectificationParty, never>>

/** What a unit says by telephone or on paper, and the office types. */
const byWord = byWordOf<RectificationState, RectificationParty, never>()({ report: steps.report }, [
  'congressOffice',
])

export const rectificationActions = { ...steps, ...byWord }
export type RectificationAction = keyof typeof rectificationActions

export const rectificationTable = defineMatter<
  RectificationState,
  RectificationAction,
  RectificationParty,
  never
>({
  kind: 'rectification',
  word: '视察整改',
  folder: rectificationFolder,
  first: 'open',
  states,
  actions: rectificationActions,
  gates: {},
  announced: [],
})
