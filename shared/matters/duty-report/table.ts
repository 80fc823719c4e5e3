import * as z from 'zod/mini'
import { byWordOf } from '../../grammar/by-word'
import { line, maybe, paragraph, picked } from '../../grammar/fields'
import { type ActionRow, defineMatter } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'
import { type DutyReportParty, type DutyReportState, dutyReportStates as states } from './states'

export { type DutyReportParty, type DutyReportState } from './states'

export const dutyReportFolder = '/towns/:town/duty-reports'

/** As many opinions as one letter may bring, and how long each may be. */
export const mostOpinions = 20
export const longestOpinion = 300

const source =
  'Catalogue 123: what the voters said goes to the deputy in writing, who answers it, and everyone may read that'

const steps = {
  sendLetter: {
    label: '送反馈函',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { delivered: 'letterSent' },
    needs: [],
    input: z.strictObject({
      letterNo: maybe(line('文号', 30, { help: '没有的不填。' })),
      opinions: paragraph('选民提了哪些意见', 6000, {
        help: `一行写一条，同样的并成一条，最多 ${mostOpinions} 条。不写是谁说的，不写电话。`,
      }),
    }),
    tells: {
      reportingDeputy:
        '反馈函已送达，选民提了 {count} 条意见，请在{deadline}前回应。打电话告诉镇人大办也行。',
    },
    pushes: { reportingDeputy: 'task' },
    source,
  },
  noOpinions: {
    label: '选民没有提意见',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { delivered: 'nothingSaid' },
    needs: [],
    input: nothing,
    tells: { reportingDeputy: '{subject}：选民没有提意见，不用回应。' },
    source,
  },
  respond: {
    label: '回应一条',
    tone: 'primary',
    by: ['reportingDeputy'],
    moves: { letterSent: 'letterSent', responded: 'responded' },
    needs: [],
    input: z.strictObject({
      opinionId: picked('回应哪一条', 'asked'),
      answer: paragraph('怎么回应', 1000, { help: '选民都看得到。不写别人的姓名和电话。' }),
    }),
    tells: {},
    source,
  },
  complete: {
    label: '都回应了',
    tone: 'quiet',
    by: ['system'],
    moves: { letterSent: 'responded' },
    needs: [],
    input: nothing,
    tells: { congressOffice: '{deputy}回应了选民的 {result} 条意见，请看过以后公布。' },
    pushes: { congressOffice: 'task' },
    source,
  },
  waitNoLonger: {
    label: '不再等回应',
    tone: 'quiet',
    by: ['congressOffice'],
    insteadOf: ['reportingDeputy'],
    moves: { letterSent: 'responded' },
    needs: [],
    input: z.strictObject({
      reason: line('为什么', 200, { help: '例如：代表已经离任。没有回应的意见不公布。' }),
    }),
    tells: { reportingDeputy: '{subject}不再等您回应了：{reason}' },
    source: `${source}; nobody waits for one person for good`,
  },
  publishResponse: {
    label: '看过了，公布',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { responded: 'closed' },
    needs: [],
    input: nothing,
    tells: { reportingDeputy: '您对选民意见的回应，核对以后就公布，谁都看得到。' },
    source: `${source}; it is looked at as every text that becomes public`,
  },
} as const satisfies Record<string, ActionRow<DutyReportState, DutyReportParty, never>>

/** What he says on the telephone, and the office types. */
const byWord = byWordOf<DutyReportState, DutyReportParty, never>()({ respond: steps.respond }, [
  'congressOffice',
])

export const dutyReportActions = { ...steps, ...byWord }
export type DutyReportAction = keyof typeof dutyReportActions

/**
 * 述职以后: what the voters said at the meeting goes to the deputy in a letter, who answers it, and the answer is public.
 * It begins when the result is announced, one for each who reported.
 */
export const dutyReportTable = defineMatter<DutyReportState, DutyReportAction, DutyReportParty, never>({
  kind: 'dutyReport',
  word: '述职反馈',
  folder: dutyReportFolder,
  first: 'delivered',
  states,
  actions: dutyReportActions,
  gates: {},
  announced: [],
})

/** What the history says of one answer. */
export const spokenAnswer = (no: number, answer: string) => `第${no}条：${answer}`

/** `王建国代表的述职反馈`. */
export const feedbackTitle = (deputy: string) => `${deputy}代表的述职反馈`
