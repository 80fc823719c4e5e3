import type { Party } from '../../shared/words/parties'
import { marks, quoted } from '../database/sql'
import { type Holder, isOf } from './holders'
import type { AnyKind } from './kind'
import { allKinds } from './known-kinds'

/** As which parties somebody decides nothing as this one, of all kinds together: a party means the same in each. */
function asides(): [party: Party, as: readonly Party[]][] {
  const found = new Map<Party, Set<Party>>()
  for (const { table } of allKinds())
    for (const [party, as] of Object.entries(table.stepsAside ?? {}) as [Party, readonly Party[]][])
      found.set(party, new Set([...(found.get(party) ?? []), ...as]))
  return [...found].map(([party, as]) => [party, [...as].sort()])
}

/** The parties of a matter as which somebody decides nothing in it as this one. */
export const asideAs = ({ table }: AnyKind, party: Party): readonly Party[] => table.stepsAside?.[party] ?? []

interface Sql {
  sql: string
  parameters: unknown[]
}

/**
 * Of rows `h` that wait for a post: those in which its holder has a part of their own wait for the others who hold it, and
 * not for this one.
 */
export function notOwn(holder: Holder, mine: readonly Holder[]): Sql {
  const own = mine.filter((one) => isOf('person', one) || isOf('unit', one))
  if (!isOf('post', holder) || own.length === 0) return { sql: '', parameters: [] }
  const parts = asides().map(
    ([party, as]) => ` AND NOT (h.party = '${party}' AND EXISTS (SELECT 1 FROM matter_holder o
      WHERE o.matter_id = h.matter_id AND o.holder IN (${marks(own)}) AND o.party IN (${quoted(as)})))`,
  )
  return { sql: parts.join(''), parameters: parts.flatMap(() => [...own]) }
}

/** The other side of it: beside a row `h` in which somebody has a part of their own, what waits for the post `x` is not theirs. */
export const butOwn = () =>
  asides()
    .map(([party, as]) => ` AND NOT (x.party = '${party}' AND h.party IN (${quoted(as)}))`)
    .join('')
