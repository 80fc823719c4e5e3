import type { InputOf } from '../../../shared/grammar/endpoint'
import type { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { fill, numberOf } from '../../../shared/words/messages'
import { Refusal, refusals, wrongField } from '../../../shared/words/refusals'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { instantText, isoInstant, sqlInstant } from '../../database/sql'
import { atOnce, part, readTogether } from '../../database/together'
import type { Actor } from '../../http/actor'
import { holdResident, proposeAgain } from '../../features/people/resident-profile'
import { deputyInTown, inTown, villageInTown } from '../../features/people/in-town'
import { ruleSetNow } from '../../features/rules/rule-set'
import { addMessage } from './effects'
import { kind } from './kind'

/** Keeps what a resident says before anything is checked, so that it cannot be lost. @returns the opinion's id */
export async function sendOpinion(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof writeOpinion>,
  now: Date,
): Promise<{ id: string; residentId: string }> {
  const {
    deputyId,
    stationId,
    kind: opinionKind,
    text,
    forWhom,
    unnamed,
    again,
    villageId,
    ...signed
  } = input
  const residentId = await holdResident(tx, actor, now)
  await atOnce(tx, () =>
    Promise.all([
      deputyInTown(tx, actor.townId, deputyId),
      villageInTown(tx, actor.townId, villageId),
      stationInTown(tx, actor.townId, stationId),
      again ? undefined : askAboutTheSame(tx, residentId, text, now),
    ]),
  )
  const { name, phone } = unnamed ? {} : signed
  if (forWhom === 'self') await proposeAgain(tx, residentId, { name, phone, villageId })
  const id = newId()
  await tx.insert(ResidentOpinion, {
    id,
    townId: actor.townId,
    residentId,
    deputyId,
    liaisonStationId: stationId ?? null,
    villageId: villageId ?? null,
    residentName: name ?? null,
    residentPhone: phone ?? null,
    unnamed: unnamed === true,
    forAnother: forWhom === 'another',
    opinionKind,
    suggestionId: null,
    earlierSuggestionId: null,
    referredTo: null,
    explanation: null,
    rating: null,
    ratingComment: null,
    createdAt: now,
    ruleSetId: await ruleSetNow(tx, actor.townId, now),
    checkAfter: now,
    writtenIn: null,
    wordsById: null,
    goesTo: null,
    timesUnsolved: 0,
    ratingAsked: true,
    endedOn: null,
    followUps: 0,
    followedOn: null,
    followUpAnswer: null,
  })
  await addMessage(tx, id, 'resident', text, now, { first: true })
  await begin(tx, kind, { id, townId: actor.townId }, { party: 'resident', personId: null }, now)
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

async function stationInTown(tx: Tx, townId: string, stationId: string | undefined) {
  if (stationId === undefined) return
  const { found } = await readTogether(tx, { found: inTown('liaison_station', townId, [stationId]) })
  if (found.length === 0) throw wrongField('stationId', '没有这个站点，请重新扫码。')
}
