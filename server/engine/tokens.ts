import { SearchToken } from '../database/entities/matters/search-token'
import type { Tx } from '../database/source'
import { marks } from '../database/sql'

/** By which pieces of words one thing is found by those who may find it by them. */
export interface FoundBy {
  kind: string
  id: string
  pieces: ReadonlySet<string>
  /** By which it was found until now, where that is known. */
  before?: ReadonlySet<string>
}

const atOnce = 200

/** Writes by which pieces these are found, by difference, in the transaction of what changed. */
export async function keepTokens(tx: Tx, townId: string, wanted: readonly FoundBy[]) {
  const fresh: SearchToken[] = []
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce)
    const kept = await keptOf(tx, townId, some)
    for (const { kind, id, pieces, before } of some) {
      const tokens = before ?? kept.get(`${kind} ${id}`) ?? new Set<string>()
      const gone = [...tokens].filter((token) => !pieces.has(token))
      if (gone.length > 0)
        await tx.query(
          `DELETE FROM search_token WHERE town_id = ? AND token IN (${marks(gone)}) AND kind = ? AND matter_id = ?`,
          [townId, ...gone, kind, id],
        )
      for (const token of pieces) if (!tokens.has(token)) fresh.push({ townId, token, kind, matterId: id })
    }
  }
  for (let from = 0; from < fresh.length; from += atOnce)
    await tx.insert(SearchToken, fresh.slice(from, from + atOnce))
}

async function keptOf(tx: Tx, townId: string, some: readonly FoundBy[]) {
  const found = new Map<string, Set<string>>()
  const unknown = some.filter(({ before }) => before === undefined)
  if (unknown.length === 0) return found
  const rows = await tx.query<{ id: string; kind: string; token: string }[]>(
    `SELECT matter_id AS id, kind, token FROM search_token WHERE matter_id IN (${marks(unknown)}) AND town_id = ?`,
    [...unknown.map(({ id }) => id), townId],
  )
  for (const { id, kind, token } of rows) {
    const tokens = found.get(`${kind} ${id}`) ?? new Set()
    found.set(`${kind} ${id}`, tokens.add(token))
  }
  return found
}
