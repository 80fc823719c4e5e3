import { everywhere, readVersion, townsChanged } from '../database/public-version'
import type { Database } from '../database/source'

/** With the moment that another server takes to tell of a change, it is noticed within a second. */
const knownMs = 900
const mostTowns = 10_000

/**
 * How the public pages of a town stand: another word after every change, our own at once, those of others when they are
 * asked for, which is once a second at most.
 * @returns a function of the town and of now
 */
export function createPublicVersions(database: Database) {
  const known = new Map<string, { at: number; version: Promise<number> }>()
  const own = new Map<string, number>()
  const ownOf = (town: string) => own.get(town) ?? 0
  database.whenKept((names) => {
    for (const town of townsChanged(names)) own.set(town, ownOf(town) + 1)
  })

  function ofOthers(townId: string, now: Date): Promise<number> {
    const found = known.get(townId)
    const age = now.getTime() - (found?.at ?? 0)
    if (found && age >= 0 && age < knownMs) return found.version
    const asked = { at: now.getTime(), version: readVersion(database.of(townId).reader, townId) }
    // Whoever asks in vain is told so, and the next one asks again.
    asked.version.catch(() => known.get(townId) === asked && known.delete(townId))
    if (known.size >= mostTowns) known.clear()
    known.set(townId, asked)
    return asked.version
  }

  return async (townId: string, now: Date) => {
    const others = await ofOthers(townId, now)
    return `${others} ${ownOf(townId)} ${ownOf(everywhere)}`
  }
}
