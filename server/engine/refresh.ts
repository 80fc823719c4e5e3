import type { Calendar } from '../../shared/rules/calendar'
import { beijingDay } from '../../shared/rules/days'
import type { Party } from '../../shared/words/parties'
import { Matter } from '../database/entities/matters/matter'
import { MatterHolder } from '../database/entities/matters/matter-holder'
import type { Tx } from '../database/source'
import { marks, plainInstant, sqlInstant } from '../database/sql'
import { atOnce } from '../database/together'
import { wake } from '../database/waking'
import { type HolderRow, holderRows, nextLook, standingAlone } from './awaited'
import { forgetKept, type Kept, type KeptRow, readKept, type ToldSteps } from './kept'
import type { AnyKind, Holders, MatterRecord } from './kind'
import { kindNamed } from './known-kinds'
import { holdersIn } from './asks/facts'
import { calendarOfStep } from './read-calendar'
import { keepTokens } from './tokens'
import { foundBy, piecesOf } from './words-found'

/** All that follows from a matter and is kept beside it. */
export interface Derived {
  head: Pick<Matter, 'title' | 'number' | 'note' | 'villageId' | 'unitId' | 'category' | 'foundBy' | 'nextAt'>
  rows: HolderRow[]
}

/** What is due sooner than this cannot wait until the clock looks by itself. */
export const soonMs = 60_000

const cut = (text: string | null | undefined, most: number) => text?.slice(0, most) ?? null

export function derive(
  kind: AnyKind,
  record: MatterRecord,
  holders: Holders<Party>,
  told: ToldSteps,
  calendar: Calendar,
  now: Date,
): Derived {
  const { title, number, note, villageId, unitId, category, unsought, names = [] } = kind.head(record)
  return {
    head: {
      title: title.slice(0, 200),
      number: cut(number, 40),
      note: cut(note, 200),
      villageId: villageId ?? null,
      unitId: unitId ?? null,
      category: category ?? null,
      foundBy: unsought ? '' : foundBy(number, title, ...names),
      nextAt: nextLook(kind, standingAlone(kind, record, calendar, now), told),
    },
    rows: holderRows(kind, record, holders, calendar, now),
  }
}

const counts = ({ fromOn, untilOn }: { fromOn: string; untilOn: string }, today: string) =>
  fromOn <= today && today <= untilOn
const timeless = <Row extends object>(row: Row) => ({ ...row, fromOn: '', untilOn: '' })

const instantOrNone = (instant: Date | null) => (instant === null ? null : sqlInstant(instant))
const rowKey = ({ holder, party, fromOn }: { holder: string | null; party: string | null; fromOn: string }) =>
  `${holder} ${party} ${fromOn}`
const rowWords = (row: HolderRow) =>
  [row.untilOn, row.lane, sqlInstant(row.at), instantOrNone(row.soonAt), row.step].join('|')
const keptWords = (row: KeptRow) =>
  [row.untilOn, row.lane, plainInstant(row.at), plainOrNone(row.soonAt), row.step].join('|')
const plainOrNone = (raw: string | null) => raw && plainInstant(raw)

/**
 * What differs between what is kept and what follows.
 * @param on compares only what counts now: days that have gone by since are no difference
 */
export function differences(all: readonly KeptRow[], derived: Derived, on?: Date) {
  const { head } = derived
  const [first] = all
  const today = on === undefined ? undefined : beijingDay(on)
  const kept = today === undefined ? all : all.filter((row) => counts(row, today)).map(timeless)
  const rows =
    today === undefined ? derived.rows : derived.rows.filter((row) => counts(row, today)).map(timeless)
  const before = new Map(kept.filter(({ holder }) => holder !== null).map((row) => [rowKey(row), row]))
  const after = new Map(rows.map((row) => [rowKey(row), row]))
  const changed = rows.filter((row) => {
    const old = before.get(rowKey(row))
    return old === undefined || keptWords(old) !== rowWords(row)
  })
  const gone = [...before].filter(([key]) => !after.has(key))
  const { nextAt, ...plain } = head
  const headChanged =
    first === undefined ||
    Object.entries(plain).some(([name, value]) => first[name as keyof typeof plain] !== value)
  return {
    headChanged,
    nextChanged: plainOrNone(first?.nextAt ?? null) !== instantOrNone(nextAt),
    wordsChanged: first?.foundBy !== head.foundBy,
    /** Nothing was derived for it yet: what stands beside it is of somebody else. */
    isNew: plainOrNone(first?.nextAt ?? null) === sqlInstant(notDerived),
    changed,
    gone: gone.map(([, row]) => row),
  }
}

