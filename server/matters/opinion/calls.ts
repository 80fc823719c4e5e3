import type * as z from 'zod/mini'
import {
  type CallWish,
  isCallOpen,
  saidByPhone,
  spokenTime,
  timeOfCall,
} from '../../../shared/matters/opinion/call-back'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import type { opinionActions } from '../../../shared/matters/opinion/table'
import { addWorkingDays } from '../../../shared/rules/calendar'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import type { StepOf } from '../../engine/kind'
import { addMessage } from './messages'
import type { OpinionRecord } from './record'

/** Of a new message: whether the deputy shall call, and by when. Where no day is named, it is set when it arrives. */
export const callKept = (call: CallWish | undefined) => ({
  callOn: call?.on ?? null,
  callTime: call === undefined ? null : timeOfCall(call),
  calledOn: null,
  callTries: 0,
})

/** As sentences about it say when. */
export const wordsOfCall = ({ callTime }: Pick<OpinionRecord, 'callTime'>) =>
  callTime === null ? {} : { when: spokenTime(callTime) }

export const viewCall = (opinion: OpinionRecord): OpinionView['call'] =>
  opinion.callTime === null || opinion.calledOn !== null
    ? null
    : { on: opinion.callOn, time: opinion.callTime, tries: Number(opinion.callTries) }

/**
 * The wish to be called has come to a deputy: what named no day, or lay with others until its day was over, has the days of
 * the rules from now on.
 * @param passedOn it comes to somebody who has not heard of it before
 */
export async function callArrives(
  { tx, record, now, calendar }: Pick<StepOf<OpinionRecord>, 'tx' | 'record' | 'now' | 'calendar'>,
  passedOn = false,
) {
  if (!isCallOpen(record)) return {}
  const today = beijingDay(now)
  const isTooLate = record.callOn === null || record.callOn < today || (passedOn && record.callOn === today)
  const callOn = isTooLate
    ? addWorkingDays(today, rulesOf(record).callBackWorkingDays, calendar)
    : (record.callOn as string)
  if (isTooLate) await tx.update(ResidentOpinion, { id: record.id }, { callOn })
  return { deadline: spokenDay(callOn, today) }
}

/** Nobody answered: the deputy tries again. Somebody did: what was said goes to whoever wrote like any other answer. */
export async function keepCall({ tx, record, form, now }: StepOf<OpinionRecord>) {
  const { outcome, on, said } = form as z.output<(typeof opinionActions)['called']['input']>
  const { id, deputyId } = record
  if (outcome === 'noAnswer')
    await tx.update(ResidentOpinion, { id }, { callTries: Number(record.callTries) + 1 })
  else {
    await tx.update(ResidentOpinion, { id }, { calledOn: on })
    await addMessage(tx, id, 'deputy', saidByPhone(said ?? ''), now, { deputyId })
  }
}
