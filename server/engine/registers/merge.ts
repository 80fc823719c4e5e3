import type { Values } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import type { Tx } from '../../database/source'
import { keepFound } from './found-by'
import { fieldNames, type Keeper, type KeptRegister, type KeptRow } from './kept-register'
import { changesBetween, recordDone } from './record'
import { namesIn } from './words-of'
import { moveRow } from './write-rows'

/** Two rows that mean one: which stays, and which it takes in. */
export interface Pair {
  into: KeptRow
  from: KeptRow
}

/**
 * What the one lacks it has from the other, which ends. Both have it in their history. What named the other is moved by
 * whoever knows what that is. @throws Refusal `stale` where somebody was quicker
 */
export async function mergeRows(
  tx: Tx,
  kept: KeptRegister,
  keeper: Keeper,
  { into, from }: Pair,
  what: { takes: Values; left: Values; leftOwn: Values; why: string },
  now: Date,
) {
  const { takes, left, leftOwn, why } = what
  const { register } = kept
  const values = {
    ...Object.fromEntries(
      fieldNames(register).map((name) => [name, into.values[name] ?? from.values[name] ?? null]),
    ),
    ...takes,
  }
  const whole: KeptRow = { ...into, version: into.version + 1, values }
  const rest: KeptRow = {
    ...from,
    version: from.version + 1,
    values: { ...from.values, ...left },
    own: { ...from.own, ...leftOwn },
    endedOn: from.endedOn ?? beijingDay(now),
    endedWhy: from.endedWhy ?? why,
  }
  await moveRow(tx, register, keeper.townId, into, values)
  await moveRow(tx, register, keeper.townId, from, {
    ...{ ...left, ...leftOwn, endedOn: rest.endedOn, endedWhy: rest.endedWhy },
  })
  const names = await namesIn(tx, kept, keeper.townId, [into, from])
  await keepFound(tx, kept, keeper.townId, [whole], names)
  await recordDone(
    tx,
    kept,
    keeper,
    [
      { action: 'merge', row: whole, changes: changesBetween(kept, into.values, values, names), why },
      { action: 'merge', row: rest, changes: changesBetween(kept, from.values, rest.values, names), why },
    ],
    names,
    now,
  )
}
