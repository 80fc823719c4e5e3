import * as z from 'zod/mini'
import { line, maybe, paragraph, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { whoConvenes } from './convening'
import type { MeetingGate, MeetingParty, MeetingState } from './states'

const source =
  'Catalogue 34 minutes, report to the congress office; they are written from what was noted, only remarks are typed'
const remarks = z.strictObject({
  remarks: maybe(
    paragraph('还要写进纪要的', 2000, { help: '到会的人、每项议定什么已经写好了，没有要补的不用填。' }),
  ),
})

const approved = { expected: '{subject}的纪要通过了：{outcome}。' }

/** After it: the minutes, the report upward, whoever objects to them, and their approval at the next one. */
export const minutes = {
  draftMinutes: {
    label: '拟好纪要，上报',
    tone: 'primary',
    by: whoConvenes,
    insteadOf: ['convener'],
    moves: { ended: 'drafted' },
    needs: [],
    input: remarks,
    tells: {
      expected: '{subject}的纪要拟好了，有不对的请说，下次会上通过。',
      congressOffice: '{subject}报上来了：{outcome}。',
      presidium: '{subject}报上来了：{outcome}。',
    },
    source,
  },
  amend: {
    label: '改一改纪要',
    tone: 'quiet',
    by: whoConvenes,
    moves: { drafted: 'drafted' },
    needs: [],
    input: remarks,
    tells: {},
    source,
  },
  object: {
    label: '纪要有不对的',
    tone: 'quiet',
    by: ['expected'],
    moves: { drafted: 'drafted' },
    needs: [],
    input: z.strictObject({ reason: paragraph('哪里不对', 300) }),
    tells: { convener: '{other}说{subject}的纪要有不对的：{reason}' },
    source,
  },
  approve: {
    label: '会上通过',
    tone: 'quiet',
    // A step of the next meeting of whoever approves them, which is never asked for by itself.
    by: ['groupMeeting', 'presidiumMeeting', 'system'],
    moves: { drafted: 'approved' },
    needs: [],
    input: z.strictObject({}),
    tells: approved,
    source: `${source}; approved at the next meeting of the same body, and locked from then on`,
  },
  settle: {
    label: '不等下次会，定稿',
    tone: 'quiet',
    by: ['congressOffice'],
    insteadOf: ['convener'],
    moves: { drafted: 'approved' },
    needs: [],
    input: z.strictObject({ reason: line('为什么', 100, { help: '例如：不再开会了。' }) }),
    tells: approved,
    source: `${source}; where no meeting follows`,
  },
  correct: {
    label: '更正纪要',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { approved: 'approved' },
    needs: ['votes'],
    input: z.strictObject({
      text: paragraph('更正成怎样', 1000, { help: '原来的纪要不动，更正写在下面。写明是哪一处。' }),
      reason: line('为什么更正', 300),
      agreedId: picked('哪位主席团成员同意的', 'asked', { help: '不能是您自己。' }),
    }),
    tells: { expected: '{subject}的纪要有一处更正：{outcome}' },
    source: `${source}; what was approved stays as it was, and what is put right stands below it with both names`,
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
