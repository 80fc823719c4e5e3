import * as z from 'zod/mini'
import { standsAlready } from '../../../shared/grammar/nothing-changed'
import type { Values } from '../../../shared/grammar/register'
import { type Day } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import {
  endColumns,
  fieldNames,
  fieldOf,
  formIn,
  type Keeper,
  type KeptRegister,
  type KeptRow,
  readableBy,
  spokenEnd,
} from './kept-register'
import { staleSince } from '../settings'
import { isAmong, keepFound, pickersOf } from './found-by'
import { historyOf } from './history'
import { changesBetween, type Done, recordDone } from './record'
import { writeLists } from './lists'
import { rowsBeside, rowWithBeside, withOwner } from './own-rows'
import { allRows } from './rows'
import { namesIn } from './words-of'
import { inColumns, insertRows, moveRow } from './write-rows'

/** A row that fits, and is not written yet. */
export interface Planned {
  before: KeptRow | null
  row: KeptRow
}

/**
 * What a row will be, where it may be so.
 * @throws Refusal `bad_input` where it does not fit its neighbours
 */
export async function planRow(
  tx: Tx,
  { register, keeping }: KeptRegister,
  writing: { townId: string; before: KeptRow | null; given: Values; others: readonly KeptRow[]; now: Date },
): Promise<Planned> {
  const { before, given, ...place } = writing
  const values = Object.fromEntries(
    fieldNames(register).map((name) => [name, valueIn(formIn(register, name).kind, given[name])]),
  )
  const whole = { ...place, before, values }
  await keeping.check?.(tx, whole)
  return plannedRow({ register, keeping }, before, values, keeping.fill?.(whole))
}

/** What was checked elsewhere against whatever stands beside it. */
export const plannedRow = (
  { keeping }: KeptRegister,
  before: KeptRow | null,
  values: Values,
  own: Values = {},
): Planned => ({
  before,
  row: {
    id: before?.id ?? keeping.makeId?.() ?? newId(),
    version: before ? before.version + 1 : 0,
    values,
    endedOn: before?.endedOn ?? null,
    endedWhy: before?.endedWhy ?? null,
    endedKind: before?.endedKind ?? null,
    endedPaper: before?.endedPaper ?? null,
    own: { ...before?.own, ...own },
  },
})

/** A tick that is not set is no; everything else that is not there is nothing, an empty list too. */
const valueIn = (kind: string, given: unknown) =>
  kind === 'tick' ? given === true : Array.isArray(given) && given.length === 0 ? null : (given ?? null)

/** Writes what was planned, and who did it. @throws Refusal `stale` where somebody was quicker, `busy` */
export async function writeRows(
  tx: Tx,
  kept: KeptRegister,
  actor: Keeper,
  planned: readonly Planned[],
  now: Date,
) {
  await insertRows(
    tx,
    kept.register,
    actor.townId,
    planned.flatMap(({ before, row }) => (before ? [] : [row])),
  )
  for (const { before, row } of planned)
    if (before)
      await moveRow(tx, kept.register, actor.townId, before, {
        ...inColumns(kept.register, row.values),
        ...row.own,
      })
  await writeLists(tx, kept, planned)
  const all = planned.flatMap(({ before, row }) => (before ? [before, row] : [row]))
  const names = await namesIn(tx, kept, actor.townId, all)
  await keepFound(
    tx,
    kept,
    actor.townId,
    planned.map(({ row }) => row),
    names,
  )
  await findPickersAnew(tx, kept, actor.townId, planned)
  const done = planned.map(({ before, row }): Done => ({
    action: before ? 'change' : 'add',
    row,
    changes: changesBetween(kept, before?.values ?? null, row.values, names),
  }))
  await recordDone(tx, kept, actor, done, names, now)
}

/** What is called by another name now is picked by it in other rows, which are found by it. */
async function findPickersAnew(tx: Tx, kept: KeptRegister, townId: string, planned: readonly Planned[]) {
  const changed = new Set(planned.flatMap(({ before, row }) => (before ? [row.id] : [])))
  if (changed.size === 0 || !Object.values(kept.keeping.picks ?? {}).some(isAmong)) return
  const pickers = pickersOf(kept, await allRows(tx, kept, townId), changed)
  await keepFound(tx, kept, townId, pickers, await namesIn(tx, kept, townId, pickers))
}

/**
 * What a register begins with, before anybody keeps it: it is found like all that follows, and nobody has written it down.
 */
export async function beginRows(tx: Tx, kept: KeptRegister, townId: string, rows: readonly KeptRow[]) {
  await insertRows(tx, kept.register, townId, rows)
  await keepFound(tx, kept, townId, rows, await namesIn(tx, kept, townId, rows))
}

/** @returns its id. @throws Refusal `bad_input` */
export async function addRow(tx: Tx, kept: KeptRegister, actor: Actor, given: Values, now: Date) {
  const { townId } = actor
  refuseUnreadable(kept, actor, given)
  const whole = withOwner(kept.register, actor, given)
  const others = await rowsBeside(tx, kept, townId, whole)
  const planned = await planRow(tx, kept, { townId, before: null, given: whole, others, now })
  await writeRows(tx, kept, actor, [planned], now)
  return planned.row.id
}

/** @throws Refusal `bad_input` where somebody writes what they may not even read */
function refuseUnreadable({ register }: KeptRegister, actor: Actor, given: Values) {
  const readable = readableBy(register, actor)
  const other = fieldNames(register).find((name) => !readable.includes(name) && given[name] !== undefined)
  if (other !== undefined) throw wrongField(other, '这一项不归您看，也不能由您修改。')
}

