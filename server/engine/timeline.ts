import type { AnyTable } from '../../shared/grammar/matter'
import { beijingDay, type Day, spokenDay } from '../../shared/rules/days'
import { parties, type Party } from '../../shared/words/parties'
import { type SpokenWay, typedFor } from '../../shared/words/words'
import type { Reader } from '../database/source'
import { instantText, isoInstant } from '../database/sql'
import { part, readTogether } from '../database/together'

/**
 * What happened to a matter, oldest first, with whoever did it, for those who stand to it as these parties. Whoever is
 * nothing but the resident of it reads what was said, not who of the office looked at it.
 * @param since what led to a later version than this one
 */
export async function readTimeline<A extends string>(
  reader: Reader,
  table: AnyTable & { actions: Readonly<Record<A, unknown>> },
  matterId: string,
  mine: ReadonlySet<Party>,
  since = -1,
) {
  if ([...mine].every((party) => party === 'resident')) return []
  const { events } = await readTogether(reader, { events: eventsPart<A>(table, matterId, since) })
  return presentEvents(table, events, mine)
}

/** The same as a part of a statement that asks for more. */
export const eventsPart = <A extends string>(
  { kind }: Pick<AnyTable, 'kind'>,
  matterId: string,
  since = -1,
) =>
  part<Event & { action: A | 'start' }>({
    columns: {
      version: 'e.version',
      ...{ action: 'e.action', party: 'e.party', name: 'p.name', note: 'e.note' },
      ...{ speaker: 'COALESCE(s.name, su.name)', how: 'e.spoken_how', onDay: 'e.on_day' },
      at: instantText('e.recorded_at'),
    },
    from: `FROM matter_event e LEFT JOIN person p ON p.id = e.person_id
      LEFT JOIN person s ON s.id = e.by_word_of
      LEFT JOIN handling_unit su ON su.id = e.unit_id AND e.spoken_how IS NOT NULL
      WHERE e.matter_id = ? AND e.kind = ? AND e.version > ?`,
    order: 'e.version, e.id',
    parameters: [matterId, kind, since],
  })

export const presentEvents = <A extends string>(
  table: AnyTable,
  events: readonly (Event & { action: A | 'start' })[],
  mine: ReadonlySet<Party>,
) =>
  events
    .filter(({ action }) => isReadBy(table, action, mine))
    .map((event) => ({
      action: event.action,
      by: whoDid(table, event),
      note: event.note,
      at: isoInstant(event.at),
    }))

interface Event {
  version: number
  action: string
  party: Party
  name: string | null
  speaker: string | null
  how: SpokenWay | null
  onDay: Day
  note: string | null
  at: string
}

/** Whoever acted; and where another typed it, both. */
function whoDid(table: AnyTable, { action, party, name, speaker, how, onDay, at }: Event) {
  const typist = partyNamed(party, name)
  const row = table.actions[action]
  const spoke = row?.byWordOf?.party
  if (spoke === undefined || how === null) return typist
  // The day of a meeting is not the one on which somebody told of it.
  const on = row?.meeting === undefined ? spokenDay(onDay, beijingDay(new Date(isoInstant(at)))) : ''
  return typedFor(partyNamed(spoke, speaker), { on, how, typist })
}
const partyNamed = (party: Party, name: string | null) =>
  name ? `${parties[party]} ${name}` : parties[party]

/** Some steps are between a few parties; the others do not read of them. */
function isReadBy(table: AnyTable, action: string, mine: ReadonlySet<Party>) {
  const readBy = table.actions[action]?.readBy
  return readBy === undefined || readBy.some((party) => mine.has(party))
}
