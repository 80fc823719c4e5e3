import { addDays, beijingDay, daysBetween } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import type { EffectOf } from './effect-of'
import { clockOfRound, moveDeadline, ofRound } from './rounds'

/**
 * Stops the clock. The deadline moves at once by the longest time the deputy may take, so that the clock goes on by
 * itself; an earlier answer moves it back by what was not used.
 */
export async function stopClock({ tx, record, asked, calendar }: EffectOf<'askForInformation'>) {
  const { countedTo } = clockOfRound(record)
  if (!asked?.dueOn) throw new Refusal('no_information_wanted')
  await tx.update(SuggestionRound, ofRound(record), { countedBefore: countedTo })
  await moveDeadline(tx, record, addDays(countedTo, daysBetween(asked.askedOn, asked.dueOn)), calendar)
}

export async function startClock({ tx, record, asked, form, calendar, now }: EffectOf<'giveInformation'>) {
  const { countedBefore } = record
  if (asked === undefined || countedBefore === null) throw new Refusal('no_information_wanted')
  const stood = daysBetween(asked.askedOn, beijingDay(now))
  await moveDeadline(tx, record, addDays(countedBefore, stood), calendar)
  return { reason: form.answer }
}
