import { addDays, beijingDay, daysBetween } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { EffectOf } from './effect-of'
import { clockOfRound, moveDeadline } from './rounds'

/**
 * Stops the clock. The deadline moves at once by the longest time the deputy may take, so that the clock goes on by
 * itself; an earlier answer moves it back by what was not used. A day that was granted meanwhile, or counted anew, is a
 * promise of its own: the answer leaves it alone.
 */
export async function stopClock({ tx, record, asked, calendar }: EffectOf<'askForInformation'>) {
  const { countedTo } = clockOfRound(record)
  if (!asked?.dueOn) throw new Refusal('no_information_wanted')
  const most = daysBetween(asked.askedOn, asked.dueOn)
  await moveDeadline(tx, record, addDays(countedTo, most), calendar, countedTo)
}

export async function startClock({ tx, record, asked, form, calendar, now }: EffectOf<'giveInformation'>) {
  const { countedBefore } = record
  if (asked === undefined) throw new Refusal('no_information_wanted')
  const stood = daysBetween(asked.askedOn, beijingDay(now))
  if (countedBefore !== null) await moveDeadline(tx, record, addDays(countedBefore, stood), calendar)
  return { reason: form.answer }
}
