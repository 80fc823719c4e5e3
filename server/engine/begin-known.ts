import type { Calendar } from '../../shared/rules/calendar'
import type { Party } from '../../shared/words/parties'
import { Matter } from '../database/entities/matters/matter'
import { MatterHolder } from '../database/entities/matters/matter-holder'
import { insertMany } from '../database/insert-many'
import type { Tx } from '../database/source'
import { inTown, wake } from '../database/waking'
import { holdersIn } from './asks/facts'
import { type NewEvent, writeEvents } from './events'
import type { AnyKind, Holders, MatterRecord } from './kind'
import { type Derived, derive, notDerived, soonMs } from './refresh'
import { keepTokens } from './tokens'
import { piecesOf } from './words-found'

type FirstEvent = Pick<NewEvent, 'action' | 'party' | 'personId' | 'note' | 'publicLine' | 'onDay'>

/** A matter that begins, with its record as it will be read. */
export interface Beginning {
  record: MatterRecord
  /** What the history keeps of it; nothing, where it begins by itself. */
  event?: FirstEvent
}

/**
 * Puts new matters of one kind under the engine whose records are known, after their own rows are written: as many as one
 * step begins, one statement for each table.
 * @returns who stands to each
 */
export async function beginKnown(
  tx: Tx,
  kind: AnyKind,
  beginnings: readonly Beginning[],
  calendar: Calendar,
  now: Date,
): Promise<Holders<Party>[]> {
  if (beginnings.length === 0) return []
  const { kind: name } = kind.table
  const begun = await deriveAll(
    tx,
    kind,
    beginnings.map(({ record }) => record),
    calendar,
    now,
  )
  await insertMany(
    tx,
    Matter,
    begun.map(({ record: { id, townId, state, version }, head }) => ({
      ...{ id, kind: name, townId, state, version, stateSince: now },
      ...head,
    })),
  )
  const events = beginnings.flatMap(({ record: { id, townId, version, state }, event }) =>
    event === undefined ? [] : [{ townId, kind: name, matterId: id, version, toState: state, ...event }],
  )
  if (events.length > 0) await writeEvents(tx, events, now)
  await writeDerived(tx, name, begun)
  return begun.map(({ holders }) => holders)
}

/** A matter that begins where others of its kind stand already: in which state, since when, and what its history says. */
export interface LateBeginning {
  id: string
  state: string
  since: Date
  event: FirstEvent
}

/**
 * Puts any number of new matters of one kind and town under the engine, after their own rows are written: as many
 * statements for a thousand as for one, but for their size. Nobody is told.
 * @param read the records of these, once their heads are there
 */
export async function beginMany(
  tx: Tx,
  kind: AnyKind,
  townId: string,
  beginnings: readonly LateBeginning[],
  read: (ids: readonly string[]) => Promise<readonly MatterRecord[]>,
  calendar: Calendar,
  now: Date,
) {
  if (beginnings.length === 0) return
  const { kind: name } = kind.table
  const bare = { title: '', number: null, note: null, villageId: null, unitId: null, category: null }
  const heads = beginnings.map(({ id, state, since }) => ({
    ...{ id, kind: name, townId, state, version: 0, stateSince: since },
    ...{ ...bare, foundBy: '', nextAt: notDerived },
  }))
  await insertMany(tx, Matter, heads)
  await writeEvents(
    tx,
    beginnings.map(({ id, state, event }) => ({
      ...{ townId, kind: name, matterId: id, version: 0, toState: state },
      ...event,
    })),
    now,
  )
  const begun = await deriveAll(tx, kind, await read(beginnings.map(({ id }) => id)), calendar, now)
  const headOf = new Map(begun.map(({ record: { id }, head }) => [id, head]))
  for (let from = 0; from < heads.length; from += headsAtOnce)
    await tx.upsert(
      Matter,
      heads.slice(from, from + headsAtOnce).map((bareHead) => ({ ...bareHead, ...headOf.get(bareHead.id) })),
      ['id'],
    )
  await writeDerived(tx, name, begun)
}

const headsAtOnce = 1000

interface Begun extends Derived {
  record: MatterRecord
  holders: Holders<Party>
}

async function deriveAll(
  tx: Tx,
  kind: AnyKind,
  records: readonly MatterRecord[],
  calendar: Calendar,
  now: Date,
): Promise<Begun[]> {
  wake(tx, kind.table.kind)
  for (const { townId } of records) inTown(tx, townId)
  const begun = await Promise.all(
    records.map(async (record) => {
      const holders = await holdersIn(tx, kind, record)
      return { record, holders, ...derive(kind, record, holders, new Map(), calendar, now) }
    }),
  )
  if (begun.some(({ head: { nextAt } }) => nextAt !== null && nextAt.getTime() < now.getTime() + soonMs))
    wake(tx, 'clock')
  return begun
}

/** Who stands to each, and the words by which it is found. */
async function writeDerived(tx: Tx, name: string, begun: readonly Begun[]) {
  await insertMany(
    tx,
    MatterHolder,
    begun.flatMap(({ record: { id, townId }, rows }) =>
      rows.map((row) => ({ ...row, townId, matterId: id, kind: name })),
    ),
  )
  for (const townId of new Set(begun.map(({ record }) => record.townId)))
    await keepTokens(
      tx,
      townId,
      begun
        .filter(({ record }) => record.townId === townId)
        .map(({ record: { id }, head }) => ({
          ...{ kind: name, id, pieces: piecesOf(head.foundBy), before: new Set<string>() },
        })),
    )
}
