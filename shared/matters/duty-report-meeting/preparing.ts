import * as z from 'zod/mini'
import { amount, day, line, maybe, paragraph, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import type { ReportMeetingGate, ReportMeetingParty, ReportMeetingState } from './states'
import { reportHeads } from './words'

const source = '代表法 58; catalogue 122: about a quarter of the deputies report each year, each once a term'
export const whoKeeps = ['congressOffice'] as const satisfies ReportMeetingParty[]
export const whoChairs = ['meetingChair', 'congressOffice'] as const satisfies ReportMeetingParty[]

const when = {
  heldOn: day('哪天开', 'arranged'),
  startsAt: line('几点', 10, { help: '例如 14:30，或者“下午两点半”。' }),
  place: line('在哪里', 60, { help: '选民都看得到。' }),
  chairId: picked('谁主持', 'asked', { help: '主席团成员；当天要述职的不能主持。' }),
  lateWhy: maybe(line('为什么公告得晚', 200, { onceAsked: true })),
}

const told = '{subject}：{latest}。'
const tells = {
  reportingDeputy: `${told}请准备述职；写不了的，口头讲也行。`,
  meetingChair: `${told}请您主持。`,
}
const pushes = { reportingDeputy: 'task' } as const

const reason = line('为什么', 200, { help: '述职的代表和主持人看得到。' })

const heads = {
  resolutions: maybe(
    paragraph(reportHeads.resolutions, 1000, { help: '履职档案里有的已经写好，改一改就行。' }),
  ),
  deliberations: maybe(paragraph(reportHeads.deliberations, 1000)),
  betweenSessions: maybe(paragraph(reportHeads.betweenSessions, 1000)),
  contacts: maybe(paragraph(reportHeads.contacts, 1000)),
}

/** Until the chair opens it. */
export const preparing = {
  notice: {
    label: '定日子，发公告',
    tone: 'primary',
    by: whoKeeps,
    moves: { planned: 'noticed' },
    needs: [],
    input: z.strictObject(when),
    tells,
    pushes,
    source: `${source}; the notice is five days ahead, a later one says why`,
  },
  moveMeeting: {
    label: '改期',
    tone: 'quiet',
    by: whoKeeps,
    moves: { noticed: 'noticed' },
    renews: true,
    needs: [],
    input: z.strictObject(when),
    tells: {
      reportingDeputy: '{subject}改了：{latest}。',
      meetingChair: '{subject}改了：{latest}。',
    },
    pushes,
    source,
  },
  callOff: {
    label: '这次不开',
    tone: 'danger',
    by: whoKeeps,
    moves: { planned: 'calledOff', noticed: 'calledOff' },
    needs: [],
    input: z.strictObject({ reason }),
    tells: {
      reportingDeputy: '{subject}这次不开了，您的述职另外安排。原因：{reason}',
      meetingChair: '{subject}这次不开了。原因：{reason}',
    },
    source,
  },
  postpone: {
    label: '一位改到以后',
    tone: 'quiet',
    by: whoKeeps,
    moves: { planned: 'planned', noticed: 'noticed' },
    needs: ['othersLeft'],
    input: z.strictObject({
      reportId: picked('哪位代表', 'sitters'),
      planYear: amount('改到哪一年', 2100),
      reason,
    }),
    tells: {},
    tellsLeft: { reportingDeputy: '您的述职改到 {year} 年，到时候再请您。原因：{reason}' },
    source: `${source}; whoever is put off is proposed again from that year on`,
  },
  release: {
    label: '一位不再述职',
    tone: 'quiet',
    by: whoKeeps,
    moves: { planned: 'planned', noticed: 'noticed' },
    needs: ['othersLeft'],
    input: z.strictObject({
      reportId: picked('哪位代表', 'sitters', {
        help: '只有代表资格终止、暂停执行职务，或者届末补选来不及的。',
      }),
      reason,
    }),
    tells: {},
    tellsLeft: { reportingDeputy: '您本届不用向选民述职了。原因：{reason}' },
    source: `${source}; nobody else is let off`,
  },
  writeReport: {
    label: '写述职稿',
    tone: 'primary',
    by: ['reportingDeputy'],
    moves: { planned: 'planned', noticed: 'noticed', open: 'open' },
    needs: [],
    input: z.strictObject(heads),
    tells: {},
    source: `${source}; whoever cannot write speaks: the text is never a condition`,
  },
  writeReportFor: {
    label: '代写述职稿',
    tone: 'quiet',
    by: whoKeeps,
    moves: { planned: 'planned', noticed: 'noticed', open: 'open' },
    needs: [],
    input: z.strictObject({
      reportId: picked('谁的述职稿', 'sitters', {
        help: '代表在电话里、当面说的，照他的话写；没有填的不动。',
      }),
      ...heads,
    }),
    tells: {
      reportingDeputy: '镇人大办照您说的写好了述职稿：{subject}。不对的可以自己改，或者告诉镇人大办。',
    },
    source: 'D.L6: what is told to the office and typed by it has the same standing',
  },
} as const satisfies Record<string, ActionRow<ReportMeetingState, ReportMeetingParty, ReportMeetingGate>>
