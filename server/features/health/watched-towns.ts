import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'koa'
import { mayDo, posts, type PostKind } from '../../../shared/permissions'
import { Refusal } from '../../../shared/words/refusals'
import { digestOf } from '../../database/digest'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { sessionOf } from '../../http/session'
import { isHeld } from '../../database/in-office'

const kinds = (Object.keys(posts) as PostKind[]).filter((kind) => mayDo('watchService', [posts[kind].role]))

/**
 * The towns whose work somebody may look at: those of their posts, those of their county, all for the operator.
 * @throws Refusal `sign_in_needed`, `not_allowed`
 */
export async function watchedTowns(
  reader: Reader,
  context: Context,
  now: Date,
  operatorToken: string | null,
): Promise<string[]> {
  if (isOperator(context, operatorToken)) {
    const all = await reader.query<{ id: string }[]>('SELECT id FROM town')
    return all.map(({ id }) => id)
  }
  const { accountId } = await sessionOf(reader, context, now)
  const towns = await reader.query<{ id: string }[]>(
    `SELECT t.id FROM town t WHERE EXISTS (
       SELECT 1 FROM person p JOIN post o ON o.person_id = p.id
       WHERE p.account_id = ? AND ${isHeld('o')} AND o.post_kind IN (${marks(kinds)})
         AND (p.town_id = t.id OR (p.town_id IS NULL AND p.county_id = t.county_id)))`,
    [accountId, ...kinds],
  )
  if (towns.length === 0) throw new Refusal('not_allowed')
  return towns.map(({ id }) => id)
}

function isOperator(context: Context, operatorToken: string | null) {
  const given = /^Bearer (\S{1,200})$/.exec(context.get('authorization'))?.[1]
  if (operatorToken === null || given === undefined) return false
  return timingSafeEqual(Buffer.from(digestOf(given)), Buffer.from(digestOf(operatorToken)))
}
