import type * as z from 'zod/mini'
import type { activityActions } from '../../../shared/matters/activity/table'
import { wrongField } from '../../../shared/words/refusals'
import { ActivityPerson } from '../../database/entities/matters/activity-person'
import { insertMany } from '../../database/insert-many'
import { marks, sqlInstant } from '../../database/sql'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import { deputiesToCome } from './invited'
import type { ActivityRecord } from './record'

/**
 * 点名: who came, by the clerk or by the sheet of paper; whoever came without having been asked stands there all the same.
 * @throws Refusal `bad_input`
 */
export async function callRoll(step: StepOf<ActivityRecord>) {
  const { tx, record, form, asker, now } = step
  const {
    presentIds = [],
    besidesIds = [],
    source,
  } = form as z.output<(typeof activityActions)['callRoll']['input']>
  const known = new Set(record.people.map(({ id }) => id))
  if (presentIds.some((id) => !known.has(id)))
    throw wrongField('presentIds', '有人不在请到的名单里，请在“没有请到、也来了的代表”里选。')
  const fresh = [...new Set(besidesIds)].filter((id) => !known.has(id))
  await deputiesToCome(tx, record.townId, fresh, 'besidesIds')
  const came = new Set([...presentIds, ...besidesIds])
  const noted = { source, notedAt: now, byPersonId: personIdOf(asker) }
  const set = async (ids: readonly string[], here: boolean) => {
    if (ids.length === 0) return
    await tx.query(
      `UPDATE activity_person SET came = ?, source = ?, noted_at = ?, by_person_id = ?
       WHERE activity_id = ? AND person_id IN (${marks(ids)})`,
      [here ? 1 : 0, source, sqlInstant(now), noted.byPersonId, record.id, ...ids],
    )
  }
  const ids = record.people.map(({ id }) => id)
  await set(
    ids.filter((id) => came.has(id)),
    true,
  )
  await set(
    ids.filter((id) => !came.has(id)),
    false,
  )
  await insertMany(
    tx,
    ActivityPerson,
    fresh.map((personId, at) => ({
      ...{ activityId: record.id, personId, position: record.people.length + at },
      ...{ invited: false, came: true, ...noted },
    })),
  )
  return { reason: `到了 ${came.size} 位` }
}
