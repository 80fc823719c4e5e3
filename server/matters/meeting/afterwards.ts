import type * as z from 'zod/mini'
import { leaveAfterDays } from '../../../shared/matters/meeting/afterwards'
import type { meetingActions } from '../../../shared/matters/meeting/table'
import { addDays, type Day } from '../../../shared/rules/days'
import { forgetAsk } from '../../engine/asks/take'
import { personIdOf } from '../../engine/begin'
import { person } from '../../engine/holders'
import type { Asker, Effect, StepOf } from '../../engine/kind'
import { nameOf, saidBy, whoseLeave } from './attending'
import { attendancesIn } from './minutes'
import { asksAfterwards, type MeetingRecord } from './record'
import { addMarks } from './roll'

type After = 'askLeaveAfter' | 'grantLeaveAfter' | 'refuseLeaveAfter'
type FormOf<A extends After> = z.output<(typeof meetingActions)[A]['input']>
type Step = StepOf<MeetingRecord>

/** Whoever asks was away and has not asked yet; where nobody asks, any of them. */
export function wasAway(record: MeetingRecord, asker: Asker | null): boolean {
  const attendances = attendancesIn(record)
  return record.members.some(
    ({ id }) =>
      (asker === null || 'system' in asker || asker.person?.id === id) &&
      attendances.get(id) === 'absent' &&
      saidBy(record, id).standing !== 'leaveAsked',
  )
}

export const isLeaveInTime = ({ meetingKind, day }: MeetingRecord, today: Day) =>
  meetingKind !== 'congressSession' && day !== null && today <= addDays(day, leaveAfterDays)

export const afterwards: { readonly [A in After]?: Effect<MeetingRecord> } = {
  async askLeaveAfter(step: Step) {
    const { reason } = step.form as FormOf<'askLeaveAfter'>
    await addMarks(step, [{ personId: personIdOf(step.asker) ?? '', mark: 'asked', at: step.now, reason }])
    return { reason, other: nameOf(step) }
  },
  async grantLeaveAfter(step) {
    const { member, reason } = whoseLeave(step)
    await addMarks(step, [{ personId: member.id, mark: 'leave', at: step.now, reason }])
    return { whose: member.id, reason: member.name }
  },
  // The absence of the roll stands; what was asked before the meeting waits for no answer any more.
  async refuseLeaveAfter(step) {
    const { tx, record, form, now } = step
    const { member } = whoseLeave(step)
    if (asksAfterwards(record, member.id))
      await addMarks(step, [{ personId: member.id, mark: 'undone', at: now }])
    else await forgetAsk(tx, record, 'attend', [person(member.id)])
    return { whose: member.id, reason: (form as FormOf<'refuseLeaveAfter'>).reason }
  },
}
