import type { FollowHow } from '../../../shared/matters/suggestion/follow'
import { worthALook } from '../../../shared/matters/suggestion/alike-matters'
import { Refusal } from '../../../shared/words/refusals'
import { SuggestionFollow } from '../../database/entities/suggestion/suggestion-follow'
import type { Reader, Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'
import type { Actor } from '../../http/actor'
import { readVillage, standInOf } from '../board/queries'
import { isPublicSql } from '../board/public'
import { villageInTown } from '../people/in-town'
import { holdResident } from '../people/resident-profile'

/**
 * From now on whoever asks is told of every public step; said again, it says how. What is handled with another is followed
 * there.
 * @throws Refusal `not_found` where not everybody may see it
 */
export async function follow(tx: Tx, actor: Actor, id: string, how: Exclude<FollowHow, 'none'>, now: Date) {
  const { townId } = actor
  const suggestionId = await publicOne(tx, townId, id)
  const residentId = await holdResident(tx, actor, now)
  const isTheirs = how === 'alsoMine'
  const changed = await tx.update(SuggestionFollow, { suggestionId, residentId }, { isTheirs })
  if (changed.affected === 0)
    await tx.insert(SuggestionFollow, { suggestionId, residentId, townId, isTheirs, since: now })
  await refresh(tx, 'suggestion', townId, suggestionId, now)
}

export async function unfollow(tx: Tx, { townId, residentId }: Actor, id: string, now: Date) {
  const suggestionId = await publicOne(tx, townId, id, residentId)
  if (residentId === null) return
  await tx.delete(SuggestionFollow, { suggestionId, residentId, townId })
  await refresh(tx, 'suggestion', townId, suggestionId, now)
}

export async function readFollow(
  reader: Reader,
  { townId, residentId }: Pick<Actor, 'townId' | 'residentId'>,
  id: string,
): Promise<FollowHow> {
  const suggestionId = await publicOne(reader, townId, id, residentId)
  if (residentId === null) return 'none'
  const [row] = await reader.query<{ isTheirs: number }[]>(
    'SELECT is_theirs AS isTheirs FROM suggestion_follow WHERE town_id = ? AND resident_id = ? AND suggestion_id = ?',
    [townId, residentId, suggestionId],
  )
  return row === undefined ? 'none' : Number(row.isTheirs) === 1 ? 'alsoMine' : 'follows'
}

/**
 * What stands for it on the board; also what is public no more, for whoever follows it.
 * @throws Refusal `not_found`
 */
async function publicOne(reader: Reader, townId: string, id: string, residentId: string | null = null) {
  const suggestionId = await standInOf(reader, townId, id)
  const found = await reader.query<unknown[]>(
    `SELECT s.id FROM suggestion s WHERE s.town_id = ? AND s.id = ? AND (${isPublicSql} OR EXISTS (
       SELECT 1 FROM suggestion_follow f WHERE f.suggestion_id = s.id AND f.resident_id = ?))`,
    [townId, suggestionId, residentId ?? ''],
  )
  if (found.length === 0) throw new Refusal('not_found')
  return suggestionId
}

const mostCompared = 50
const mostShown = 3

/** What goes on in the village and is about the like, in the words that everybody reads: what about and where, apart. */
export async function readAlike(
  reader: Reader,
  townId: string,
  { villageId, text, place }: { villageId: string; text: string; place?: string | undefined },
  now: Date,
) {
  await villageInTown(reader, townId, villageId)
  const { items } = await readVillage(reader, townId, villageId, mostCompared, now)
  const others = items.map(({ id, item }) => ({ id, subject: item }))
  return worthALook({ text, place }, others, mostShown).map(({ other: { id, subject }, why }) => ({
    id,
    item: subject,
    ...why,
  }))
}
