import { In, IsNull, Not } from 'typeorm'
import { addWorkingDays } from '../../../shared/rules/calendar'
import { addDays, beijingDay, daysBetween, spokenDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { rulesOf } from '../../../shared/rules/rules'
import { CoUnit } from '../../database/entities/suggestion/co-unit'
import { InformationRequest } from '../../database/entities/suggestion/information-request'
import type { EffectOf } from './effect-of'
import type { SuggestionRecord } from './record'
import { clockOfRound, moveDeadline, ofRound } from './rounds'

/** The opinion of the co-unit that the asking person works for. */
export async function giveCoOpinion({ tx, record, asker, form, now }: EffectOf<'giveCoOpinion'>) {
  const mine = In('system' in asker ? [] : [...asker.unitIds])
  await tx.update(
    CoUnit,
    { ...owedIn(record), handlingUnitId: mine },
    { opinion: form.opinion, givenAt: now },
  )
}

/** Sent back once, to be redone in the days of the rules. */
export async function sendBackCoOpinion({ tx, record, form, calendar, now }: EffectOf<'sendBackCoOpinion'>) {
  const today = beijingDay(now)
  const dueOn = addWorkingDays(today, rulesOf(record).coUnitRedoWorkingDays, calendar)
  const { affected } = await tx.update(
    CoUnit,
    {
      suggestionId: record.id,
      handlingUnitId: form.coUnitId,
      opinion: Not(IsNull()),
      sentBackAt: IsNull(),
    },
    { opinion: null, givenAt: null, sentBackAt: now, sentBackReason: form.reason, dueOn },
  )
  if (affected !== 1) throw new Refusal('no_co_opinion_to_send_back')
  return { reason: form.reason, latest: spokenDay(dueOn, today) }
}

export async function waiveCoOpinion({ tx, record, form, now }: EffectOf<'waiveCoOpinion'>) {
  const { affected } = await tx.update(
    CoUnit,
    { ...owedIn(record), handlingUnitId: form.coUnitId },
    { waivedAt: now, waivedReason: form.reason },
  )
  if (affected !== 1) throw new Refusal('no_open_co_opinion')
  return { reason: form.reason }
}

const owedIn = ({ id }: SuggestionRecord) => ({
  suggestionId: id,
  opinion: IsNull(),
  waivedAt: IsNull(),
})

/**
 * Stops the clock. The deadline moves at once by the longest time the deputy may take, so that the clock goes on by
 * itself; an earlier answer moves it back by what was not used.
 */
export async function askForInformation({ tx, record, form, calendar, now }: EffectOf<'askForInformation'>) {
  const askedOn = beijingDay(now)
  const dueOn = addWorkingDays(askedOn, rulesOf(record).informationWorkingDays, calendar)
  const { countedTo } = clockOfRound(record)
  await tx.insert(InformationRequest, {
    ...ofRound(record),
    question: form.question,
    askedOn,
    dueOn,
    deadlineBefore: countedTo,
    answer: null,
    answeredAt: null,
  })
  await moveDeadline(tx, record, addDays(countedTo, daysBetween(askedOn, dueOn)), calendar)
  return { reason: form.question, latest: spokenDay(dueOn, askedOn) }
}

export async function giveInformation({ tx, record, form, calendar, now }: EffectOf<'giveInformation'>) {
  const { informationAskedOn: askedOn, informationDeadlineBefore: before } = record
  if (askedOn === null || before === null) throw new Refusal('no_information_wanted')
  await tx.update(InformationRequest, ofRound(record), { answer: form.answer, answeredAt: now })
  const stood = daysBetween(askedOn, beijingDay(now))
  await moveDeadline(tx, record, addDays(before, stood), calendar)
  return { reason: form.answer }
}
