import { faultsOf } from '../shared/grammar/whole'
import type { AnyTable } from '../shared/grammar/matter'
import type { Party } from '../shared/words/parties'
import { matterTables } from '../shared/workflow'
import type { AnyKind } from './engine/kind'

/** What the tables of the house say against themselves, or against the kinds that apply them: nothing, or no start. */
export function faultsOfHouse(
  kinds: readonly AnyKind[],
  tables: Readonly<Record<string, AnyTable>> = matterTables,
): string[] {
  const named = Object.entries(tables).flatMap(([name, table]) => {
    if (table.kind !== name)
      return [`“${table.word}”的表叫 ${table.kind}，shared/workflow.ts 里却叫它 ${name}。`]
    const kind = kinds.find((one) => one.table.kind === name)
    return faultsOf(
      table,
      kind && { parties: Object.keys(kind.parties) as Party[], checksLines: kind.checkLine !== undefined },
    )
  })
  const unnamed = kinds
    .filter(({ table }) => tables[table.kind] !== table)
    .map(({ table }) => `“${table.word}”（${table.kind}）的表不在 shared/workflow.ts 里。`)
  return [...named, ...unnamed]
}
