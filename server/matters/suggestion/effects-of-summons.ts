import { beijingDay, spokenDate } from '../../../shared/rules/days'
import { Summons } from '../../database/entities/suggestion/summons'
import type { EffectOf } from './effect-of'
import { ofRound } from './rounds'

export async function summon({ tx, record, form, now }: EffectOf<'summon'>) {
  const { decidedHow: _, presidiumMeetingId: _at, ...talk } = form
  await tx.insert(Summons, {
    ...ofRound(record),
    ...talk,
    attendee: null,
    answers: null,
    recordedAt: null,
  })
  return { latest: `${spokenDate(form.heldOn, beijingDay(now))}，${form.place}`, reason: form.questions }
}

export async function recordSummons({ tx, record, form, now }: EffectOf<'recordSummons'>) {
  await tx.update(Summons, ofRound(record), { ...form, recordedAt: now })
  return { reason: form.answers }
}
