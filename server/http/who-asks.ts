import type { Context } from 'koa'
import type { Reader } from '../database/source'
import { atOnce } from '../database/together'
import { type Actor, actorIn } from './actor'
import { keptRow } from './idempotency'
import type { KeptRow } from './kept-answers'
import { isKey, keyOf } from './request'
import { type Session, sessionBy, tokenOf } from './session'

export interface WhoAsks {
  session: Session
  /** How they stand in the town; of a request that is about none there is no actor. */
  actor: Actor | undefined
  /** What came before under the key that they send, if anything did. */
  before: KeptRow | undefined
}

/**
 * Who asks, by what they show, as what, and whether it was sent before: one statement.
 * @param stranger counts whoever only tries tokens
 * @throws Refusal as `sessionBy` and `actorIn` say
 */
export async function whoAsks(
  reader: Reader,
  context: Context,
  townId: string | undefined,
  now: Date,
  stranger: () => Promise<unknown>,
): Promise<WhoAsks> {
  const refuseStranger = async (error: unknown) => {
    await stranger()
    throw error
  }
  const token = await Promise.resolve(context).then(tokenOf).catch(refuseStranger)
  const key = keyOf(context)
  const { session, ...beside } = atOnce(reader, () => ({
    session: sessionBy(reader, token, now),
    actor: townId === undefined ? undefined : actorIn(reader, token, townId),
    before: isKey(key) ? keptRow(reader, token, key) : undefined,
  }))
  // Whoever is not signed in is told so, and nothing else.
  const rest = Promise.all([beside.actor, beside.before])
  rest.catch(() => undefined)
  const found = await session.catch(refuseStranger)
  const [actor, before] = await rest
  return { session: found, actor, before }
}
