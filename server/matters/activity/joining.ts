import type * as z from 'zod/mini'
import { type activityActions, activityTable } from '../../../shared/matters/activity/table'
import { type JoinWord, joinWords } from '../../../shared/matters/activity/words'
import { beijingDay, type Day, startOfDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { answerFor, askThem, forgetAsk } from '../../engine/asks/take'
import { personIdOf } from '../../engine/begin'
import { person } from '../../engine/holders'
import type { Effect, StepOf } from '../../engine/kind'
import { type ActivityRecord, comersOf } from './record'

type Joining = 'notThisTime' | 'leave' | 'comeAfterAll' | 'sayForThem'
type FormOf<A extends Joining> = z.output<(typeof activityActions)[A]['input']>
type Step = StepOf<ActivityRecord>
interface Saying {
  attends: JoinWord
  reason?: string | undefined
  at: Date
}

/** Keeps what somebody has said now instead of what they had said. @returns who has a seat by it who had none */
export async function says(step: Step, personId: string, { attends, reason, at }: Saying) {
  const { tx, record, asker } = step
  const holder = person(personId)
  await forgetAsk(tx, record, 'join', [holder])
  await askThem(tx, activityTable, record, 'join', { holders: [holder] }, step)
  const answer = reason === undefined ? { attends } : { attends, reason }
  await answerFor(tx, record, 'join', holder, { answer, answeredBy: personIdOf(asker), now: at })
  const said = { word: attends, at: at.toISOString(), reason: reason ?? null }
  const after = {
    ...record,
    people: record.people.map((one) => (one.id === personId ? { ...one, said } : one)),
  }
  const before = comersOf(record)
  return comersOf(after).seated.find((id) => before.waiting.includes(id))
}

const nameOf = ({ asker }: Step) => ('system' in asker ? '' : (asker.person?.name ?? ''))
const now = (step: Step) => ({ at: step.now })
const self = (step: Step) => personIdOf(step.asker) ?? ''

export const joining: { readonly [A in Joining]?: Effect<ActivityRecord> } = {
  // What is kept of an answer says which of the two it was.
  async notThisTime(step) {
    await says(step, self(step), { attends: 'notThisTime', ...now(step) })
  },
  async leave(step) {
    const { reason } = step.form as FormOf<'leave'>
    const whose = await says(step, self(step), { attends: 'leave', reason, ...now(step) })
    return { reason, other: nameOf(step), ...(whose === undefined ? {} : { whose }) }
  },
  async comeAfterAll(step) {
    await says(step, self(step), { attends: 'comes', ...now(step) })
  },
  async sayForThem(step) {
    const { record } = step
    const { expectedId, attends, reason, saidOn, saidAt } = step.form as FormOf<'sayForThem'>
    const whoever = record.people.find(({ id, invited }) => id === expectedId && invited)
    if (whoever === undefined) throw wrongField('expectedId', '这一位没有请到，请重新选择。')
    const at = instantOf(saidOn, saidAt, step.now)
    const whose = await says(step, expectedId, { attends, reason, at })
    return {
      reason: [whoever.name, joinWords[attends], reason].filter(Boolean).join('　'),
      ...(whose === undefined ? {} : { whose }),
    }
  },
}

/** When it was said, as it was noted on paper. @throws Refusal `bad_input` */
function instantOf(on: Day | undefined, time: string | undefined, now: Date): Date {
  if (time === undefined) return on === undefined || on === beijingDay(now) ? now : startOfDay(on)
  const [, hours, minutes] = /^(\d{1,2})\s*[:：点]\s*(\d{2})?分?$/.exec(time) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes ?? 0) > 59)
    throw wrongField('saidAt', '几点请写成 9:02 这样，用 24 小时。')
  const at = new Date(
    startOfDay(on ?? beijingDay(now)).getTime() + (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000,
  )
  if (at > now) throw wrongField('saidAt', '还没有到这个时候，请核对几点、哪天。')
  return at
}
