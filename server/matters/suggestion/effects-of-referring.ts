import { IsNull } from 'typeorm'
import { Refusal } from '../../../shared/words/refusals'
import { type UpwardRoute, upwardRoutes } from '../../../shared/words/words'
import { UpwardReferral } from '../../database/entities/suggestion/upward-referral'
import { newId } from '../../database/id'
import type { EffectOf } from './effect-of'

export async function referUpward({ tx, record, form, now }: EffectOf<'referUpward'>) {
  await tx.insert(UpwardReferral, {
    id: newId(),
    suggestionId: record.id,
    route: form.route,
    documentNo: form.documentNo ?? null,
    reason: form.reason,
    referredAt: now,
    answeredOn: null,
    answer: null,
  })
  return { route: upwardRoutes[form.route], reason: form.reason }
}

export async function recordUpwardAnswer({ tx, record, form }: EffectOf<'recordUpwardAnswer'>) {
  const [open] = await tx.query<{ route: UpwardRoute }[]>(
    'SELECT route FROM upward_referral WHERE suggestion_id = ? AND answered_on IS NULL',
    [record.id],
  )
  if (!open) throw new Refusal('no_open_referral')
  await tx.update(
    UpwardReferral,
    { suggestionId: record.id, answeredOn: IsNull() },
    { answeredOn: form.answeredOn, answer: form.answer },
  )
  return { route: upwardRoutes[open.route], reason: form.answer }
}
