import type * as z from 'zod/mini'
import type { ResolutionAction, resolutionActions } from '../../../shared/matters/resolution/table'
import { Resolution } from '../../database/entities/matters/resolution'
import type { Effect } from '../../engine/kind'
import type { ResolutionRecord } from './record'

type FormOf<A extends ResolutionAction> = z.output<(typeof resolutionActions)[A]['input']>

/** What a step changes besides the state; what is said in it stands in the history. */
export const effects: { readonly [A in ResolutionAction]?: Effect<ResolutionRecord> } = {
  async report({ tx, record, form }) {
    const { result } = form as FormOf<'report'>
    await tx.update(Resolution, { id: record.id }, { result })
    return { reason: result }
  },
  done: ({ form }) => Promise.resolve({ reason: (form as FormOf<'done'>).note ?? '' }),
  async keep({ tx, record, form }) {
    const { reason, dueOn } = form as FormOf<'keep'>
    await tx.update(Resolution, { id: record.id }, { dueOn, times: record.times + 1 })
    return { reason }
  },
  end: ({ form }) => Promise.resolve({ reason: (form as FormOf<'end'>).reason }),
}
