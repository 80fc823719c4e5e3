import type * as z from 'zod/mini'
import { isThere, marksOfCall } from '../../../shared/matters/meeting/roll'
import type { meetingActions } from '../../../shared/matters/meeting/table'
import type { Mark, RollSource } from '../../../shared/matters/meeting/words'
import { wrongField } from '../../../shared/words/refusals'
import { RollMark } from '../../database/entities/matters/roll-mark'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import { isoInstant } from '../../database/sql'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import { isRollBegun, marksOf, type MeetingRecord } from './record'

type FormOf<A extends 'callRoll' | 'noteLeft'> = z.output<(typeof meetingActions)[A]['input']>
type Step = StepOf<MeetingRecord>

interface NewMark {
  personId: string
  mark: Mark
  at: Date
  reason?: string
}

export async function addMarks(step: Step, fresh: readonly NewMark[], source: RollSource = 'clerk') {
  const { tx, record, asker, now } = step
  if (fresh.length === 0) return
  await insertMany(
    tx,
    RollMark,
    fresh.map(({ personId, mark, at, reason }, no) => ({
      ...{
        id: newId(),
        meetingId: record.id,
        position: record.marks.length + no,
        personId,
        mark,
        at,
        source,
      },
      ...{ rollNo: record.rollNo, undoes: null },
      ...{ receivedAt: now, byPersonId: personIdOf(asker), reason: reason ?? null },
    })),
  )
}

/** @throws Refusal `bad_input` where somebody is named who is not expected */
function refuseOthers({ members }: MeetingRecord, ids: readonly string[], field: string) {
  if (ids.some((id) => !members.some((one) => one.id === id)))
    throw wrongField(field, '有人不是这个小组的代表，请重新选择。')
}

/**
 * 点名: whoever is not there and has no leave is absent. The first call counts from the opening, as does whatever is put
 * right after the meeting; whoever is called later has come later.
 * @throws Refusal `bad_input`
 */
export async function callRoll(step: Step) {
  const { record, form, now } = step
  const { presentIds, leaveIds = [], source } = form as FormOf<'callRoll'>
  refuseOthers(record, presentIds, 'presentIds')
  refuseOthers(record, leaveIds, 'leaveIds')
  if (leaveIds.some((id) => presentIds.includes(id)))
    throw wrongField('leaveIds', '有人既选了“到了”又选了“请假”，请去掉一个。')
  const marks = marksOf(record)
  const isFirst = !isRollBegun(record)
  const counts = isFirst || record.state !== 'open' ? new Date(isoInstant(record.openedAt ?? '')) : now
  const fresh = record.members.flatMap(({ id }) =>
    marksOfCall(marks.get(id), { present: presentIds.includes(id), leave: leaveIds.includes(id) }).map(
      (mark) => ({ personId: id, mark, at: counts }),
    ),
  )
  await addMarks(step, fresh, source)
  return { reason: `到了 ${new Set(presentIds).size} 位，应到 ${record.members.length} 位` }
}

/** @throws Refusal `bad_input` where somebody is not there */
export async function noteLeft(step: Step) {
  const { record, form, now } = step
  const { personIds } = form as FormOf<'noteLeft'>
  const marks = marksOf(record)
  if (personIds.some((id) => !isThere(marks.get(id))))
    throw wrongField('personIds', '有人不在场，不用记先走，请重新选择。')
  await addMarks(
    step,
    personIds.map((personId) => ({ personId, mark: 'left' as const, at: now })),
  )
  return {
    reason: record.members.flatMap(({ id, name }) => (personIds.includes(id) ? [name] : [])).join('、'),
  }
}
