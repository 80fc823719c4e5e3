import { SearchToken } from '../database/entities/matters/search-token'
import { insertMany } from '../database/insert-many'
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
/** Each brings all its pieces into the statement. */
const atOnceGone = 20

/** Writes by which pieces these are found, by difference, in the transaction of what changed. */
export async function keepTokens(tx: Tx, townId: string, wanted: readonly FoundBy[]) {
  const fresh: SearchToken[] = []
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce)
    const kept = await keptOf(tx, townId, some)
    const gone: (readonly [FoundBy, string[]])[] = []
    for (const one of some) {
      const { kind, id, pieces, before } = one
      const tokens = before ?? kept.get(`${kind} ${id}`) ?? new Set<string>()
      const lost = [...tokens].filter((token) => !pieces.has(token))
      if (lost.length > 0) gone.push([one, lost])
      for (const token of pieces) if (!tokens.has(token)) fresh.push({ townId, token, kind, matterId: id })
    }
    for (let each = 0; each < gone.length; each += atOnceGone)
      await forget(tx, townId, gone.slice(each, each + atOnceGone))
  }
  await insertMany(tx, SearchToken, fresh)
}

/** What these are found by no more. */
const forget = (tx: Tx, townId: string, gone: readonly (readonly [FoundBy, string[]])[]) =>
  tx.query(
    `DELETE FROM search_token WHERE ${gone
      .map(([, tokens]) => `(town_id = ? AND token IN (${marks(tokens)}) AND kind = ? AND matter_id = ?)`)
      .join(' OR ')}`,
    gone.flatMap(([{ kind, id }, tokens]) => [townId, ...tokens, kind, id]),
  )

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
