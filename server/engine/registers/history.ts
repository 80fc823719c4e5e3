import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Register } from '../../../shared/grammar/register'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { type KeptRegister, readableBy, type RegisterAction } from './kept-register'
import { labelled, type NamedChange, wordIn } from './record'

type History = OutputOf<Register['endpoints']['show']>['history']

/**
 * What became of a row, oldest first, for somebody: a field that they may not read is in no line of it.
 * @param since what led to a later version than this one
 */
export async function historyOf(
  reader: Reader,
  kept: KeptRegister,
  actor: Actor,
  id: string,
  since = -1,
): Promise<History> {
  const events = await reader.query<
    { at: string; onDay: Day; by: string | null; action: RegisterAction; note: string }[]
  >(
    `SELECT e.recorded_at AS at, e.on_day AS onDay, p.name AS \`by\`, e.action, e.note FROM matter_event e
     LEFT JOIN person p ON p.id = e.person_id
     WHERE e.matter_id = ? AND e.kind = ? AND e.town_id = ? AND e.version > ? ORDER BY e.version`,
    [id, kept.register.name, actor.townId, since],
  )
  const readable = readableBy(kept.register, actor)
  return events.map(({ at, onDay, by, action, note }) => {
    const { changes, why } = JSON.parse(note) as { changes: NamedChange[]; why: string | null }
    return {
      at: isoInstant(at),
      on: onDay,
      by: by ?? '',
      what: wordIn(kept, action),
      changes: labelled(kept, changes, readable),
      why,
    }
  })
}
