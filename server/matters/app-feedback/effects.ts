import type * as z from 'zod/mini'
import type { AppFeedbackAction, appFeedbackActions } from '../../../shared/matters/app-feedback/table'
import { AppFeedback } from '../../database/entities/matters/app-feedback'
import type { Effect } from '../../engine/kind'
import type { AppFeedbackRecord } from './record'

type FormOf<A extends AppFeedbackAction> = z.output<(typeof appFeedbackActions)[A]['input']>

/** Either side's words stand in the history and in what the other side is told. */
export const effects: { readonly [A in AppFeedbackAction]?: Effect<AppFeedbackRecord> } = {
  async answer({ tx, record, form }) {
    const { text } = form as FormOf<'answer'>
    await tx.update(AppFeedback, { id: record.id }, { answer: text, awaitsCountyId: null })
    return { reason: text }
  },
  async sayMore({ tx, record, form }) {
    await tx.update(AppFeedback, { id: record.id }, { awaitsCountyId: record.countyId })
    return { reason: (form as FormOf<'sayMore'>).text }
  },
}
