import { reasonVerdicts } from '../../../shared/matters/suggestion/rows/award-standing'
import { ValidReason } from '../../database/entities/suggestion/valid-reason'
import type { EffectOf } from './effect-of'
import { personIdOf } from '../../engine/begin'
import { ofRound } from './rounds'

export async function decideReason({ tx, record, asker, form, now }: EffectOf<'decideReason'>) {
  await tx.insert(ValidReason, {
    ...ofRound(record),
    version: record.version + 1,
    valid: form.verdict === 'valid',
    reason: form.reason,
    personId: personIdOf(asker),
    decidedAt: now,
  })
  return { outcome: reasonVerdicts[form.verdict], reason: form.reason }
}
