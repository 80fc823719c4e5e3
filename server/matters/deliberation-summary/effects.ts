import type * as z from 'zod/mini'
import type { SummaryAction, summaryActions } from '../../../shared/matters/deliberation-summary/table'
import { answeredNote, answeredToSpeaker } from '../../../shared/matters/deliberation-summary/words'
import { endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { numberOf } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import { wrongField } from '../../../shared/words/refusals'
import { DeliberationNote } from '../../database/entities/matters/deliberation-note'
import { DeliberationSummary } from '../../database/entities/matters/deliberation-summary'
import { SummaryItem } from '../../database/entities/matters/summary-item'
import { newId } from '../../database/id'
import { In } from 'typeorm'
import type { Effect, StepOf } from '../../engine/kind'
import { tell } from '../../engine/tell'
import { unitsInTown } from '../../features/people/in-town'
import type { SummaryItemRow, SummaryRecord } from './record'

type FormOf<A extends SummaryAction> = z.output<(typeof summaryActions)[A]['input']>
type Step = StepOf<SummaryRecord>

/** What a step changes besides the state. */
export const effects: { readonly [A in SummaryAction]?: Effect<SummaryRecord> } = {
  async gather(step) {
    const { tx, record, form } = step
    const { noteIds, text, unitId } = form as FormOf<'gather'>
    const notes = freeNotes(step, noteIds)
    if (unitId !== undefined) await unitsInTown(tx, record.townId, [unitId], 'unitId')
    const id = newId()
    const position = Math.max(-1, ...record.items.map((one) => Number(one.position))) + 1
    await tx.insert(SummaryItem, {
      ...{ id, summaryId: record.id, position, text, unitId: unitId ?? null },
      ...{ answerKind: null, answer: null, missing: null, isOpen: true },
    })
    await tx.update(DeliberationNote, { id: In(notes) }, { summaryItemId: id, leftOut: null })
    return { reason: text }
  },
  async leaveOut(step) {
    const { noteIds, reason } = step.form as FormOf<'leaveOut'>
    await step.tx.update(DeliberationNote, { id: In(freeNotes(step, noteIds)) }, { leftOut: reason })
    return { reason }
  },
  async takeApart({ tx, record, form }) {
    const { itemId } = form as FormOf<'takeApart'>
    const { id, text } = itemOf(record, itemId, 'itemId')
    await tx.update(
      DeliberationNote,
      { meetingId: record.meetingId, summaryItemId: id },
      { summaryItemId: null },
    )
    await tx.delete(SummaryItem, { id })
    return { reason: text }
  },
  async handOver(step) {
    const { tx, record, form } = step
    const { unitId } = form as FormOf<'handOver'>
    await unitsInTown(tx, record.townId, [unitId], 'unitId')
    const dueOn = answerBy(step, rulesOf(record).deliberationMonths)
    await tx.update(DeliberationSummary, { id: record.id }, { unitId, dueOn })
  },
  dropAll: ({ form }) => Promise.resolve({ reason: (form as FormOf<'dropAll'>).reason }),
  async answer({ tx, record, form }) {
    const { itemId, answerKind, answer } = form as FormOf<'answer'>
    const { id, isOpen } = itemOf(record, itemId, 'itemId')
    if (record.state === 'sentBack' && Number(isOpen) === 0)
      throw wrongField('itemId', '这一条主席团没有要求再答复，请选要再答复的。')
    await tx.update(SummaryItem, { id }, { answerKind, answer, isOpen: false })
    const no = record.items.findIndex((one) => one.id === id) + 1
    return { reason: answeredNote(no, answerKind, answer) }
  },
  async sendBack(step) {
    const { tx, record, form } = step
    const { itemIds, reason } = form as FormOf<'sendBack'>
    const items = itemIds.map((one) => itemOf(record, one, 'itemIds').id)
    await tx.update(SummaryItem, { id: In(items) }, { missing: reason, isOpen: true })
    const dueOn = answerBy(step, rulesOf(record).rehandleMonths)
    await tx.update(DeliberationSummary, { id: record.id }, { dueOn, sentBack: true })
    return { reason }
  },
  async hear(step) {
    const { note } = step.form as FormOf<'hear'>
    await tellSpeakers(step)
    return note === undefined ? {} : { reason: note }
  },
}

/** Whole months from the day on which it is asked for. */
const answerBy = ({ at, calendar }: Step, months: number) => endOfSpan(beijingDay(at), { months }, calendar)

/** @throws Refusal `bad_input` where one stands in an item already, or is of another meeting */
function freeNotes({ record }: Step, noteIds: readonly string[]): string[] {
  if (noteIds.some((id) => !record.notes.some((one) => one.id === id && one.itemId === null)))
    throw wrongField('noteIds', '有的发言已经列进别的一条，请重新选；要改的，先拆开那一条。')
  return [...noteIds]
}

/** @throws Refusal `bad_input` */
function itemOf({ items }: SummaryRecord, id: string, field: string): SummaryItemRow {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw wrongField(field, '没有这一条，请重新选择。')
  return item
}

/** Each who left the name, once for each thing that they said. */
async function tellSpeakers({ tx, record, now }: Step) {
  const { townId, id } = record
  const items = new Map(record.items.map((one) => [one.id, one]))
  const tellings = record.notes.flatMap(({ speakerId, text, itemId }) => {
    const item = itemId === null ? undefined : items.get(itemId)
    if (speakerId === null || item === undefined || item.answerKind === null) return []
    return {
      ...{ townId, recipientId: speakerId, recipientKind: 'person' as const, push: 'replied' as const },
      text: answeredToSpeaker(text, item.answerKind, item.answer ?? ''),
      ...{ page: matterPage('deliberationSummary', townId, id), number: numberOf(id) },
    }
  })
  if (tellings.length > 0) await tell(tx, tellings, now)
}
