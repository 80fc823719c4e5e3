import type * as z from 'zod/mini'
import { type meetingActions, meetingTable } from '../../../shared/matters/meeting/table'
import { type AttendStanding, attendWords } from '../../../shared/matters/meeting/words'
import { wrongField } from '../../../shared/words/refusals'
import { answerFor, askThem, forgetAsk } from '../../engine/asks/take'
import { personIdOf } from '../../engine/begin'
import { person } from '../../engine/holders'
import type { Effect, StepOf } from '../../engine/kind'
import { asksAfterwards, marksOf, type MeetingRecord } from './record'
import { addMarks } from './roll'

type Attending = 'accept' | 'askLeave' | 'refuseLeave' | 'grantLeave' | 'changeMind' | 'sayForThem'
type FormOf<A extends Attending> = z.output<(typeof meetingActions)[A]['input']>
type Step = StepOf<MeetingRecord>

/** What somebody has said of coming, and what was answered to it. */
export interface Said {
  standing: AttendStanding | null
  /** Of a leave. */
  reason: string | null
  /** Nobody asked them: they came into the group since, or named the day themselves. */
  unasked: boolean
}

export function saidBy(record: MeetingRecord, personId: string): Said {
  if (asksAfterwards(record, personId))
    return { standing: 'leaveAsked', reason: record.leaves.get(personId) ?? null, unasked: false }
  const holder = person(personId)
  const questions = (record.asked ?? []).filter((one) => one.ask === 'attend' && one.holder === holder)
  const last = questions.filter(({ endedHow }) => endedHow !== 'sentBack').at(-1)
  if (isOnLeave(record, personId) && !last?.answer)
    return { standing: 'onLeave', reason: null, unasked: last === undefined }
  if (last === undefined) return { standing: null, reason: null, unasked: true }
  if (last.answer === null)
    return { standing: Number(last.no) > 1 ? 'refused' : null, reason: null, unasked: false }
  const { reason } = JSON.parse(last.answer) as { reason?: string }
  if (reason === undefined) return { standing: 'coming', reason: null, unasked: false }
  return { standing: isOnLeave(record, personId) ? 'onLeave' : 'leaveAsked', reason, unasked: false }
}

const isOnLeave = (record: MeetingRecord, personId: string) =>
  marksOf(record).get(personId)?.at(-1)?.mark === 'leave'

/** Somebody waits to hear whether they may stay away. */
export const isLeaveAsked = (record: MeetingRecord) =>
  record.members.some(({ id }) => saidBy(record, id).standing === 'leaveAsked')

/** With the day goes the question, to all but whoever names it. */
export async function askAll(step: Step, day: string) {
  const self = personIdOf(step.asker)
  const holders = step.record.members.filter(({ id }) => id !== self).map(({ id }) => person(id))
  const record: MeetingRecord = { ...step.record, day }
  await askThem(step.tx, meetingTable, record, 'attend', { holders }, step)
}

/** Another day: what was said of the first is history, also a leave that was granted for it. */
export async function askAllAnew(step: Step, day: string) {
  const { tx, record, now } = step
  const onLeave = record.members.filter(({ id }) => isOnLeave(record, id))
  await addMarks(
    step,
    onLeave.map(({ id }) => ({ personId: id, mark: 'undone' as const, at: now })),
  )
  const asked = new Set((record.asked ?? []).map((one) => one.holder))
  await forgetAsk(tx, record, 'attend', [...asked])
  await askAll(step, day)
}

async function askAnew(step: Step, personId: string) {
  const { tx, record, now } = step
  if (isOnLeave(record, personId)) await addMarks(step, [{ personId, mark: 'undone', at: now }])
  await forgetAsk(tx, record, 'attend', [person(personId)])
  await askThem(tx, meetingTable, record, 'attend', { holders: [person(personId)] }, step)
}

/** @throws Refusal `bad_input` where nothing of theirs waits for an answer */
export function whoseLeave({ record, form }: Step) {
  const { expectedId } = form as { expectedId: string }
  const member = record.members.find(({ id }) => id === expectedId)
  const said = member && saidBy(record, member.id)
  if (member === undefined || said?.standing !== 'leaveAsked')
    throw wrongField('expectedId', '这一位没有等您答复的请假，请重新选择。')
  return { member, reason: said.reason ?? '' }
}

export const nameOf = ({ asker }: Step) => ('system' in asker ? '' : (asker.person?.name ?? ''))

export const attending: { readonly [A in Attending]?: Effect<MeetingRecord> } = {
  askLeave: (step) =>
    Promise.resolve({ reason: (step.form as FormOf<'askLeave'>).reason, other: nameOf(step) }),
  async grantLeave(step) {
    const { member, reason } = whoseLeave(step)
    await addMarks(step, [{ personId: member.id, mark: 'leave', at: step.now, reason }])
    return { whose: member.id, reason: member.name }
  },
  // The question has been asked anew by then.
  refuseLeave: (step) => Promise.resolve({ whose: whoseLeave(step).member.id }),
  changeMind: (step) => askAnew(step, personIdOf(step.asker) ?? ''),
  async sayForThem(step) {
    const { tx, record, form, asker, now } = step
    const { expectedId, attends, reason } = form as FormOf<'sayForThem'>
    const member = record.members.find(({ id }) => id === expectedId)
    if (member === undefined) throw wrongField('expectedId', '这位不在应到的人里，请重新选择。')
    await askAnew(step, expectedId)
    const answer = attends === 'leave' ? { reason } : {}
    await answerFor(tx, record, 'attend', person(expectedId), {
      ...{ answer, answeredBy: personIdOf(asker), now },
    })
    if (attends === 'leave')
      await addMarks(step, [
        { personId: expectedId, mark: 'leave', at: now, ...(reason === undefined ? {} : { reason }) },
      ])
    return { reason: [member.name, attendWords[attends], reason].filter(Boolean).join('　') }
  },
}
