import type * as z from 'zod/mini'
import type { dutyRecordActions } from '../../../shared/matters/duty-record/table'
import { DutyRecord } from '../../database/entities/matters/duty-record'
import type { StepOf } from '../../engine/kind'
import type { DutyRecordRecord } from './record'

type Form<A extends keyof typeof dutyRecordActions> = z.output<(typeof dutyRecordActions)[A]['input']>

/** The reason stands in the history and in what is told. */
const withReason = ({ form }: StepOf<DutyRecordRecord>) =>
  Promise.resolve({ reason: (form as Form<'giveBack'>).reason })

export const effects = {
  giveBack: withReason,
  voidRecord: withReason,
  sameAs: ({ form }: StepOf<DutyRecordRecord>) => Promise.resolve({ reason: (form as Form<'sameAs'>).which }),
  async resubmit({ tx, record, form }: StepOf<DutyRecordRecord>) {
    const { text, organiser } = form as Form<'resubmit'>
    await tx.update(DutyRecord, { id: record.id }, { text, organiser })
    return {}
  },
}
