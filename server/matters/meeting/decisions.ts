import type * as z from 'zod/mini'
import { meetingKinds } from '../../../shared/matters/meeting/kinds'
import type { MeetingAction, meetingActions } from '../../../shared/matters/meeting/table'
import {
  asksToLead,
  decidedNote,
  goneWords,
  type ReviewDecision,
  reviewDecisions,
} from '../../../shared/matters/meeting/words'
import { opinionTable } from '../../../shared/matters/opinion/table'
import { fill, numberOf } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import { Refusal, refusals, wrongField } from '../../../shared/words/refusals'
import { ReviewItem } from '../../database/entities/matters/review-item'
import type { Tx } from '../../database/source'
import { personIdOf } from '../../engine/begin'
import { bodyOf } from '../../engine/body'
import type { Form, StepOf } from '../../engine/kind'
import { tell } from '../../engine/tell'
import { namedIn } from '../suggestion/refuse-naming'
import { residentsParts, wordsOf } from '../opinion/residents-behind'
import { readTogether } from '../../database/together'
import { readMergeTargets } from './merge-targets'
import { goneOf, type MeetingRecord } from './record'
import type { Item } from './record-parts'
import { titleOf } from './title'

type FormOf<A extends MeetingAction> = z.output<(typeof meetingActions)[A]['input']>
type Step = StepOf<MeetingRecord>

/** The item that a step is about. @throws Refusal `not_found` */
export function itemIn({ items }: MeetingRecord, id: string): Item {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new Refusal('not_found')
  return item
}

/** The same, where it is still to be decided. @throws Refusal `item_decided`, `item_gone` */
function openItem({ record, form }: Step): Item {
  const item = itemIn(record, String(form.itemId))
  if (item.decision !== null)
    throw refuse('item_decided', {
      outcome: reviewDecisions[item.decision].label,
      other: item.notedBy ?? '别人',
    })
  const gone = goneOf(record, item)
  if (gone !== null) throw refuse('item_gone', { reason: goneWords[gone] })
  return item
}
const refuse = (code: 'item_decided' | 'item_gone', words: Parameters<typeof fill>[1]) =>
  new Refusal(code, {}, fill(refusals[code][1], words))

/**
 * What others are about to read names nobody who lives here: neither whoever wrote this message, nor a number.
 * @throws Refusal `bad_input`
 */
export async function refuseNaming(
  tx: Tx,
  { townId }: Pick<MeetingRecord, 'townId'>,
  { opinionId }: Item,
  [field, text]: readonly [string, string],
) {
  const residents = wordsOf(await readTogether(tx, residentsParts(townId, [], [opinionId])))
  const found = namedIn(text, residents)
  if (found !== '') throw wrongField(field, `这里有${found}。小组的人都看得到，请改成不写姓名和号码的话。`)
}

/** The meeting has decided, the matter moves by a step of its own, and who wrote it down stands with both. */
const decideOf = (step: Step, { opinionId }: Item, action: string, form: Form) => {
  const { record, asker } = step
  const writer = 'system' in asker ? null : asker.person
  const party = meetingKinds[record.meetingKind].decidesAs ?? 'groupMeeting'
  return step.take({
    kind: opinionTable.kind,
    id: opinionId,
    action,
    form,
    asker: bodyOf(record.townId, party, writer),
  })
}

async function keep(
  { tx, record, asker, now }: Step,
  { id, gist, deputyName }: Item,
  decision: ReviewDecision,
  said: string | null,
  more: { suggestionId?: string | null; leadId?: string } = {},
) {
  await tx.update(ReviewItem, { id }, { ...more, decision, said, notedById: personIdOf(asker), notedAt: now })
  const no = record.items.findIndex((one) => one.id === id) + 1
  return { reason: decidedNote({ no, gist, deputyName }, decision) }
}

/** 写成建议: led by whom the meeting asks. @throws Refusal `bad_input` */
export async function raiseItem(step: Step) {
  const { tx, record, form, now } = step
  const item = openItem(step)
  const { leadId, summary } = form as FormOf<'raiseItem'>
  const lead = record.members.find(({ id }) => id === leadId)
  if (lead === undefined) throw wrongField('leadId', '这位不在这个小组，请选本组的代表领衔。')
  if (!lead.ofTownship)
    throw wrongField('leadId', `${lead.name}不是镇人大代表，不能提镇人大的建议，请换一位镇人大代表领衔。`)
  await refuseNaming(tx, record, item, ['summary', summary])
  await decideOf(step, item, 'raiseInMeeting', { leadId, summary })
  const [made] = await tx.query<{ id: string | null }[]>(
    'SELECT suggestion_id AS id FROM resident_opinion WHERE town_id = ? AND id = ?',
    [record.townId, item.opinionId],
  )
  const suggestionId = made?.id ?? null
  if (suggestionId !== null && leadId !== item.deputyId && leadId !== personIdOf(step.asker))
    await tell(
      tx,
      [
        {
          ...{ townId: record.townId, recipientId: leadId, recipientKind: 'person', push: 'task' },
          text: asksToLead(titleOf(record), summary),
          page: matterPage('suggestion', record.townId, suggestionId),
          number: numberOf(suggestionId),
        },
      ],
      now,
    )
  return keep(step, item, 'raise', summary, { suggestionId, leadId })
}

/** @throws Refusal `bad_input` */
export async function mergeItem(step: Step) {
  const item = openItem(step)
  const { suggestionId } = step.form as FormOf<'mergeItem'>
  const target = (await readMergeTargets(step.tx, step.record)).find(({ id }) => id === suggestionId)
  if (target === undefined)
    throw wrongField('suggestionId', '只能并入这次会上写成的，或者本组代表提过、还在办的建议，请重新选择。')
  await decideOf(step, item, 'raiseInMeeting', { suggestionId })
  return keep(step, item, 'merge', target.name, { suggestionId })
}

export async function explainItem(step: Step) {
  const item = openItem(step)
  const { explanation } = step.form as FormOf<'explainItem'>
  await refuseNaming(step.tx, step.record, item, ['explanation', explanation])
  await decideOf(step, item, 'closeInMeeting', { explanation })
  return keep(step, item, 'explain', explanation)
}

export async function askAgainItem(step: Step) {
  const item = openItem(step)
  const { text } = step.form as FormOf<'askAgainItem'>
  await refuseNaming(step.tx, step.record, item, ['text', text])
  await decideOf(step, item, 'askBackInMeeting', { text })
  return keep(step, item, 'askAgain', text)
}

/** Nobody is left without a reason: whoever wrote reads it as it was written. */
export async function dropItem(step: Step) {
  const item = openItem(step)
  const { reason } = step.form as FormOf<'dropItem'>
  await refuseNaming(step.tx, step.record, item, ['reason', reason])
  await decideOf(step, item, 'closeInMeeting', { explanation: reason })
  return keep(step, item, 'drop', reason)
}

export async function putOffItem(step: Step) {
  const item = openItem(step)
  const { reason } = step.form as FormOf<'putOffItem'>
  if (reason !== undefined) await refuseNaming(step.tx, step.record, item, ['reason', reason])
  return keep(step, item, 'putOff', reason ?? null)
}
