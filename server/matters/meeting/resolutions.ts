import type * as z from 'zod/mini'
import { meetingKinds } from '../../../shared/matters/meeting/kinds'
import type { meetingActions } from '../../../shared/matters/meeting/table'
import { type FollowUp, followUps, spokenNotYet } from '../../../shared/matters/meeting/words'
import { resolutionTable } from '../../../shared/matters/resolution/table'
import { wrongField } from '../../../shared/words/refusals'
import { AgendaItem } from '../../database/entities/matters/agenda-item'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import { marks } from '../../database/sql'
import { readTogether } from '../../database/together'
import { bodyOf } from '../../engine/body'
import type { Form, StepOf } from '../../engine/kind'
import { unitsInTown } from '../../features/people/in-town'
import { startResolution } from '../resolution/start'
import { isToFollowUp, itemOf } from './agenda-item'
import type { MeetingRecord } from './record'
import { type Unsettled, unsettledPart } from './resolution-parts'

type Resolving = 'assign' | 'closeResolution' | 'keepResolution' | 'dropResolution'
type FormOf<A extends Resolving> = z.output<(typeof meetingActions)[A]['input']>
type Step = StepOf<MeetingRecord>

/** What one meeting may give to others; an agenda has no more items. */
const mostGiven = 40
/** An item of an agenda has room for no more; its page shows all of it. */
const longestTitle = 60

/** The row of an agenda under which a resolution is talked about. */
export const followUpRow = (meetingId: string, { id, what }: Unsettled, position: number) => ({
  ...{ id: newId(), meetingId, position, title: what.slice(0, longestTitle), resolutionId: id },
  ...{ outcome: null, outcomeNote: null, carriedToId: null },
})

/** As the meeting opens: what was given since the notice is on its agenda too, and what was settled since is not. */
export async function bringFollowUps({ tx, record }: Step) {
  const { unsettled } = await readTogether(tx, { unsettled: unsettledPart(record) })
  const known = new Set(record.agenda.map(({ resolutionId }) => resolutionId))
  const fresh = unsettled.filter(({ id }) => !known.has(id))
  await insertMany(
    tx,
    AgendaItem,
    fresh.map((one, at) => followUpRow(record.id, one, record.agenda.length + at)),
  )
  const settled = record.agenda.filter(
    (item) => item.outcome === null && item.resolutionId !== null && !isToFollowUp(item),
  )
  if (settled.length > 0)
    await tx.query(
      `DELETE FROM agenda_item WHERE id IN (${marks(settled)})`,
      settled.map(({ id }) => id),
    )
}

/** 定下谁办. @throws Refusal `bad_input` */
export async function assign(step: Step) {
  const { tx, record, form, asker, now } = step
  const { agendaItemId, what, unitId = null, personId = null, dueOn } = form as FormOf<'assign'>
  itemOf(record, agendaItemId)
  if (record.given.length >= mostGiven) throw wrongField('what', `一次会最多定 ${mostGiven} 件，请合并一些。`)
  if (unitId !== null && personId !== null)
    throw wrongField('personId', '单位和个人只选一个：单位办的不用再选人。')
  if (unitId !== null) await unitsInTown(tx, record.townId, [unitId], 'unitId')
  if (personId !== null && !record.members.some(({ id }) => id === personId))
    throw wrongField('personId', '这位不在应到的人里，请重新选择；别的人办的，选他的单位。')
  const position = record.given.length
  const { townId, id: meetingId } = record
  await startResolution(
    tx,
    { townId, meetingId, agendaItemId, position, what, unitId, personId, dueOn },
    asker,
    now,
  )
  return { reason: what }
}

/** The item of this agenda under which it stands. @throws Refusal `bad_input` */
function openItem({ agenda }: MeetingRecord, resolutionId: string) {
  const item = agenda.find((one) => one.resolutionId === resolutionId && isToFollowUp(one))
  if (item === undefined)
    throw wrongField('resolutionId', '议程上没有这一件，或者这次会已经过了，请重新选择。')
  return item
}

/** The meeting has said what became of it: a step of the resolution, and an outcome on the agenda. */
async function followUp(
  step: Step,
  outcome: FollowUp,
  { action, form, note }: { action: string; form: Form; note: string },
) {
  const { tx, record, asker } = step
  const { resolutionId } = step.form as FormOf<'closeResolution'>
  const item = openItem(record, resolutionId)
  const writer = 'system' in asker ? null : asker.person
  const party = meetingKinds[record.meetingKind].decidesAs ?? 'system'
  await step.take({
    ...{ kind: resolutionTable.kind, id: resolutionId, action, form },
    asker: bodyOf(record.townId, party, writer),
  })
  await tx.update(AgendaItem, { id: item.id }, { outcome, outcomeNote: note === '' ? null : note })
  return { reason: [item.title, followUps[outcome], note].filter(Boolean).join('　') }
}

export const closeResolution = (step: Step) => {
  const { note } = step.form as FormOf<'closeResolution'>
  return followUp(step, 'done', {
    action: 'done',
    form: note === undefined ? {} : { note },
    note: note ?? '',
  })
}

export const keepResolution = (step: Step) => {
  const { reason, dueOn, resolutionId } = step.form as FormOf<'keepResolution'>
  const times = openItem(step.record, resolutionId).resolutionTimes ?? 0
  const note = spokenNotYet(Number(times) + 1, reason, dueOn)
  return followUp(step, 'notYet', { action: 'keep', form: { reason, dueOn }, note })
}

export const dropResolution = (step: Step) => {
  const { reason } = step.form as FormOf<'dropResolution'>
  return followUp(step, 'dropped', { action: 'end', form: { reason }, note: reason })
}
