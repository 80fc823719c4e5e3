import { createHash } from 'node:crypto'
import type * as z from 'zod/mini'
import { isVoting, meetingKinds } from '../../../shared/matters/meeting/kinds'
import type { MeetingAction, meetingActions } from '../../../shared/matters/meeting/table'
import { goneWords } from '../../../shared/matters/meeting/words'
import { beijingDay, sameTimeOn } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { Meeting } from '../../database/entities/matters/meeting'
import { ReviewItem } from '../../database/entities/matters/review-item'
import { personIdOf } from '../../engine/begin'
import { bodyOf } from '../../engine/body'
import type { Effect, StepOf } from '../../engine/kind'
import { addItem, conveneBody, decideItem, endItem, recordNoQuorum } from './agenda'
import { afterwards } from './afterwards'
import { askAll, askAllAnew, attending, nameOf } from './attending'
import * as decisions from './decisions'
import { countElection } from './count-election'
import { fillItems } from './items'
import { correct } from './corrections'
import { minutesOf, readObjections } from './minutes'
import { noteDeliberation, summarise } from './notes'
import { goneOf, type MeetingRecord } from './record'
import { assign, bringFollowUps, closeResolution, dropResolution, keepResolution } from './resolutions'
import { callRoll, noteLeft } from './roll'
import { sumOf } from './title'

type FormOf<A extends MeetingAction> = z.output<(typeof meetingActions)[A]['input']>
type Step = StepOf<MeetingRecord>

const { itemIn, refuseNaming, raiseItem, mergeItem, explainItem, askAgainItem, dropItem, putOffItem } =
  decisions

/** What a step of a meeting changes besides its state. */
export const effects: { readonly [A in MeetingAction]?: Effect<MeetingRecord> } = {
  async convene(step) {
    const { tx, record } = step
    const { day, startsAt, place } = step.form as FormOf<'convene'>
    await tx.update(Meeting, { id: record.id }, { day, startsAt, place })
    await fillItems(tx, record)
    await askAll(step, day)
  },
  async move(step) {
    const { tx, record } = step
    const { reason, ...when } = step.form as FormOf<'move'>
    const { day, startsAt, place } = record
    refuseSame({ day, startsAt, place }, when)
    await tx.update(Meeting, { id: record.id }, when)
    await askAllAnew(step, when.day)
    return { reason }
  },
  callOff: ({ form }) => Promise.resolve({ reason: (form as FormOf<'callOff'>).reason }),
  ...{ conveneBody, addItem, decideItem, endItem, recordNoQuorum, countElection, noteDeliberation },
  ...{ assign, closeResolution, keepResolution, dropResolution },
  ...attending,
  ...afterwards,
  bring,
  open: begins,
  noteHeld: begins,
  ...{
    callRoll,
    amendRoll: callRoll,
    noteLeft,
    raiseItem,
    mergeItem,
    explainItem,
    askAgainItem,
    dropItem,
    putOffItem,
  },
  async end({ tx, record, now }) {
    // Why an item was not talked about stays as it was on that day.
    for (const item of record.items) {
      const gone = goneOf(record, item)
      if (gone !== null) await tx.update(ReviewItem, { id: item.id }, { said: goneWords[gone] })
    }
    const at = record.day === null ? now : sameTimeOn(record.day, now)
    await tx.update(Meeting, { id: record.id }, { endedAt: at })
    await summarise(record, { tx, now })
    return { reason: sumOf(record) }
  },
  async draftMinutes(step) {
    await keepRemarks(step)
    return { outcome: sumOf(step.record) }
  },
  amend: keepRemarks,
  object: (step) => {
    const { reason } = step.form as FormOf<'object'>
    return Promise.resolve({ reason, other: nameOf(step) })
  },
  approveMinutes,
  approve: lock,
  correct,
  async settle(step) {
    const { reason } = step.form as FormOf<'settle'>
    return { ...(await lock(step)), reason }
  },
}

/** 通过上次的纪要: a step of the meeting that it is of, decided by this one. @throws Refusal `bad_input` */
async function approveMinutes(step: Step) {
  const { record, form, asker } = step
  const { meetingId } = form as FormOf<'approveMinutes'>
  const last = record.lastMinutes.find(({ id }) => id === meetingId)
  if (last === undefined) throw wrongField('meetingId', '这一份不是等这次会通过的纪要，请重新选择。')
  const writer = 'system' in asker ? null : asker.person
  const party = meetingKinds[record.meetingKind].decidesAs ?? 'system'
  await step.take({ id: meetingId, action: 'approve', asker: bodyOf(record.townId, party, writer) })
  return { reason: last.title }
}

/** The minutes as they stand, with whatever was said against them; nothing of them is changed from then on. */
async function lock({ tx, record }: Step) {
  const minutesText = JSON.stringify(minutesOf(record, await readObjections(tx, record.id)))
  const minutesDigest = createHash('sha256').update(minutesText).digest('hex')
  await tx.update(Meeting, { id: record.id }, { minutesText, minutesDigest })
  return { outcome: sumOf(record) }
}

/** Of one's own messages; whoever convenes it writes for those who say it by mouth. @throws Refusal `bad_input` */
async function bring(step: Step) {
  const { tx, record, form, parties, asker } = step
  const { itemId, gist } = form as FormOf<'bring'>
  const item = itemIn(record, itemId)
  const convenes = parties.has('convener') || parties.has('congressOffice')
  if (!convenes && item.deputyId !== personIdOf(asker))
    throw wrongField('itemId', `这一条是${item.deputyName}代表收到的，请他自己写，或者请组长代写。`)
  await refuseNaming(tx, record, item, ['gist', gist])
  refuseSame({ gist: item.gist }, { gist })
  await tx.update(ReviewItem, { id: item.id }, { gist })
  return { reason: gist }
}

async function begins(step: Step) {
  const { tx, record, form, now } = step
  const { heldOn = beijingDay(now), place = record.place } = form as Partial<FormOf<'noteHeld'>>
  await tx.update(Meeting, { id: record.id }, { day: heldOn, place, openedAt: sameTimeOn(heldOn, now) })
  if (isVoting(record.meetingKind)) await bringFollowUps(step)
  else await fillItems(tx, record, heldOn)
}

async function keepRemarks({ tx, record, form }: Step) {
  const { remarks = null } = form as FormOf<'draftMinutes'>
  await tx.update(Meeting, { id: record.id }, { remarks })
}
