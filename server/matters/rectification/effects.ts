import type * as z from 'zod/mini'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import type { RectificationAction, rectificationActions } from '../../../shared/matters/rectification/table'
import { Finding } from '../../database/entities/matters/finding'
import type { Effect } from '../../engine/kind'
import type { RectificationRecord } from './record'

type FormOf<A extends RectificationAction> = z.output<(typeof rectificationActions)[A]['input']>

/** What a step changes besides the state; what is said in it stands in the history. */
export const effects: { readonly [A in RectificationAction]?: Effect<RectificationRecord> } = {
  async report({ tx, record, form }) {
    const { result } = form as FormOf<'report'>
    await tx.update(Finding, { id: record.id }, { result })
    return { reason: result }
  },
  accept: ({ form }) => Promise.resolve({ reason: (form as FormOf<'accept'>).note ?? '' }),
  async sendBack({ tx, record, form }) {
    const { reason, dueOn } = form as FormOf<'sendBack'>
    await tx.update(Finding, { id: record.id }, { dueOn })
    return { reason }
  },
  async extend({ tx, record, form }) {
    const { reason, dueOn } = form as FormOf<'extend'>
    refuseSame({ dueOn: record.dueOn }, { dueOn })
    await tx.update(Finding, { id: record.id }, { dueOn })
    return { reason }
  },
  setAside: ({ form }) => Promise.resolve({ reason: (form as FormOf<'setAside'>).reason }),
}
