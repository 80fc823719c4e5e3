import { IsNull } from 'typeorm'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { wrongField } from '../../../shared/words/refusals'
import { parties as allParties } from '../../../shared/words/parties'
import { KeySuggestion } from '../../database/entities/suggestion/key-suggestion'
import { KeySuggestionNote } from '../../database/entities/suggestion/key-suggestion-note'
import { newId } from '../../database/id'
import { atOnce, part, readTogether } from '../../database/together'
import { isHeld } from '../../database/in-office'
import type { EffectOf } from './effect-of'
import { checkSentence } from './public-words'
import { personIdOf } from '../../engine/begin'
import type { SuggestionRecord } from './record'

const leaderOf = (form: { leadingOfficial: string; leadingPost: string }) => ({
  leader: `${form.leadingPost}${form.leadingOfficial}`,
})

/** Who of the register it is, nobody while nobody of that name has the post; and the check of how the public reads them. */
async function leaderNamed(effect: EffectOf<'markKey' | 'changeKey'>) {
  const { tx, record, form } = effect
  const official = part<{ id: string }>({
    columns: { id: 'p.id' },
    from: `FROM person p WHERE p.town_id = ? AND p.name = ? AND EXISTS (SELECT 1 FROM post o
      WHERE o.person_id = p.id AND o.post_kind = 'leadingOfficial' AND ${isHeld('o')})`,
    order: 'p.id',
    parameters: [record.townId, form.leadingOfficial],
  })
  const [{ named }, leaderCheckId] = await atOnce(tx, () =>
    Promise.all([
      readTogether(tx, { named: official }),
      checkSentence(effect, 'leader', leaderOf(form).leader),
    ]),
  )
  if (named.length > 1)
    throw wrongField(
      'leadingOfficial',
      `领办领导里有 ${named.length} 位叫“${form.leadingOfficial}”。请先在名册里把他们的姓名改得能分清，再来选。`,
    )
  return { leaderId: named[0]?.id ?? null, leaderCheckId }
}

/** Picked for this year or the one that is being prepared. */
export async function markKey(effect: EffectOf<'markKey'>) {
  const { tx, record, form, now } = effect
  const thisYear = Number(beijingDay(now).slice(0, 4))
  if (form.year !== thisYear && form.year !== thisYear + 1) {
    throw wrongField('year', `重点建议一年一定，请填 ${thisYear} 或 ${thisYear + 1}。`)
  }
  const { decidedHow: _, presidiumMeetingId: _at, ...picked } = form
  const leader = await leaderNamed(effect)
  await tx.insert(KeySuggestion, {
    id: newId(),
    townId: record.townId,
    suggestionId: record.id,
    ...picked,
    ...leader,
    pickedAt: now,
    endedAt: null,
  })
  return { ...leaderOf(form), reason: form.plan }
}

const openOf = ({ id }: SuggestionRecord) => ({ suggestionId: id, endedAt: IsNull() })

export async function changeKey(effect: EffectOf<'changeKey'>) {
  const { tx, record, form } = effect
  const { decidedHow: _, presidiumMeetingId: _at, ...led } = form
  const { leaderId, leaderCheckId } = await leaderNamed(effect)
  const arranged = { ...led, leaderId }
  refuseSame(await tx.findOneByOrFail(KeySuggestion, openOf(record)), arranged)
  await tx.update(KeySuggestion, openOf(record), { ...arranged, leaderCheckId })
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