/** @throws Refusal `not_found`, `stale`, `nothing_changed`, `bad_input` */
export async function changeRow(
  tx: Tx,
  kept: KeptRegister,
  actor: Actor,
  id: string,
  { version, form }: { version: number; form: Values },
  now: Date,
) {
  const { row: before, others } = await rowAmong(tx, kept, actor, { id, version }, now)
  const given = givenOver(kept, actor, before, form)
  const planned = await planRow(tx, kept, { townId: actor.townId, before, given, others, now })
  if (standsAlready(before.values, planned.row.values)) throw new Refusal('nothing_changed')
  await writeRows(tx, kept, actor, [planned], now)
}

/** What stays because it is fixed, or because whoever writes may not even read it. @throws Refusal `bad_input` */
function givenOver({ register }: KeptRegister, actor: Actor, before: KeptRow, form: Values): Values {
  refuseUnreadable({ register, keeping: {} }, actor, form)
  const readable = readableBy(register, actor)
  const entries = fieldNames(register).map((name): [string, unknown] => {
    const given = form[name]
    // Whose it is does not change.
    if (register.fixed?.includes(name) || register.own?.by === name) return [name, before.values[name]]
    if (!readable.includes(name)) return [name, before.values[name]]
    const isNeeded = !z.safeParse(fieldOf(register, name), undefined).success
    if (given === undefined && isNeeded) throw wrongField(name, `请填写${formIn(register, name).label}。`)
    return [name, given]
  })
  return Object.fromEntries(entries)
}

/** How somebody says that a row ends. */
interface Ending {
  endedOn: Day
  endedWhy?: string | undefined
  endedKind?: string | undefined
  endedPaper?: string | undefined
}

/** @throws Refusal `not_found`, `stale`, `nothing_changed`, `bad_input` where the day lies ahead or it may not end */
export async function endRow(
  tx: Tx,
  kept: KeptRegister,
  actor: Actor,
  id: string,
  asked: { version: number; form: Ending },
  now: Date,
) {
  const { version, form } = asked
  const { row, others } = await rowAmong(tx, kept, actor, { id, version }, now)
  if (row.endedOn !== null) throw new Refusal('nothing_changed')
  await kept.keeping.mayEnd?.(tx, row, others, actor.townId)
  const ended = {
    endedOn: form.endedOn,
    endedWhy: form.endedWhy ?? null,
    endedKind: form.endedKind ?? null,
    endedPaper: form.endedPaper ?? null,
  }
  const columns = endColumns(kept.register).map((name) => [name, ended[name as keyof typeof ended]])
  await moveRow(tx, kept.register, actor.townId, row, Object.fromEntries(columns) as Values)
  const why = spokenEnd(kept.register, ended) ?? ''
  await recordMove(tx, kept, actor, { ...row, ...ended }, { action: 'end', onDay: form.endedOn, why }, now)
}

/** Rows that end together, for a reason that is nobody's to give. @throws Refusal `stale` where somebody was quicker */
export async function endRows(
  tx: Tx,
  kept: KeptRegister,
  keeper: Keeper,
  rows: readonly KeptRow[],
  ended: Pick<KeptRow, 'endedWhy' | 'endedKind' | 'endedPaper'> & { endedOn: Day },
  now: Date,
) {
  const columns = endColumns(kept.register).map((name) => [name, ended[name as keyof typeof ended]])
  for (const row of rows)
    await moveRow(tx, kept.register, keeper.townId, row, Object.fromEntries(columns) as Values)
  const why = spokenEnd(kept.register, ended) ?? ''
  const done = rows.map((row): Done => ({
    ...{ action: 'end', onDay: ended.endedOn, why, changes: [] },
    row: { ...row, ...ended, version: row.version + 1 },
  }))
  await recordDone(tx, kept, keeper, done, await namesIn(tx, kept, keeper.townId, rows), now)
}

/** What was ended counts again. @throws Refusal `not_found`, `stale`, `nothing_changed`, `bad_input` */
export async function restoreRow(
  tx: Tx,
  kept: KeptRegister,
  actor: Actor,
  id: string,
  version: number,
  now: Date,
) {
  const { row, others } = await rowAmong(tx, kept, actor, { id, version }, now)
  if (row.endedOn === null) throw new Refusal('nothing_changed')
  const { townId } = actor
  await kept.keeping.check?.(tx, {
    townId,
    before: { ...row, endedOn: null },
    values: row.values,
    others,
    now,
  })
  const none = Object.fromEntries(endColumns(kept.register).map((name) => [name, null]))
  await moveRow(tx, kept.register, townId, row, none)
  await recordMove(tx, kept, actor, { ...row, ...none }, { action: 'restore' }, now)
}

const recordMove = async (
  tx: Tx,
  kept: KeptRegister,
  actor: Actor,
  row: KeptRow,
  what: Pick<Done, 'action' | 'onDay' | 'why'>,
  now: Date,
) =>
  recordDone(
    tx,
    kept,
    actor,
    [{ ...what, row: { ...row, version: row.version + 1 }, changes: [] }],
    await namesIn(tx, kept, actor.townId, [row]),
    now,
  )

/** A row that somebody has seen as it is, and those beside it. @throws Refusal `not_found`, `stale` */
async function rowAmong(
  tx: Tx,
  kept: KeptRegister,
  actor: Actor,
  { id, version }: { id: string; version: number },
  now: Date,
) {
  const found = await rowWithBeside(tx, kept, actor, id)
  if (found.row.version !== version) throw staleSince(await historyOf(tx, kept, actor, id, version), now)
  return found
}
