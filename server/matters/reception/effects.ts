import type * as z from 'zod/mini'
import type { receptionActions } from '../../../shared/matters/reception/table'
import { wrongField } from '../../../shared/words/refusals'
import { Reception } from '../../database/entities/matters/reception'
import { ReceptionSitter } from '../../database/entities/matters/reception-sitter'
import type { StepOf } from '../../engine/kind'
import type { ReceptionRecord } from './record'
import { mayStandIn } from './stand-ins'

type FormOf<A extends keyof typeof receptionActions> = z.output<(typeof receptionActions)[A]['input']>
type Step = StepOf<ReceptionRecord>

/** How whoever takes a step is called in what the others read. */
export const askerOf = ({ asker }: Step) => ('system' in asker ? null : asker.person)

/** What the day brought; that nobody came is an entry as well. @throws Refusal `bad_input` where it contradicts itself */
export async function close({ tx, record, form }: Step) {
  const { came, received, note } = form as FormOf<'close'>
  const recorded = Number(record.recorded)
  if (came === 'nobody' && recorded > 0)
    throw wrongField('came', `已经记了 ${recorded} 位来访的人，请选“有人来”。`)
  const count = came === 'nobody' ? 0 : (received ?? recorded)
  if (came === 'some' && count < Math.max(1, recorded))
    throw wrongField(
      'received',
      recorded > 0 ? `上面已经记了 ${recorded} 位，请写 ${recorded} 或更多。` : '请写来了几位。',
    )
  await tx.update(Reception, { id: record.id }, { received: count, note: note ?? null })
  return { count: `${count}` }
}

export async function beAway(step: Step) {
  const { tx, record, form } = step
  const { reason } = form as FormOf<'beAway'>
  const asker = askerOf(step)
  await tx.delete(ReceptionSitter, { receptionId: record.id, personId: asker?.id ?? '' })
  return { reason, other: asker?.name ?? '' }
}

/** @throws Refusal `bad_input` */
export async function replace({ tx, record, form }: Step) {
  const { outId, inId, reason } = form as FormOf<'replace'>
  const { id: receptionId, sitters } = record
  if (outId !== undefined && !sitters.some(({ id }) => id === outId))
    throw wrongField('outId', '这位这次没有排班，请重新选择。')
  await mayStandIn(tx, record, inId, 'inId')
  if (outId !== undefined) await tx.delete(ReceptionSitter, { receptionId, personId: outId })
  await tx.insert(ReceptionSitter, { receptionId, personId: inId, position: sitters.length, sat: null })
  return { reason }
}

/** @throws Refusal `bad_input` where the station has another one on that day */
export async function move({ tx, record, form }: Step) {
  const { heldOn, reason } = form as FormOf<'move'>
  if (heldOn === record.heldOn) throw wrongField('heldOn', '还是原来那天，请选另一天。')
  const same = await tx.query<unknown[]>(
    `SELECT v.id FROM reception v JOIN matter m ON m.id = v.id
     WHERE v.town_id = ? AND v.liaison_station_id = ? AND v.held_on = ? AND m.state <> 'calledOff'`,
    [record.townId, record.stationId, heldOn],
  )
  if (same.length > 0) throw wrongField('heldOn', '那天这个站点已经排了接访，请选另一天。')
  await tx.update(Reception, { id: record.id }, { heldOn })
  return { reason }
}

export const callOff = ({ form }: Step) => Promise.resolve({ reason: (form as FormOf<'callOff'>).reason })

/** 点名: who of those on the roster was there. @throws Refusal `bad_input` */
export async function callRoll({ tx, record, form }: Step) {
  const { satIds } = form as FormOf<'callRoll'>
  const here = record.sitters.filter(({ id }) => satIds.includes(id))
  if (here.length < new Set(satIds).size) throw wrongField('satIds', '有人这次没有排班，请重新选择。')
  for (const { id: personId } of record.sitters)
    await tx.update(ReceptionSitter, { receptionId: record.id, personId }, { sat: satIds.includes(personId) })
  return { reason: here.map(({ name }) => name).join('、') }
}
