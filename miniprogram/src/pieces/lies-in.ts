import type { FormField, Values } from '../hooks/use-form'
import type { Lists } from './field'

/** The same lists; of places that lie in another, those of the one that is named beside the field. */
export function liesIn<L extends Lists | undefined>(
  { kind, partOf }: FormField,
  values: Values,
  lists: L,
): L {
  const options = lists?.[kind]
  if (partOf === undefined || options === undefined) return lists
  const here = options.filter((one) => one.partOf === undefined || one.partOf === values[partOf])
  return { ...lists, [kind]: here }
}
