import type { AnyTable } from '../../shared/grammar/matter'
import { parties, type Party } from '../../shared/words/parties'
import type { Reader } from '../database/source'
import { instantText, isoInstant } from '../database/sql'
import { part, readTogether } from '../database/together'

/**
 * What happened to a matter, oldest first, with whoever did it, for those who stand to it as these parties. Whoever is
 * nothing but the resident of it reads what was said, not who of the office looked at it.
 */
export async function readTimeline<A extends string>(
  reader: Reader,
  table: AnyTable & { actions: Readonly<Record<A, unknown>> },
  matterId: string,
  mine: ReadonlySet<Party>,
) {
  if ([...mine].every((party) => party === 'resident')) return []
  const { events } = await readTogether(reader, {
    events: part<{ action: A | 'start'; party: Party; name: string | null; note: string | null; at: string }>(
      {
        columns: {
          ...{ action: 'e.action', party: 'e.party', name: 'p.name', note: 'e.note' },
          at: instantText('e.recorded_at'),
        },
        from: `FROM matter_event e LEFT JOIN person p ON p.id = e.person_id
        WHERE e.matter_id = ? AND e.kind = ?`,
        order: 'e.version, e.id',
        parameters: [matterId, table.kind],
      },
    ),
  })
  return events
    .filter(({ action }) => isReadBy(table, action, mine))
    .map(({ action, party, name, note, at }) => ({
      action,
      by: name ? `${parties[party]} ${name}` : parties[party],
      note,
      at: isoInstant(at),
    }))
}

/** Some steps are between a few parties; the others do not read of them. */
function isReadBy(table: AnyTable, action: string, mine: ReadonlySet<Party>) {
  const readBy = table.actions[action]?.readBy
  return readBy === undefined || readBy.some((party) => mine.has(party))
}
