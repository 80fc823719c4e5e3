import { IsNull } from 'typeorm'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { wrongField } from '../../../shared/words/refusals'
import { parties as allParties } from '../../../shared/words/parties'
import { KeySuggestion } from '../../database/entities/suggestion/key-suggestion'
import { KeySuggestionNote } from '../../database/entities/suggestion/key-suggestion-note'
import { newId } from '../../database/id'
import type { EffectOf } from './effect-of'
import { checkSentence } from './public-words'
import { personIdOf } from '../../engine/begin'
import type { SuggestionRecord } from './record'

const leaderOf = (form: { leadingOfficial: string; leadingPost: string }) => ({
  leader: `${form.leadingPost}${form.leadingOfficial}`,
})

/** Picked for this year or the one that is being prepared. */
export async function markKey(effect: EffectOf<'markKey'>) {
  const { tx, record, form, now } = effect
  const thisYear = Number(beijingDay(now).slice(0, 4))
  if (form.year !== thisYear && form.year !== thisYear + 1) {
    throw wrongField('year', `重点建议一年一定，请填 ${thisYear} 或 ${thisYear + 1}。`)
  }
  const { decidedHow: _, ...picked } = form
  await tx.insert(KeySuggestion, {
    id: newId(),
    townId: record.townId,
    suggestionId: record.id,
    ...picked,
    leaderCheckId: await checkSentence(effect, 'leader', leaderOf(form).leader),
    pickedAt: now,
    endedAt: null,
  })
  return { ...leaderOf(form), reason: form.plan }
}

const openOf = ({ id }: SuggestionRecord) => ({ suggestionId: id, endedAt: IsNull() })

export async function changeKey(effect: EffectOf<'changeKey'>) {
  const { tx, record, form } = effect
  refuseSame(await tx.findOneByOrFail(KeySuggestion, openOf(record)), form)
  const leaderCheckId = await checkSentence(effect, 'leader', leaderOf(form).leader)
  await tx.update(KeySuggestion, openOf(record), { ...form, leaderCheckId })
  return { ...leaderOf(form), reason: form.plan }
}

export async function unmarkKey({ tx, record, form, now }: EffectOf<'unmarkKey'>) {
  await tx.update(KeySuggestion, openOf(record), { endedAt: now })
  return { reason: form.reason }
}

export const reportKeyProgress = (effect: EffectOf<'reportKeyProgress'>) =>
  keepNote(effect, 'progress', { ...effect.form, planItem: null })

/** What the presidium writes down is what the party committee decided. */
export async function dispatch(effect: EffectOf<'dispatch'>) {
  const said = await keepNote(effect, 'dispatch', { ...effect.form, planItem: effect.form.planItem ?? null })
  const { parties } = effect
  const isOfficials = parties.has('leadingOfficial') && !parties.has('partyCommittee')
  return { ...said, outcome: allParties[isOfficials ? 'leadingOfficial' : 'partyCommittee'] }
}

async function keepNote(
  { tx, record, asker, now }: Pick<EffectOf, 'tx' | 'record' | 'asker' | 'now'>,
  kind: 'progress' | 'dispatch',
  said: { notedOn: Day; note: string; planItem: string | null },
) {
  const keySuggestionId = record.keySuggestionId ?? ''
  const last = await tx.findOne(KeySuggestionNote, {
    where: { keySuggestionId, kind },
    order: { version: 'DESC' },
  })
  if (last) refuseSame(last, said)
  await tx.insert(KeySuggestionNote, {
    keySuggestionId,
    version: record.version + 1,
    kind,
    ...said,
    personId: personIdOf(asker),
    at: now,
  })
  return { reason: said.note }
}
