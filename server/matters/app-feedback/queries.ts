import type { OutputOf } from '../../../shared/grammar/endpoint'
import type {
  AppFeedbackView,
  listCountyAppFeedback as listCounty,
  listMyAppFeedback as listMine,
} from '../../../shared/matters/app-feedback/endpoints'
import { keeperNamed } from '../../../shared/matters/app-feedback/words'
import { mayDo } from '../../../shared/permissions'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { post } from '../../engine/holders'
import { duePlaced } from '../../engine/rows'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import { type Actor, actorIn } from '../../http/actor'
import { kind } from './kind'
import { type AppFeedbackRecord, countyOf } from './record'

type Said = Pick<AppFeedbackRecord, 'id' | 'state' | 'writtenAs' | 'about' | 'text' | 'answer' | 'writtenAt'>
const saidSql = `v.id, m.state, v.written_as AS writtenAs, v.about, v.text, v.answer, v.written_at AS writtenAt`

const present = ({ id, state, writtenAt, writtenAs, about, text, answer }: Said) => ({
  ...{ id, state, writtenAs, about, text, answer },
  writtenOn: beijingDay(new Date(isoInstant(writtenAt))),
})
const placeOf = ({ writtenAt, id }: Said) => ({ at: writtenAt, id })

export async function viewAppFeedback(
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<AppFeedbackView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { countyName } = standing.record
  return {
    ...present(standing.record),
    ...(await viewMatter(reader, kind, standing, now)),
    to: keeperNamed(countyName),
  }
}

/** What somebody wrote in this town, with or without a post in it; the newest first. */
export async function listMyAppFeedback(
  reader: Reader,
  actor: Actor,
  cursor: string | undefined,
): Promise<OutputOf<typeof listMine>> {
  const { townId, person, residentId } = actor
  const place = after('v.written_at', 'v.id', cursor)
  const [whose, who] = person === null ? ['resident_id', residentId] : ['person_id', person.id]
  const found = await reader.query<Said[]>(
    `SELECT ${saidSql} FROM app_feedback v JOIN matter m ON m.id = v.id
     WHERE v.${whose} = ? AND v.town_id = ?${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [who ?? '', townId, ...place.parameters],
  )
  const { rows, next } = pageOfRows(found, placeOf)
  const county = await countyOf(reader, townId)
  return { items: rows.map(present), next, to: keeperNamed(county?.name ?? null) }
}

interface OfCounty extends Said {
  townId: string
  townName: string
  at: string | null
  soonAt: string | null
}

/**
 * All towns of a county: what waits for its congress, the oldest first, or what it has answered, the newest first.
 * @throws Refusal `not_allowed` to whoever does not work for that county
 */
export async function listCountyAppFeedback(
  reader: Reader,
  accountId: string,
  countyId: string,
  { lane = 'waiting', cursor }: { lane?: 'waiting' | 'answered' | undefined; cursor?: string | undefined },
  now: Date,
): Promise<OutputOf<typeof listCounty>> {
  await refuseOthers(reader, accountId, countyId)
  const isWaiting = lane === 'waiting'
  const place = after('v.written_at', 'v.id', cursor, isWaiting ? 'oldest' : 'newest')
  const found = await reader.query<OfCounty[]>(
    `SELECT ${saidSql}, t.id AS townId, t.name AS townName, h.at, h.soon_at AS soonAt
     FROM app_feedback v JOIN matter m ON m.id = v.id JOIN town t ON t.id = v.town_id
     LEFT JOIN matter_holder h ON h.matter_id = v.id AND h.holder = ? AND h.lane = 'mine'
     WHERE ${isWaiting ? 'v.awaits_county_id = ?' : 'v.county_id = ? AND v.awaits_county_id IS NULL'}
     ${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [post('countyStaff'), countyId, ...place.parameters],
  )
  const { rows, next } = pageOfRows(found, placeOf)
  return {
    items: rows.map((row) => ({
      ...present(row),
      town: { id: row.townId, name: row.townName },
      due: row.at === null ? null : duePlaced({ at: row.at, soonAt: row.soonAt }, now),
    })),
    next,
  }
}

/** Whoever serves a county serves it in each of its towns. */
async function refuseOthers(reader: Reader, accountId: string, countyId: string) {
  const [first] = await reader.query<{ id: string }[]>(
    'SELECT id FROM town WHERE county_id = ? ORDER BY name, id LIMIT 1',
    [countyId],
  )
  const { roles } = first ? await actorIn(reader, accountId, first.id) : { roles: [] }
  if (!mayDo('followCounty', roles)) throw new Refusal('not_allowed')
}
