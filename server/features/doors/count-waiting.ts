import { mostCounted } from '../../../shared/api/doors'
import type { Waiting } from '../../../shared/door'
import type { Reader } from '../../database/source'
import { countWork } from '../../engine/counts'
import type { Actor } from '../../http/actor'
import { countUnread } from '../inbox/queries'

/** How many of each kind wait for this person. */
export async function countWaiting(reader: Reader, actor: Actor, asked: readonly Waiting[], now: Date) {
  const waiting: Partial<Record<Waiting, number>> = {}
  const matters = asked.some((kind) => kind !== 'message') ? await countWork(reader, actor, now) : undefined
  for (const kind of asked)
    waiting[kind] =
      kind === 'message'
        ? await countUnread(reader, actor, mostCounted + 1)
        : (matters?.counts ?? [])
            .filter((row) => row.lane === 'mine' && (kind === 'matter' || row.kind === kind))
            .reduce((sum, { count }) => sum + count, 0)
  return waiting
}
