import { randomInt } from 'node:crypto'
import type * as z from 'zod/mini'
import type { opinionActions } from '../../../shared/matters/opinion/table'
import { endOfMoved, movedWords } from '../../../shared/matters/petition/words'
import { beijingDay } from '../../../shared/rules/days'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import type { Tx } from '../../database/source'
import type { StepOf } from '../../engine/kind'
import { personIdOf } from '../../engine/begin'
import { deputyInTown } from '../../features/people/in-town'
import { beginPetition } from '../petition/begin'
import { keepOpinion } from './keep'
import { type OpinionRecord, summaryOf } from './record'

type FormOf<A extends 'split' | 'toPetition'> = z.output<(typeof opinionActions)[A]['input']>

/** Makes a matter of its own of a part: of the same person, as it was signed. */
export async function split({ tx, record, form, asker, now }: StepOf<OpinionRecord>) {
  const { text, deputyId = record.deputyId } = form as FormOf<'split'>
  if (deputyId !== record.deputyId) await deputyInTown(tx, record.townId, deputyId)
  const { townId, residentId, residentName, residentPhone, villageId, slipCode } = record
  await keepOpinion(
    tx,
    {
      ...{ townId, residentId, deputyId, text, kind: record.opinionKind },
      name: residentName ?? undefined,
      phone: residentPhone ?? undefined,
      villageId: villageId ?? undefined,
      unnamed: Number(record.unnamed) === 1,
      forAnother: Number(record.forAnother) === 1,
      // Of somebody without a phone: a slip of its own.
      ...(slipCode === null ? {} : { slipCode: String(randomInt(10_000_000, 100_000_000)) }),
    },
    { party: 'resident', personId: personIdOf(asker) },
    now,
  )
  return { other: summaryOf(text) }
}

/** What is for others to handle is registered, sealed, and stands here no longer where it was all of it. */
export async function toPetition({ tx, record, form, to, asker, secretKey, now }: StepOf<OpinionRecord>) {
  const { kind, extent, part, aboutOffice } = form as FormOf<'toPetition'>
  const { id, townId, residentId, residentName: name, residentPhone: phone } = record
  const text = extent === 'part' ? (part ?? '') : await wordsOf(tx, id)
  const { no } = await beginPetition(
    tx,
    secretKey,
    { townId, residentId, kind, said: { text, about: null, name, phone }, aboutOffice: aboutOffice === true },
    { party: 'resident', personId: personIdOf(asker) },
    now,
  )
  if (to !== 'closed') return
  await tx.query('UPDATE opinion_message SET text = ? WHERE resident_opinion_id = ?', [movedWords, id])
  await tx.update(
    ResidentOpinion,
    { id },
    {
      ...{ residentName: null, residentPhone: null, explanation: endOfMoved(no), referredTo: null },
      ...{ endedOn: beijingDay(now), ratingAsked: false, followUpAnswer: 'noMore', goesTo: null },
      ...(record.calledOn === null ? { callOn: null, callTime: null } : {}),
    },
  )
}

async function wordsOf(tx: Tx, id: string) {
  const rows = await tx.query<{ text: string }[]>(
    `SELECT text FROM opinion_message WHERE resident_opinion_id = ? AND author = 'resident' ORDER BY position`,
    [id],
  )
  return rows.map(({ text }) => text).join('\n')
}
