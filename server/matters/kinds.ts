import { modulesIn } from '../database/found'
import type { AnyKind } from '../engine/kind'
import { knowKinds } from '../engine/known-kinds'

/** Every kind of matter that stands on the engine: the `kind` of each folder, handed over to it here. */
export const kinds: readonly AnyKind[] = modulesIn(__dirname, (name) => name.endsWith('/kind')).map(
  ({ kind }) => kind as AnyKind,
)
knowKinds(kinds)
