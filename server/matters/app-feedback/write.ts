import type { InputOf } from '../../../shared/grammar/endpoint'
import type { writeAppFeedback } from '../../../shared/matters/app-feedback/endpoints'
import { appFeedbackTable, sentTells } from '../../../shared/matters/app-feedback/table'
import { AppFeedback } from '../../database/entities/matters/app-feedback'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { tellParties } from '../../engine/tell-parties'
import { holdResident } from '../../features/people/resident-profile'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import { type AppFeedbackRecord, countyOf } from './record'

/** Goes to whoever keeps the app. @returns its id, and as which resident it was written by whoever has no post here */
export async function keepAppFeedback(
  tx: Tx,
  actor: Actor,
  { about, text }: InputOf<typeof writeAppFeedback>,
  now: Date,
): Promise<{ id: string; residentId: string | null }> {
  const { townId, person, roles } = actor
  const residentId = person === null ? await holdResident(tx, actor, now) : null
  const countyId = (await countyOf(tx, townId))?.id ?? null
  const id = newId()
  await tx.insert(AppFeedback, {
    ...{ id, townId, countyId, awaitsCountyId: countyId, residentId, personId: person?.id ?? null },
    ...{ writtenAs: roles.find((role) => role !== 'resident') ?? 'resident', about, text },
    ...{ answer: null, writtenAt: now },
  })
  const first = { party: 'appUser', personId: person?.id ?? null, note: text } as const
  const { record, holders } = await begin(tx, kind, { id, townId }, first, now)
  await tellParties(
    tx,
    { tells: sentTells, pushes: { appKeeper: 'task' } },
    {
      ...{ kind, record, holders, action: 'start', asker: actor, now },
      turn: appFeedbackTable.states.sent.waitsFor,
      words: { ...kind.words(record as AppFeedbackRecord, now), reason: text },
    },
  )
  return { id, residentId: residentId ?? actor.residentId }
}
