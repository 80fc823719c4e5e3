import type { AnyKind } from './kind'

/** The kinds of matter, handed over at the start: the engine itself imports none. */
const known = new Map<string, AnyKind>()

export function knowKinds(kinds: readonly AnyKind[]) {
  for (const kind of kinds) known.set(kind.table.kind, kind)
}

export function kindNamed(name: string): AnyKind {
  const kind = known.get(name)
  if (kind === undefined) throw new Error(`no kind of matter is called ${name}`)
  return kind
}

export const allKinds = (): readonly AnyKind[] => [...known.values()]
