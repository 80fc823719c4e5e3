import type { Tx } from '../../database/source'
import { type NewEvent, writeEvents } from '../../engine/events'
import type { DoneToRow, Keeper } from '../../engine/registers/kept-register'
import { deputyGroups } from '../../../shared/registers/deputy-groups'
import { saysMove } from '../../../shared/words/moves'

/** Who came into a group, left it, or leads it from now on stands in the history of the group as well. */
export async function noteMoves(tx: Tx, keeper: Keeper, done: readonly DoneToRow[], now: Date) {
  const moves = done.filter((one) => moved(one) !== undefined || led(one) !== undefined)
  if (moves.length === 0) return
  const groups = await tx.query<Group[]>('SELECT id, name, version FROM deputy_group WHERE town_id = ?', [
    keeper.townId,
  ])
  const said = moves.flatMap((one) => saidOf(one, groups))
  const by = keeper.person
    ? { party: 'congressOffice', personId: keeper.person.id }
    : { party: 'system', personId: null }
  const events: NewEvent[] = []
  for (const group of groups) {
    const lines = said.filter((one) => one.group === group).map(({ why }) => why)
    if (lines.length === 0) continue
    const version = Number(group.version) + 1
    await tx.query('UPDATE deputy_group SET version = ? WHERE town_id = ? AND id = ?', [
      version,
      keeper.townId,
      group.id,
    ])
    const note = JSON.stringify({ changes: [], why: lines.join('；') })
    const { townId } = keeper
    events.push({
      townId,
      kind: deputyGroups.name,
      matterId: group.id,
      version,
      action: 'change',
      note,
      ...by,
    })
  }
  await writeEvents(tx, events, now)
}

interface Group {
  id: string
  name: string
  version: number
}

const changeOf = ({ changes }: DoneToRow, field: string) => changes.find((one) => one.field === field)
const moved = (done: DoneToRow) => changeOf(done, 'deputyGroupId')
const led = (done: DoneToRow) => changeOf(done, 'groupLeader')

function saidOf(done: DoneToRow, groups: readonly Group[]) {
  const { values } = done.row
  const name = String(values.name)
  const current = groups.find(({ id }) => id === values.deputyGroupId)
  const move = moved(done)
  const before = move ? groups.find((one) => one.name === move.from) : current
  return [
    ...(move ? [{ group: before, why: saysMove.left(name) }] : []),
    ...(led(done)?.from ? [{ group: before, why: saysMove.leadsNoMore(name) }] : []),
    ...(move ? [{ group: current, why: saysMove.joined(name) }] : []),
    ...(led(done)?.to ? [{ group: current, why: saysMove.leads(name) }] : []),
  ]
}
