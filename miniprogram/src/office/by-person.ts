import type { Delivery } from '../../../shared/api/deliveries'

/** What did not reach one person, the newest first: there is at least one. */
export type OfPerson = readonly [Delivery, ...Delivery[]]

/** One for each person, in the order of the newest that did not reach them; who cannot be known again stands alone. */
export function byPerson(items: readonly Delivery[]): OfPerson[] {
  const groups = new Map<string, [Delivery, ...Delivery[]]>()
  for (const item of items) {
    const key = item.whose ?? item.id
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
