import { beijingDay, spokenDate } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { Summons } from '../../database/entities/suggestion/summons'
import type { EffectOf } from './effect-of'
import { ofRound } from './rounds'

export async function summon({ tx, record, form, now }: EffectOf<'summon'>) {
  const today = beijingDay(now)
  if (form.heldOn < today) throw wrongField('heldOn', '约见日期已经过去，请选今天或以后的一天。')
  await tx.insert(Summons, {
    ...ofRound(record),
    ...form,
    attendee: null,
    answers: null,
    recordedAt: null,
  })
  return { latest: `${spokenDate(form.heldOn, today)}，${form.place}`, reason: form.questions }
}

export async function recordSummons({ tx, record, form, now }: EffectOf<'recordSummons'>) {
  await tx.update(Summons, ofRound(record), { ...form, recordedAt: now })
  return { reason: form.answers }
}

export async function conclude({ tx, record, form }: EffectOf<'conclude'>) {
  await tx.update(Suggestion, { id: record.id }, { conclusion: form.conclusion })
  return { reason: form.conclusion }
}
