import type { InputOf } from '../../../shared/api/endpoint'
import type { writeOpinion } from '../../../shared/api/opinions'
import { wrongField } from '../../../shared/refusals'
import { OpinionEvent } from '../../database/entities/opinion-event'
import { ResidentOpinion } from '../../database/entities/resident-opinion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { keepProfile } from '../people/resident-profile'
import { deputiesInTown, villageInTown } from '../people/in-town'
import { ruleSetNow } from '../rules/rule-set'
import { addMessage } from './effects'

/** Keeps what a resident says before anything is checked, so that it cannot be lost. @returns the opinion's id */
export async function sendOpinion(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof writeOpinion>,
  now: Date,
): Promise<{ id: string; residentId: string }> {
  const { deputyId, stationId, kind, text, ...profile } = input
  await deputiesInTown(tx, actor.townId, [deputyId])
  await villageInTown(tx, actor.townId, profile.villageId)
  await stationInTown(tx, actor.townId, stationId)
  const residentId = await keepProfile(tx, actor, profile, now)
  const id = newId()
  await tx.insert(ResidentOpinion, {
    id,
    townId: actor.townId,
    version: 0,
    state: 'sent',
    stateSince: now,
    residentId,
    deputyId,
    liaisonStationId: stationId ?? null,
    villageId: profile.villageId ?? null,
    opinionKind: kind,
    suggestionId: null,
    referredTo: null,
    explanation: null,
    rating: null,
    ratingComment: null,
    createdAt: now,
    ruleSetId: await ruleSetNow(tx, actor.townId, now),
    checkAfter: null,
    writtenIn: null,
    wordsById: null,
  })
  await addMessage(tx, id, 'resident', text, now)
  await tx.insert(OpinionEvent, {
    residentOpinionId: id,
    version: 0,
    townId: actor.townId,
    action: 'start',
    fromState: null,
    toState: 'sent',
    party: 'resident',
    note: null,
    at: now,
  })
  return { id, residentId }
}

async function stationInTown(tx: Tx, townId: string, stationId: string | undefined) {
  if (stationId === undefined) return
  const found = await tx.query<unknown[]>('SELECT id FROM liaison_station WHERE town_id = ? AND id = ?', [
    townId,
    stationId,
  ])
  if (found.length === 0) throw wrongField('stationId', '没有这个站点，请重新扫码。')
}