/**
 * Derives header, holders, words to be found by and the next look of the clock, and writes what differs.
 * @param kept what is written of it, where that is known
 * @returns the holders, for whoever is told, and when the clock looks again
 */
export async function refreshRead(
  tx: Tx,
  kind: AnyKind,
  record: MatterRecord,
  calendar: Calendar,
  now: Date,
  kept?: Kept,
): Promise<{ holders: Holders<Party>; nextAt: Date | null }> {
  const holders = await holdersIn(tx, kind, record)
  const { rows, told } = kept ?? (await readKept(tx, record.id))
  const derived = derive(kind, record, holders, told, calendar, now)
  const found = differences(rows, derived)
  forgetKept(tx, record.id)
  const { nextAt } = derived.head
  if (found.nextChanged && nextAt !== null && nextAt.getTime() < now.getTime() + soonMs) wake(tx, 'clock')
  if (found.headChanged || found.nextChanged) await tx.update(Matter, { id: record.id }, derived.head)
  if (found.gone.length > 0) await removeRows(tx, record.id, found.gone)
  if (found.changed.length > 0) {
    const { townId, id: matterId } = record
    await tx.upsert(
      MatterHolder,
      found.changed.map((row) => ({ ...row, townId, matterId, kind: kind.table.kind })),
      ['matterId', 'holder', 'party', 'fromOn'],
    )
  }
  if (found.wordsChanged || found.isNew) {
    const before = found.isNew ? {} : { before: piecesOf(rows[0]?.foundBy ?? '') }
    const pieces = piecesOf(derived.head.foundBy)
    await keepTokens(tx, record.townId, [{ kind: kind.table.kind, id: record.id, pieces, ...before }])
  }
  return { holders, nextAt }
}

const removeRows = (tx: Tx, id: string, rows: readonly KeptRow[]) =>
  tx.query(
    `DELETE FROM matter_holder WHERE matter_id = ? AND (${rows
      .map(() => '(holder = ? AND party = ? AND from_on = ?)')
      .join(' OR ')})`,
    [id, ...rows.flatMap(({ holder, party, fromOn }) => [holder, party, fromOn])],
  )

/** For whoever changed what a kind reads, without a step of the matter. */
export async function refresh(tx: Tx, kindName: string, townId: string, id: string, now: Date) {
  await refreshAll(tx, kindName, townId, [id], now)
}

/** The same for several. */
export async function refreshAll(
  tx: Tx,
  kindName: string,
  townId: string,
  ids: readonly string[],
  now: Date,
) {
  if (ids.length === 0) return
  const kind = kindNamed(kindName)
  const [calendar, ...all] = await atOnce(tx, () =>
    Promise.all([
      calendarOfStep(tx, townId),
      ...ids.map((id) => Promise.all([kind.read(tx, townId, id), readKept(tx, id)])),
    ]),
  )
  for (const [record, kept] of all)
    if (record !== undefined) await refreshRead(tx, kind, record, calendar, now, kept)
}

/** Has the clock derive every open matter of a town anew: where the calendar, the rules or the roster have changed. */
export async function lookAgain(tx: Tx, townId: string, before: Date) {
  wake(tx, 'clock')
  await tx.query('UPDATE matter SET next_at = ? WHERE town_id = ? AND (next_at IS NULL OR next_at > ?)', [
    sqlInstant(notDerived),
    townId,
    sqlInstant(before),
  ])
}

/** The same of a few matters: whoever stands to them is somebody else, or has another name. */
export async function lookAgainAt(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return
  wake(tx, 'clock')
  for (let from = 0; from < ids.length; from += 300) {
    const some = ids.slice(from, from + 300)
    await tx.query(`UPDATE matter SET next_at = ? WHERE id IN (${marks(some)})`, [
      ...[sqlInstant(notDerived), ...some],
    ])
  }
}

/** Stands at `next_at` where the rest of the row is not derived yet. */
export const notDerived = new Date('1970-01-01T00:00:00.000Z')
