import { Refusal } from '../../shared/words/refusals'
import type { Database, Reader } from '../database/source'
import { sqlInstant } from '../database/sql'
import { notDerived } from './refresh'
import { rebuildFound, townsNotFound } from './registers/found-by'
import type { KeptRegister } from './registers/kept-register'

/** So long somebody of such a town is kept waiting, and so often it is looked whether it is over. */
const patience = { forMs: 3000, everyMs: 300 }
/** When they are asked to come again. */
const againSeconds = 60

/**
 * What a migration has left to be derived. A server is ready before it is: the clock derives it, oldest first, and what
 * needs none of it is answered meanwhile. Whoever asks for a town in which somebody may still be missing waits a
 * little, and is refused before they would be shown half of what is theirs.
 */
export async function readOwed(
  database: Database,
  registers: readonly KeptRegister[],
  { forMs, everyMs } = patience,
) {
  const { reader } = database
  const owing = await townsNotDerived(reader)
  const unfound = new Set<string>()
  for (const kept of registers) for (const town of await townsNotFound(reader, kept)) unfound.add(town)

  const isOwing = async (townId: string) => {
    if (owing.size > 0 && (await allDerived(reader))) owing.clear()
    return owing.has(townId) || unfound.has(townId)
  }
  return {
    /** How many towns somebody waits for. */
    towns: new Set([...owing, ...unfound]).size,
    /** Makes the rows of registers findable that are not; the matters are left to the clock. */
    find: async () => {
      try {
        for (const kept of unfound.size > 0 ? registers : []) await rebuildFound(database, kept, 'notDerived')
      } finally {
        unfound.clear()
      }
    },
    /** Before anything of a town is shown or done to whoever belongs there. @throws Refusal `unavailable` */
    ready: async (townId: string) => {
      if (!owing.has(townId) && !unfound.has(townId)) return
      const until = performance.now() + forMs
      while (await isOwing(townId)) {
        if (performance.now() > until)
          throw new Refusal(
            'unavailable',
            {},
            '系统刚刚升级，正在整理本镇的数据，过几分钟就好。请过一会儿再试，您填的内容还在。',
            againSeconds,
          )
        await new Promise((wake) => setTimeout(wake, everyMs))
      }
    },
  }
}

export type Owed = Awaited<ReturnType<typeof readOwed>>

/** Those with a matter to which nobody stands: of one that is only to be derived anew everybody is known as before. */
async function townsNotDerived(reader: Reader): Promise<Set<string>> {
  const rows = await reader.query<{ townId: string }[]>(
    `SELECT DISTINCT m.town_id AS townId FROM matter m
     WHERE m.next_at = ? AND NOT EXISTS (SELECT 1 FROM matter_holder h WHERE h.matter_id = m.id)`,
    [sqlInstant(notDerived)],
  )
  return new Set(rows.map(({ townId }) => townId))
}

async function allDerived(reader: Reader): Promise<boolean> {
  const rows = await reader.query<unknown[]>('SELECT id FROM matter WHERE next_at = ? LIMIT 1', [
    sqlInstant(notDerived),
  ])
  return rows.length === 0
}
