import type { Values } from '../../shared/grammar/register'
import { beijingDay, yearOf } from '../../shared/rules/days'
import { Refusal, wrongField } from '../../shared/words/refusals'
import type { Tx } from '../database/source'
import { onceIn } from '../database/waking'
import { lookAgain } from '../engine/refresh'
import { findPickersAnew } from '../engine/registers/found-by'
import type { DoneToRow, Keeping, KeptRow, Writing } from '../engine/registers/kept-register'
import { endInvites } from '../features/people/binding'
import { villageInTown } from '../features/people/in-town'
import { heldBy, saidOf } from '../features/people/holds'
import { noteMoves } from '../features/places/moves'
import { placesToPick } from '../features/places/named'
import { isElected } from '../features/term/elected'
import { registers } from '../features/registers/found'

const inUse = ({ endedOn }: KeptRow) => endedOn === null
const [oldest, youngest] = [110, 18]

/** Mandates, posts and acts hold the id of a person: they stay whatever becomes of name and phone. */
export const person: Keeping = {
  own: ['position', 'mergedIntoId'],
  fill: ({ before, others }) => ({
    position: before?.own.position ?? Math.max(0, ...others.map(({ own }) => Number(own.position) + 1)),
    mergedIntoId: before?.own.mergedIntoId ?? null,
  }),
  async check(tx, writing) {
    const { townId, before, values, others, now } = writing
    // Of a whole table many name the same.
    const once = <T>(what: string, read: () => Promise<T>) => onceIn(tx, `${what} of ${townId}`, read)
    if (before?.own.mergedIntoId)
      throw new Refusal('bad_input', {}, '这一条已经和另一条合并，不能再改、再恢复。请打开合并后的那一条。')
    birthYearFits(values, now)
    // One that has ended since stays where it stood.
    if (values.villageId !== before?.values.villageId)
      await once(`village ${String(values.villageId)}`, () =>
        villageInTown(tx, townId, asId(values.villageId)),
      )
    await groupFits(tx, townId, values, others, once)
    if (before === null || before.values.name !== values.name || before.values.phone !== values.phone)
      isNobodyElse(values, others)
  },
  async mayEnd(tx, { id, values }, _, townId) {
    const held = await heldBy(tx, townId, id)
    if (held.length > 0)
      throw wrongField('endedWhy', `还是${held.join('、')}，请先办理职务终止，再移出名册。`)
    if (await isElected(tx, townId, id))
      throw wrongField('endedWhy', '在新一届代表名单上，请先从“新一届代表”里撤下。')
    if (values.groupLeader === true) throw wrongField('endedWhy', '还是代表小组组长，请先在“修改”里去掉。')
  },
  tells: async (reader, townId, ids, now) => saidOf(reader, townId, ids, now),
  narrows: { unbound: 'r.account_id IS NULL', bound: 'r.account_id IS NOT NULL' },
  async follows(tx, keeper, done, now) {
    const { townId } = keeper
    await noteMoves(tx, keeper, done, now)
    for (const { action, row } of done) if (action === 'end') await endInvites(tx, row.id, now)
    if (done.some((one) => isDifferent(one, 'name', 'deputyGroupId', 'groupLeader')))
      await lookAgain(tx, townId, now)
    const renamed = done.filter((one) => isDifferent(one, 'name') && one.action !== 'add')
    const ids = renamed.map(({ row }) => row.id)
    if (ids.length > 0) await findPickersAnew(tx, registers, townId, { of: 'person', ids })
  },
  picks: { village: placesToPick('village'), group: placesToPick('deputy_group') },
}

const asId = (value: unknown) => (typeof value === 'string' ? value : undefined)
const isDifferent = ({ changes }: DoneToRow, ...fields: string[]) =>
  changes.some(({ field }) => fields.includes(field))

function birthYearFits({ birthYear }: Values, now: Date) {
  if (birthYear === null) return
  const year = yearOf(beijingDay(now))
  if (Number(birthYear) < year - oldest || Number(birthYear) > year - youngest)
    throw wrongField(
      'birthYear',
      `出生年份请填 ${year - oldest} 到 ${year - youngest} 之间的年份，例如 1975。`,
    )
}

async function groupFits(
  tx: Tx,
  townId: string,
  values: Values,
  others: readonly KeptRow[],
  once: <T>(what: string, read: () => Promise<T>) => Promise<T>,
) {
  const group = asId(values.deputyGroupId)
  if (group === undefined) {
    if (values.groupLeader === true) throw wrongField('groupLeader', '先选在哪个代表小组，再勾组长。')
    return
  }
  const found = await once(`group ${group}`, () =>
    tx.query<unknown[]>('SELECT id FROM deputy_group WHERE town_id = ? AND id = ?', [townId, group]),
  )
  if (found.length === 0) throw wrongField('deputyGroupId', '没有这个代表小组，请重新选择。')
  const leader = others.find(
    (one) => inUse(one) && one.values.deputyGroupId === group && one.values.groupLeader === true,
  )
  if (values.groupLeader === true && leader)
    throw wrongField('groupLeader', `这个小组的组长是${String(leader.values.name)}，请先去掉那一位的组长。`)
}

/** Somebody of that name stands there already: whether it is the same is asked, and nobody is doubled. */
function isNobodyElse(values: Values, others: Writing['others']) {
  const alike = others.filter((one) => inUse(one) && one.values.name === values.name)
  const same = alike.find((one) => !isAnother(one.values, values))
  if (same === undefined) return
  const { villageId, phone } = same.values
  const known = typeof phone === 'string' ? `手机尾号 ${phone.slice(-4)}` : '没有手机号'
  throw wrongField(
    values.phone !== null && values.phone === phone ? 'phone' : 'name',
    `名册里已经有“${String(values.name)}”（${known}${villageId === null ? '' : villageId === values.villageId ? '，同一个村' : ''}）。` +
      '是同一位，请直接改那一条；是另一位，请把两位的手机号、所在村或出生年份填清楚。',
  )
}

/** Two of one name are two where the phone differs, and the village or the year of birth as well. */
function isAnother(one: Values, other: Values) {
  const differs = (field: string) => isSaid(one[field]) && isSaid(other[field]) && one[field] !== other[field]
  return differs('phone') && (differs('villageId') || differs('birthYear'))
}
const isSaid = (value: unknown) => value !== null && value !== undefined
