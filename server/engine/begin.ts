import type { Calendar } from '../../shared/rules/calendar'
import { beijingDay, type Day } from '../../shared/rules/days'
import type { Party } from '../../shared/words/parties'
import type { SpokenWay } from '../../shared/words/words'
import { Matter } from '../database/entities/matters/matter'
import { GivenUp } from '../database/sql-errors'
import type { Tx } from '../database/source'
import { atOnce } from '../database/together'
import { inTown, wake } from '../database/waking'
import { writeEvents } from './events'
import type { AnyKind, Asker, Holders, MatterRecord } from './kind'
import { calendarOfStep } from './read-calendar'
import { nothingKept } from './kept'
import { notDerived, refreshRead } from './refresh'

/**
 * Puts a new matter under the engine, after its own row is written: head, first event, and who stands to it.
 * @param first the state, where not the one in which every matter of the kind begins; the party that began it, and
 *   under which name the history keeps that; since when it is so, where it is written down
 *   later; and how it was said, where another typed it
 */
export async function begin(
  tx: Tx,
  kind: AnyKind,
  { id, townId }: { id: string; townId: string },
  first: {
    state?: string
    action?: string
    party: Party
    personId: string | null
    unitId?: string | null
    note?: string | null
    publicLine?: string | null
    since?: Date
    onDay?: Day
    spokenHow?: SpokenWay
  },
  now: Date,
): Promise<{ record: MatterRecord; holders: Holders<Party>; calendar: Calendar }> {
  const {
    state = kind.table.first,
    action = 'start',
    party,
    personId,
    unitId = null,
    note = null,
    publicLine = null,
    since = now,
    onDay = beijingDay(since),
    spokenHow = null,
  } = first
  wake(tx, kind.table.kind)
  inTown(tx, townId)
  await tx.insert(Matter, {
    id,
    kind: kind.table.kind,
    townId,
    state,
    version: 0,
    stateSince: since,
    title: '',
    number: null,
    note: null,
    villageId: null,
    unitId: null,
    category: null,
    foundBy: '',
    nextAt: notDerived,
  })
  await writeEvents(
    tx,
    [
      {
        townId,
        kind: kind.table.kind,
        matterId: id,
        version: 0,
        action,
        fromState: null,
        toState: state,
        party,
        personId,
        unitId,
        onDay,
        spokenHow,
        note,
        publicLine,
      },
    ],
    now,
  )
  const [record, calendar] = await atOnce(tx, () =>
    Promise.all([kind.read(tx, townId, id), calendarOfStep(tx, townId)]),
  )
  if (record === undefined) throw new GivenUp(`${kind.table.kind} ${id} has no row of its own`)
  const { holders } = await refreshRead(tx, kind, record, calendar, now, nothingKept)
  return { record, holders, calendar }
}

export const personIdOf = (asker: Asker) =>
  ('system' in asker ? asker.of?.writer?.id : (asker.person?.id ?? asker.countyPersonId)) ?? null
