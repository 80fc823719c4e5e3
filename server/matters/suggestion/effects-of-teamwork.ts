import { In, IsNull, Not } from 'typeorm'
import { addWorkingDays } from '../../../shared/rules/calendar'
import { addDays, beijingDay, type Day, daysBetween, spokenDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { rulesOf } from '../../../shared/rules/rules'
import { CoUnit } from '../../database/entities/suggestion/co-unit'
import { InformationRequest } from '../../database/entities/suggestion/information-request'
import type { EffectOf } from './effect-of'
import type { SuggestionRecord } from './record'
import { clockOfRound, moveDeadline, ofRound } from './rounds'

/** The opinion of the co-unit that the asking person works for. */
export async function giveCoOpinion({ tx, suggestion, asker, form, now }: EffectOf<'giveCoOpinion'>) {
  const mine = In('system' in asker ? [] : [...asker.unitIds])
  await tx.update(
    CoUnit,
    { ...owedIn(suggestion), handlingUnitId: mine },
    { opinion: form.opinion, givenAt: now },
  )
}

/** Sent back once, to be redone in the days of the rules. */
export async function sendBackCoOpinion({
  tx,
  suggestion,
  form,
  calendar,
  now,
}: EffectOf<'sendBackCoOpinion'>) {
  const today = beijingDay(now)
  const dueOn = addWorkingDays(today, rulesOf(suggestion).coUnitRedoWorkingDays, calendar)
  const { affected } = await tx.update(
    CoUnit,
    {
      suggestionId: suggestion.id,
      handlingUnitId: form.coUnitId,
      opinion: Not(IsNull()),
      sentBackAt: IsNull(),
    },
    { opinion: null, givenAt: null, sentBackAt: now, sentBackReason: form.reason, dueOn },
  )
  if (affected !== 1) throw new Refusal('no_co_opinion_to_send_back')
  return { reason: form.reason, latest: spokenDay(dueOn, today) }
}

export async function waiveCoOpinion({ tx, suggestion, form, now }: EffectOf<'waiveCoOpinion'>) {
  const { affected } = await tx.update(
    CoUnit,
    { ...owedIn(suggestion), handlingUnitId: form.coUnitId },
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
export async function askForInformation({
  tx,
  suggestion,
  form,
  calendar,
  now,
}: EffectOf<'askForInformation'>) {
  const askedOn = beijingDay(now)
  const dueOn = addWorkingDays(askedOn, rulesOf(suggestion).informationWorkingDays, calendar)
  const { countedTo } = await clockOfRound(tx, suggestion)
  await tx.insert(InformationRequest, {
    ...ofRound(suggestion),
    question: form.question,
    askedOn,
    dueOn,
    deadlineBefore: countedTo,
    answer: null,
    answeredAt: null,
  })
  await moveDeadline(tx, suggestion, addDays(countedTo, daysBetween(askedOn, dueOn)), calendar)
  return { reason: form.question, latest: spokenDay(dueOn, askedOn) }
}

export async function giveInformation({ tx, suggestion, form, calendar, now }: EffectOf<'giveInformation'>) {
  const [asked] = await tx.query<{ askedOn: Day; deadlineBefore: Day }[]>(
    `SELECT asked_on AS askedOn, deadline_before AS deadlineBefore FROM information_request
     WHERE suggestion_id = ? AND round_no = ?`,
    [suggestion.id, suggestion.currentRound],
  )
  if (!asked) throw new Refusal('no_information_wanted')
  await tx.update(InformationRequest, ofRound(suggestion), { answer: form.answer, answeredAt: now })
  const stood = daysBetween(asked.askedOn, beijingDay(now))
  await moveDeadline(tx, suggestion, addDays(asked.deadlineBefore, stood), calendar)
  return { reason: form.answer }
}
