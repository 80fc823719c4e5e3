import * as z from 'zod/mini'
import { line, picked } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { whoConvenes } from './convening'
import type { MeetingGate, MeetingParty, MeetingState } from './states'

/** So many days after it a leave may still be asked for; of a session of the congress on none. */
export const leaveAfterDays = 10

const source =
  'Modules C.F 4.6, C.E 7.7: ten days after any gathering but a session of the congress are enough to ask for leave'
const over = { ended: 'ended', drafted: 'drafted' } as const
const expectedId = picked('谁的假', 'asked')

/** 补假: whoever fell ill on the way could not ask before. By mouth it is put right in the roll. */
export const afterwards = {
  askLeaveAfter: {
    label: '补假',
    tone: 'quiet',
    by: ['expected'],
    moves: over,
    needs: ['wasAway', 'leaveInTime'],
    input: z.strictObject({ reason: line('为什么', 100, { help: '只有组长和镇人大办看得到。' }) }),
    tells: { convener: '{other}补假：{subject}。原因：{reason}。请答复准不准。' },
    readBy: whoConvenes,
    source,
  },
  grantLeaveAfter: {
    label: '准假',
    tone: 'quiet',
    by: whoConvenes,
    moves: over,
    needs: ['leaveAsked'],
    input: z.strictObject({ expectedId }),
    tells: { expected: '{subject}（{latest}）您的假准了，不算缺席。' },
    readBy: whoConvenes,
    source,
  },
  refuseLeaveAfter: {
    label: '不准假',
    tone: 'quiet',
    by: whoConvenes,
    moves: over,
    needs: ['leaveAsked'],
    input: z.strictObject({ expectedId, reason: line('为什么', 100, { help: '他会看到。' }) }),
    tells: { expected: '{subject}（{latest}）您的假没有准：{reason}。有不同意见的，请和召集人商量。' },
    readBy: whoConvenes,
    source,
  },
} as const satisfies Record<string, ActionRow<MeetingState, MeetingParty, MeetingGate>>
