import type { InputOf } from '../../../shared/grammar/endpoint'
import type { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { fill, numberOf } from '../../../shared/words/messages'
import { Refusal, refusals } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { instantText, isoInstant, sqlInstant } from '../../database/sql'
import { atOnce, part, readTogether } from '../../database/together'
import type { Actor } from '../../http/actor'
import { holdResident, proposeAgain } from '../../features/people/resident-profile'
import { areaInTown, deputyInTown, stationInTown, villageInTown } from '../../features/people/in-town'
import { ownAttachments } from './attachments'
import { keepOpinion, type Said } from './keep'
import { textOf } from './messages'
import { findWhom } from './whom'

/** Keeps what a resident says before anything is checked, so that it cannot be lost. @returns the opinion's id */
export async function sendOpinion(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof writeOpinion>,
  now: Date,
): Promise<{ id: string; residentId: string }> {
  const {
    deputyId: named,
    unsure: _,
    stationId,
    kind: opinionKind,
    text: typed,
    photos,
    voice,
    forWhom,
    unnamed,
    again,
    villageId,
    areaId,
    place,
    call,
    ...signed
  } = input
  const residentId = await holdResident(tx, actor, now)
  const whom = named === undefined ? await findWhom(tx, actor.townId, { villageId, text: typed }) : undefined
  const deputyId = named ?? whom?.deputyId ?? ''
  const [carried] = await atOnce(tx, () =>
    Promise.all([
      ownAttachments(tx, { photos, voice }, actor),
      // Side by side with the question, so that what is wrong is said first.
      ...namedInTown(tx, actor.townId, { deputyId: named, villageId, areaId, stationId }),
      again || typed === undefined ? undefined : askAboutTheSame(tx, residentId, typed, now),
    ]),
  )
  const text = textOf(typed, carried)
  const { name, phone } = unnamed ? {} : signed
  if (forWhom === 'self') await proposeAgain(tx, residentId, { name, phone, villageId })
  const where = { villageId, areaId, stationId, place }
  const said = { deputyId, kind: opinionKind, text, name, phone, ...where, carried, call }
  const how = {
    routedBy: whom?.routedBy ?? null,
    unnamed: unnamed === true,
    forAnother: forWhom === 'another',
  }
  const id = await keepOpinion(
    tx,
    { townId: actor.townId, residentId, ...said, ...how },
    { party: 'resident', personId: null },
    now,
  )
  return { id, residentId }
}

const sameWithinMinutes = 10

/** The same words of the same person so soon are a second tap more often than a second matter. */
async function askAboutTheSame(tx: Tx, residentId: string, text: string, now: Date) {
  const since = new Date(now.getTime() - sameWithinMinutes * 60_000)
  const { sent } = await readTogether(tx, {
    sent: part<{ id: string; text: string; at: string }>({
      columns: { id: 'o.id', text: 'm.text', at: instantText('o.created_at') },
      from: `FROM resident_opinion o
        JOIN opinion_message m ON m.resident_opinion_id = o.id AND m.position = 0
        WHERE o.resident_id = ? AND o.created_at > ?`,
      order: 'o.created_at DESC, o.id',
      parameters: [residentId, sqlInstant(since)],
    }),
  })
  const same = sent.find((one) => one.text === text)
  if (!same) return
  const sentence = fill(refusals.sent_already[1], { no: numberOf(same.id) })
  throw new Refusal('sent_already', {}, sentence, undefined, { id: same.id, at: isoInstant(same.at) })
}

/** @throws Refusal `bad_input` where it names a deputy, a village or a station that the town does not have */
export const namedInTown = (
  tx: Tx,
  townId: string,
  {
    deputyId,
    villageId,
    areaId,
    stationId,
  }: Partial<Pick<Said, 'deputyId' | 'villageId' | 'areaId' | 'stationId'>>,
) => [
  ...(deputyId === undefined ? [] : [deputyInTown(tx, townId, deputyId)]),
  villageInTown(tx, townId, villageId),
  areaInTown(tx, townId, { areaId, villageId }),
  ...(stationId === undefined ? [] : [stationInTown(tx, townId, stationId, 'stationId')]),
]
