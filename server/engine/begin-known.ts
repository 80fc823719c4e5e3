import type { Calendar } from '../../shared/rules/calendar'
import type { Party } from '../../shared/words/parties'
import { Matter } from '../database/entities/matters/matter'
import { MatterHolder } from '../database/entities/matters/matter-holder'
import type { Tx } from '../database/source'
import { inTown, wake } from '../database/waking'
import { holdersIn } from './asks/facts'
import { type NewEvent, writeEvents } from './events'
import type { AnyKind, Holders, MatterRecord } from './kind'
import { derive, soonMs } from './refresh'
import { keepTokens } from './tokens'
import { piecesOf } from './words-found'

/** A matter that begins, with its record as it will be read. */
export interface Beginning {
  record: MatterRecord
  /** What the history keeps of it; nothing, where it begins by itself. */
  event?: Pick<NewEvent, 'action' | 'party' | 'personId' | 'note'>
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
  wake(tx, name)
  for (const { record } of beginnings) inTown(tx, record.townId)
  const begun = await Promise.all(
    beginnings.map(async ({ record }) => {
      const holders = await holdersIn(tx, kind, record)
      return { record, holders, ...derive(kind, record, holders, new Map(), calendar, now) }
    }),
  )
  if (begun.some(({ head: { nextAt } }) => nextAt !== null && nextAt.getTime() < now.getTime() + soonMs))
    wake(tx, 'clock')
  await tx.insert(
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
  const rows = begun.flatMap(({ record: { id, townId }, rows: of }) =>
    of.map((row) => ({ ...row, townId, matterId: id, kind: name })),
  )
  if (rows.length > 0) await tx.insert(MatterHolder, rows)
  for (const townId of new Set(begun.map(({ record }) => record.townId)))
    await keepTokens(
      tx,
      townId,
      begun
        .filter(({ record }) => record.townId === townId)
        .map(({ record: { id }, head }) => ({
          kind: name,
          id,
          pieces: piecesOf(head.foundBy),
          before: new Set(),
        })),
    )
  return begun.map(({ holders }) => holders)
}
