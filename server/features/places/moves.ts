import type { Tx } from '../../database/source'
import { writeEvents } from '../../engine/events'
import type { DoneToRow, Keeper } from '../../engine/registers/kept-register'
import { deputyGroups } from '../../../shared/registers/deputy-groups'
import { saysMove } from '../../../shared/words/moves'

/** Who came into a group, left it, or leads it from now on stands in the history of the group as well. */
export async function noteMoves(tx: Tx, keeper: Keeper, { row, changes }: DoneToRow, now: Date) {
  const changeOf = (field: string) => changes.find((one) => one.field === field)
  const [moved, led] = [changeOf('deputyGroupId'), changeOf('groupLeader')]
  if (moved === undefined && led === undefined) return
  const groups = await tx.query<{ id: string; name: string; version: number }[]>(
    'SELECT id, name, version FROM deputy_group WHERE town_id = ?',
    [keeper.townId],
  )
  const name = String(row.values.name)
  const current = groups.find(({ id }) => id === row.values.deputyGroupId)
  const before = moved ? groups.find((one) => one.name === moved.from) : current
  const said = [
    ...(moved ? [{ group: before, why: saysMove.left(name) }] : []),
    ...(led?.from ? [{ group: before, why: saysMove.leadsNoMore(name) }] : []),
    ...(moved ? [{ group: current, why: saysMove.joined(name) }] : []),
    ...(led?.to ? [{ group: current, why: saysMove.leads(name) }] : []),
  ]
  for (const group of groups) {
    const lines = said.filter((one) => one.group === group).map(({ why }) => why)
    if (lines.length === 0) continue
    const version = Number(group.version) + 1
    await tx.query('UPDATE deputy_group SET version = ? WHERE town_id = ? AND id = ?', [
      version,
      keeper.townId,
      group.id,
    ])
    const by = keeper.person
      ? { party: 'congressOffice', personId: keeper.person.id }
      : { party: 'system', personId: null }
    const note = JSON.stringify({ changes: [], why: lines.join('；') })
    const { townId } = keeper
    const event = { townId, kind: deputyGroups.name, matterId: group.id, version, action: 'change', note }
    await writeEvents(tx, [{ ...event, ...by }], now)
  }
}
