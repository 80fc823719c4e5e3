import { reasonVerdicts } from '../../../shared/matters/suggestion/rows/award-standing'
import { ValidReason } from '../../database/entities/suggestion/valid-reason'
import type { EffectOf } from './effect-of'
import { personIdOf } from './record'
import { ofRound } from './rounds'

export async function decideReason({ tx, suggestion, asker, form, now }: EffectOf<'decideReason'>) {
  await tx.insert(ValidReason, {
    ...ofRound(suggestion),
    version: suggestion.version + 1,
    valid: form.verdict === 'valid',
    reason: form.reason,
    personId: personIdOf(asker),
    decidedAt: now,
  })
  return { outcome: reasonVerdicts[form.verdict], reason: form.reason }
}
