import type * as z from 'zod/mini'
import { type receptionActions, receptionTable } from '../../../shared/matters/reception/table'
import { beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { Reception } from '../../database/entities/matters/reception'
import { ReceptionSitter } from '../../database/entities/matters/reception-sitter'
import type { Tx } from '../../database/source'
import { askThem } from '../../engine/asks/take'
import { person } from '../../engine/holders'
import { type StepOf, systemOf } from '../../engine/kind'
import { askerOf } from './effects'
import { readReception, type ReceptionRecord } from './record'
import { mayStandIn } from './stand-ins'

type FormOf<A extends keyof typeof receptionActions> = z.output<(typeof receptionActions)[A]['input']>
type Step = StepOf<ReceptionRecord>

/** Asks somebody to stand in, and maybe for one of theirs in return. @throws Refusal `bad_input` */
export async function askSwap(step: Step) {
  const { tx, record, form, now } = step
  const { standInId, inReturnId, reason } = form as FormOf<'askSwap'>
  const from = askerOf(step)
  await mayStandIn(tx, record, standInId, 'standInId')
  if (inReturnId !== undefined) {
    const theirs = await readReception(tx, record.townId, inReturnId)
    const isTheirs = theirs?.sitters.some(({ id }) => id === standInId) === true
    if (!theirs || !isTheirs || theirs.state !== 'planned' || theirs.heldOn < beijingDay(now))
      throw wrongField('inReturnId', '那一次不是他值守，或者已经过去，请重新选择。')
    if (theirs.sitters.some(({ id }) => id === from?.id))
      throw wrongField('inReturnId', '那一次您本来就在，请选别的，或者不选。')
  }
  await tx.update(
    Reception,
    { id: record.id },
    { swapFromId: from?.id ?? null, inReturnId: inReturnId ?? null },
  )
  await askThem(tx, receptionTable, record, 'swap', { holders: [person(standInId)], question: reason }, step)
  return { reason, other: from?.name ?? '' }
}

/** Holds with the consent of the other, and not before. */
export async function answerSwap(step: Step) {
  const { tx, record, form, now } = step
  const { agrees, note } = form as FormOf<'answerSwap'>
  const other = askerOf(step)
  const { swapFromId, inReturnId } = record
  await tx.update(Reception, { id: record.id }, { swapFromId: null, inReturnId: null })
  const said = note === undefined ? '。' : `：${note}。`
  if (agrees === 'no' || swapFromId === null || other === null)
    return { outcome: `${other?.name ?? ''}换不了`, reason: said }
  await exchange(tx, record, swapFromId, other.id)
  if (inReturnId !== null) {
    const theirs = await readReception(tx, record.townId, inReturnId)
    // What was to be had in return may be over, or somebody else's, by now.
    if (theirs?.state === 'planned' && theirs.heldOn >= beijingDay(now))
      await step.take({
        ...{ id: inReturnId, action: 'takeOver', asker: systemOf(record.townId) },
        form: { outId: other.id, inId: swapFromId, reason: '换班' },
      })
  }
  return { outcome: `${other.name}同意换班`, reason: said }
}

export async function dropSwap({ tx, record, form }: Step) {
  await tx.update(Reception, { id: record.id }, { swapFromId: null, inReturnId: null })
  return { reason: (form as FormOf<'dropSwap'>).reason }
}

export async function takeOver({ tx, record, form }: Step) {
  const { outId, inId, reason } = form as FormOf<'takeOver'>
  await exchange(tx, record, outId, inId)
  return { reason }
}

/** One sits there for the other, in the same place of the list. */
async function exchange(tx: Tx, { id: receptionId, sitters }: ReceptionRecord, outId: string, inId: string) {
  const position = sitters.findIndex(({ id }) => id === outId)
  if (position < 0 || sitters.some(({ id }) => id === inId)) return
  await tx.delete(ReceptionSitter, { receptionId, personId: outId })
  await tx.insert(ReceptionSitter, { receptionId, personId: inId, position, sat: null })
}
