import { mostCounted } from '../../../shared/api/doors'
import type { Waiting } from '../../../shared/doors'
import type { Reader } from '../../database/source'
import { countWork } from '../../engine/counts'
import { allKinds } from '../../engine/known-kinds'
import type { Actor } from '../../http/actor'
import { listHeld } from '../../matters/content-check/queries'
import { countUnread } from '../inbox/queries'

interface Asking {
  reader: Reader
  actor: Actor
}
type Count = (asking: Asking) => Promise<number>

/** How each kind that is no matter of the engine counts what waits for somebody. */
const counters: Readonly<Partial<Record<Waiting, Count>>> = {
  contentCheck: ({ reader, actor }) => countPages((cursor) => listHeld(reader, actor, cursor)),
  message: ({ reader, actor }) => countUnread(reader, actor, mostCounted + 1),
}

/** How many of each kind wait for this person. */
export async function countWaiting(reader: Reader, actor: Actor, asked: readonly Waiting[], now: Date) {
  const waiting: Partial<Record<Waiting, number>> = {}
  const ofEngine = new Set<string>(allKinds().map(({ table }) => table.kind))
  const matters = asked.some((kind) => ofEngine.has(kind)) ? await countWork(reader, actor, now) : undefined
  for (const kind of asked)
    waiting[kind] = ofEngine.has(kind)
      ? (matters?.counts ?? [])
          .filter((row) => row.lane === 'mine' && row.kind === kind)
          .reduce((sum, { count }) => sum + count, 0)
      : ((await counters[kind]?.({ reader, actor })) ?? 0)
  return waiting
}

async function countPages(
  list: (cursor: string | undefined) => Promise<{ items: readonly unknown[]; next: string | null }>,
) {
  let count = 0
  let cursor: string | null | undefined
  do {
    const page = await list(cursor ?? undefined)
    count += page.items.length
    cursor = page.next
  } while (cursor !== null && count <= mostCounted)
  return count
}
