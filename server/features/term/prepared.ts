import { type CongressSessionDays, spokenSession } from '../../../shared/registers/congress-sessions'
import type { Values } from '../../../shared/grammar/register'
import { type Day, spokenDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import type { KeptRow } from '../../engine/registers/kept-register'

const runs = ({ endedOn }: KeptRow) => endedOn === null

/**
 * A term that has begun is changed in the register of mandates, where it says who came and went.
 * @throws Refusal `bad_input`
 */
export function termIsAhead(sessions: readonly CongressSessionDays[], termNo: number, today: Day) {
  const begun = sessions.find((one) => one.openedOn <= today && one.termNo >= termNo)
  if (begun)
    throw wrongField(
      'termNo',
      `${spokenSession(begun)}已经在${spokenDay(begun.openedOn, today)}召开。这里登记下一届的；这一届的代表请在“代表职务”里登记。`,
    )
}

/** One term at a time, everybody once, and one leader for each group. @throws Refusal `bad_input` */
export function fitsThePrepared(values: Values, others: readonly KeptRow[]) {
  const beside = others.filter(runs)
  const other = beside.find((one) => one.values.termNo !== values.termNo)
  if (other)
    throw wrongField(
      'termNo',
      `名单上已经有第${String(other.values.termNo)}届的。一次只准备一届，请核对是第几届。`,
    )
  if (beside.some((one) => one.values.personId === values.personId))
    throw wrongField('personId', '这位已经在新一届名单上，不用再登记。')
  if (values.groupLeader !== true) return
  if (values.deputyGroupId === null) throw wrongField('groupLeader', '先选在哪个代表小组，再勾组长。')
  if (
    beside.some((one) => one.values.groupLeader === true && one.values.deputyGroupId === values.deputyGroupId)
  )
    throw wrongField('groupLeader', '这个小组在新一届名单上已经有组长，请先去掉那一位的组长。')
}
