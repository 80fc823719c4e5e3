import { randomInt } from 'node:crypto'
import type * as z from 'zod/mini'
import type { opinionActions } from '../../../shared/matters/opinion/table'
import { endOfMoved, movedWords, placeSaid } from '../../../shared/matters/petition/words'
import { beijingDay } from '../../../shared/rules/days'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import type { Tx } from '../../database/source'
import type { StepOf } from '../../engine/kind'
import { personIdOf } from '../../engine/begin'
import { deputyInTown } from '../../features/people/in-town'
import { keepAttachments } from '../petition/attachments'
import { beginPetition } from '../petition/begin'
import { copyBeside, takeBeside } from './beside-moved'
import { keepOpinion } from './keep'
import { type OpinionRecord, summaryOf } from './record'

type FormOf<A extends 'split' | 'toPetition'> = z.output<(typeof opinionActions)[A]['input']>

/** Makes a matter of its own of a part: of the same person, as it was signed. */
export async function split({ tx, record, form, asker, now }: StepOf<OpinionRecord>) {
  const { text, deputyId = record.deputyId, besideIds = [] } = form as FormOf<'split'>
  if (deputyId !== record.deputyId) await deputyInTown(tx, record.townId, deputyId)
  const { townId, residentId, residentName, residentPhone, villageId, slipCode } = record
  const carried = await copyBeside(tx, record, besideIds, now)
  await keepOpinion(
    tx,
    {
      ...{ carried, townId, residentId, deputyId, text, kind: record.opinionKind },
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
  const { kind, extent, part, besideIds = [], aboutOffice } = form as FormOf<'toPetition'>
  const { id, townId, residentId, residentName: name, residentPhone: phone } = record
  const isWhole = extent !== 'part'
  const text = isWhole ? await wordsOf(tx, record) : (part ?? '')
  const beside = await takeBeside(tx, record, isWhole ? 'all' : besideIds)
  const { id: petitionId, no } = await beginPetition(
    tx,
    secretKey,
    { townId, residentId, kind, said: { text, about: null, name, phone }, aboutOffice: aboutOffice === true },
    { party: 'resident', personId: personIdOf(asker) },
    now,
  )
  await keepAttachments(tx, secretKey, { townId, id: petitionId }, beside, now)
  if (to !== 'closed') return
  await tx.query('UPDATE opinion_message SET text = ? WHERE resident_opinion_id = ?', [movedWords, id])
  await tx.update(
    ResidentOpinion,
    { id },
    {
      ...{ residentName: null, residentPhone: null, explanation: endOfMoved(no), referredTo: null },
      ...{
        place: null,
        areaId: null,
        endedOn: beijingDay(now),
        ratingAsked: false,
        followUpAnswer: 'noMore',
        goesTo: null,
      },
      ...(record.calledOn === null ? { callOn: null, callTime: null } : {}),
    },
  )
}

/** All that was said, with what a machine has heard in a recording, and where it is. */
async function wordsOf(tx: Tx, { id, place }: Pick<OpinionRecord, 'id' | 'place'>) {
  const rows = await tx.query<{ text: string; transcript: string | null }[]>(
    `SELECT e.text, (SELECT MIN(c.transcript) FROM opinion_attachment c WHERE c.resident_opinion_id = e.resident_opinion_id AND c.message_id = e.id) AS transcript
     FROM opinion_message e WHERE e.resident_opinion_id = ? AND e.author = 'resident' ORDER BY e.position`,
    [id],
  )
  const said = rows.flatMap(({ text, transcript }) => (transcript === null ? [text] : [text, transcript]))
  return [...said, ...(place === null ? [] : [placeSaid(place)])].join('\n')
}
