import { mostCounted, type OpenDoor, presentDoor } from '../../../shared/api/doors'
import type { Waiting } from '../../../shared/door'
import { doorsOpenTo } from '../../../shared/open-doors'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { countWaiting } from './count-waiting'

/** The doors that stand open to this person, and what waits behind each. */
export async function readDoors(reader: Reader, actor: Actor, now: Date): Promise<OpenDoor[]> {
  const open = doorsOpenTo(actor.roles)
  const asked = [...new Set(open.flatMap(({ waits = [] }) => waits))]
  const counts = await countWaiting(reader, actor, asked, now)
  return open.map((door) =>
    presentDoor(door, actor.roles, door.waits === undefined ? null : sumOf(door.waits, counts)),
  )
}

const sumOf = (waits: readonly Waiting[], counts: Readonly<Partial<Record<Waiting, number>>>) =>
  Math.min(
    waits.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0),
    mostCounted + 1,
  )
