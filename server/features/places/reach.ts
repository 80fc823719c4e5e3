import { Refusal } from '../../../shared/words/refusals'
import { saysNobody } from '../../../shared/words/nobody'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { atOnce } from '../../database/together'
import { type Holder, nameIn, peopleBehind, unit } from '../../engine/holders'
import { unitsInTown } from '../people/in-town'

/**
 * Whether anybody has bound WeChat who would be told what these are given: a unit, a group.
 * @param author who may not answer it, because it is their own
 */
export async function reachOf(reader: Reader, townId: string, holders: readonly Holder[], author?: string) {
  const people = holders.length === 0 ? [] : await peopleBehind(reader, townId, holders)
  return new Map(
    holders.map((holder) => {
      const those = people.filter((one) => one.holder === holder)
      const others = those.filter(({ id }) => id !== author)
      const reached = others.some(({ bound }) => bound)
      return [nameIn(holder), { people: those, reached, ofAuthor: others.length < those.length }] as const
    }),
  )
}
type Reach = { people: readonly unknown[]; reached: boolean }

/** In the words of a register. */
export const saysReach = ({ people, reached }: Reach) =>
  reached ? '有人收得到' : people.length === 0 ? '还没有人' : '还没有人绑定微信'

const named = { handling_unit: saysNobody.unit, deputy_group: saysNobody.group } as const

/**
 * Whoever gives something to those whom nobody can hear for is asked before.
 * @throws Refusal `nobody_there` with the field that confirms it
 */
export async function refuseUnreached(
  reader: Reader,
  townId: string,
  table: keyof typeof named,
  holders: readonly Holder[],
  confirmed: boolean,
  author?: string,
) {
  if (!confirmed) await refuseWhere(reader, townId, table, await reachOf(reader, townId, holders, author))
}

async function refuseWhere(
  reader: Reader,
  townId: string,
  table: keyof typeof named,
  reach: Awaited<ReturnType<typeof reachOf>>,
) {
  const ids = [...reach].flatMap(([id, { reached }]) => (reached ? [] : [id]))
  if (ids.length === 0) return
  const rows = await reader.query<{ name: string }[]>(
    `SELECT name FROM ${table} WHERE town_id = ? AND id IN (${marks(ids)}) ORDER BY position, id`,
    [townId, ...ids],
  )
  const says = ids.every((id) => reach.get(id)?.ofAuthor) ? saysNobody.onlyAuthor : named[table]
  const sentence = says(rows.map(({ name }) => name).join('、'))
  throw new Refusal('nobody_there', { nobodyConfirmed: saysNobody.confirm }, sentence)
}

/**
 * Units to which something is given: they stand in the register, and somebody hears of it or the giver knows better.
 * @throws Refusal `bad_input`, `nobody_there`
 */
export async function unitsToGive(
  reader: Reader,
  townId: string,
  unitIds: readonly string[],
  confirmed: boolean,
  author?: string,
) {
  const [, reach] = await atOnce(reader, () =>
    Promise.all([
      unitsInTown(reader, townId, unitIds),
      confirmed ? undefined : reachOf(reader, townId, unitIds.map(unit), author),
    ]),
  )
  if (reach !== undefined) await refuseWhere(reader, townId, 'handling_unit', reach)
}
