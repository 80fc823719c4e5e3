import type * as z from 'zod/mini'
import type { ToldHowAction, toldHowActions } from '../../../shared/matters/told-how/table'
import { untoldReasons } from '../../../shared/matters/told-how/words'
import { beijingDay } from '../../../shared/rules/days'
import { ToldHow } from '../../database/entities/opinion/told-how'
import type { Tx } from '../../database/source'
import { personIdOf } from '../../engine/begin'
import type { Effect } from '../../engine/kind'
import type { ToldHowRecord } from './record'

type FormOf<A extends ToldHowAction> = z.output<(typeof toldHowActions)[A]['input']>

const keep = async (tx: Tx, { id }: ToldHowRecord, kept: Partial<ToldHow>) => {
  await tx.update(ToldHow, { id }, kept)
}
const over = { openForId: null, because: null, tried: null } as const

/** What a step changes besides the state. */
export const effects: { readonly [A in ToldHowAction]?: Effect<ToldHowRecord> } = {
  opened: ({ tx, record, now }) =>
    keep(tx, record, { ...over, how: 'opened', toldOn: beijingDay(now), toldById: null }),
  heard({ tx, record, form }) {
    const { how, on } = form as FormOf<'heard'>
    return keep(tx, record, { ...over, how, toldOn: on, toldById: null })
  },
  reopen: ({ tx, record }) => keep(tx, record, over),
  async tell({ tx, record, form, to, asker }) {
    const { how, on, inWords, said } = form as FormOf<'tell'>
    if (to !== 'told') return
    const told = { how, toldOn: on, toldById: personIdOf(asker), inWords, said: said ?? null }
    await keep(tx, record, { ...over, ...told })
  },
  askOffice: ({ form }) => Promise.resolve({ reason: (form as FormOf<'askOffice'>).reason }),
  async couldNotTell({ tx, record, form }) {
    const { because, tried } = form as FormOf<'couldNotTell'>
    await keep(tx, record, { because, tried })
    return { reason: `${untoldReasons[because]}（${tried}）` }
  },
}
