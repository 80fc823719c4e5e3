import type * as z from 'zod/mini'
import type { disqualifyInput } from '../../../shared/matters/award-standing/inputs'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import { act } from '../../engine/act'
import type { Actor } from '../../http/actor'
import { beginStanding, type KnownOfUnit, knownOfUnit, lastOf } from './follow'
import { kind } from './kind'
import { periodIn } from './period'

/**
 * The presidium decides about a unit; the clock only asks it to, because a decision about people needs a body that answers
 * for it. Where nothing was said of the unit's year yet, or what was decided was lifted, it begins with the decision.
 * @throws Refusal `not_found`, and whatever the table says
 */
export async function disqualifyUnit(
  tx: Tx,
  actor: Actor,
  unitId: string,
  { year: asked, ...form }: { year: string | undefined } & z.output<typeof disqualifyInput>,
  now: Date,
) {
  const { townId } = actor
  const known = await knownOfUnit(tx, townId, unitId)
  if (known.unit === undefined) throw new Refusal('not_found')
  const { year } = periodIn(known.rules, asked, now)
  const last = lastOf(known, year)
  const { id, version } =
    last === undefined || last.state === 'lifted'
      ? { id: await beginOnce(tx, { townId, unitId, year, no: (last?.no ?? 0) + 1 }, known, now), version: 0 }
      : last
  await act(tx, kind, actor, id, 'disqualify', { version, form }, now)
}

async function beginOnce(tx: Tx, about: Parameters<typeof beginStanding>[1], known: KnownOfUnit, now: Date) {
  try {
    return await beginStanding(tx, about, known, now)
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('standing_recorded') : error
  }
}

/** A step of a decision that is there, at the version that it has now. @throws Refusal `not_found`, and the table's */
export async function actOnDecision(
  tx: Tx,
  actor: Actor,
  id: string,
  action: 'appeal' | 'answer',
  form: Readonly<Record<string, unknown>>,
  now: Date,
) {
  await act(tx, kind, actor, id, action, { form }, now)
}
