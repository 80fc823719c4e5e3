import * as z from 'zod/mini'
import { asksOf } from '../../grammar/ask-steps'
import { choice, line, maybe, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { whoConvenes } from './convening'
import type { MeetingGate, MeetingParty, MeetingState } from './states'
import { attendWords } from './words'

const source = 'Catalogue 34; ask `attend`: each who is expected says whether they come, by phone or by mouth'
const leaveSource = `${source}; leave is asked of whoever convenes it, with a reason, and granted or refused`

const reason = line('为什么', 100, { help: '只有召集人和镇人大办看得到。' })
const expectedId = picked('谁的假', 'asked')

/** 参加、请假: asked with the day of the meeting; nobody decides on a leave by being silent about it. */
export const attendAsks = asksOf<MeetingState, MeetingParty>()({
  attend: {
    word: '来不来',
    to: 'expected',
    in: ['convened'],
    due: { day: 'day' },
    ladder: 'coOpinion',
    says: {
      dueSoon: '{latest}开{subject}，您来不来请回一声：参加，还是请假；打电话告诉{leader}也行。',
      overdue: '{subject}定在{latest}，您还没有回话；来不了的，打个电话告诉{leader}就行。',
      overdueToOthers: '{subject}（{latest}）还没有开，也还有人没回话，请问一问{leader}。',
    },
    refusals: { wanted: 'attendance_said', given: 'no_leave_asked' },
    shown: { head: '{who}来不来', waits: '等回话', over: '不再等回话', says: '' },
    steps: {
      accept: {
        does: 'answer',
        label: '参加',
        input: z.strictObject({}),
        tells: {},
        readBy: whoConvenes,
        source,
      },
      askLeave: {
        does: 'answer',
        tone: 'quiet',
        label: '请假',
        input: z.strictObject({ reason }),
        tells: { convener: '{other}请假：{subject}。原因：{reason}。请答复准不准。' },
        readBy: whoConvenes,
        source: leaveSource,
      },
      refuseLeave: {
        does: 'sendBack',
        label: '不准假',
        by: whoConvenes,
        input: z.strictObject({ expectedId, reason: line('为什么', 100, { help: '他会看到。' }) }),
        tells: { expected: '{subject}（{latest}）您的假没有准：{reason}。请回话参加，或者再商量。' },
        pushes: { expected: 'task' },
        readBy: whoConvenes,
        source: leaveSource,
      },
      stopAsking: {
        does: 'waive',
        label: '不再等回话',
        by: whoConvenes,
        input: z.strictObject({ reason: line('为什么', 60) }),
        tells: {},
        readBy: whoConvenes,
        source,
      },
    },
  },
})

/** What goes with it: a leave that is granted, a word that is changed, and what is said by mouth. */
export const attending = {
  ...attendAsks.rows,
  grantLeave: {
    label: '准假',
    tone: 'primary',
    by: whoConvenes,
    moves: { convened: 'convened' },
    needs: ['leaveAsked'],
    input: z.strictObject({ expectedId }),
    tells: { expected: '{subject}（{latest}）您的假准了。' },
    readBy: whoConvenes,
    source: leaveSource,
  },
  changeMind: {
    label: '改一改回的话',
    tone: 'quiet',
    by: ['expected'],
    moves: { convened: 'convened' },
    needs: ['hasAnswered'],
    input: z.strictObject({}),
    tells: {},
    readBy: whoConvenes,
    source: `${source}; whoever falls ill after having said yes asks for leave all the same`,
  },
  sayForThem: {
    label: '代说来不来',
    tone: 'quiet',
    by: whoConvenes,
    moves: { convened: 'convened' },
    needs: [],
    input: z
      .strictObject({
        expectedId: picked('谁说的', 'sitters'),
        attends: choice('怎么说的', attendWords),
        reason: maybe(line('为什么', 100, { shownWhen: [{ field: 'attends', is: 'leave' }] })),
      })
      .check(
        z.refine((form) => form.attends !== 'leave' || form.reason !== undefined, {
          error: '请写一句为什么请假。',
          path: ['reason'],
        }),
      ),
    tells: {},
    readBy: whoConvenes,
    source: `${source}; a call to whoever convenes it is as good as a tap, and is decided at once`,
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
