type Index<Item> = { byKey: Map<string, Item>; known: number }

const indexes = new WeakMap<object, Index<unknown>>()

/**
 * The item of a list by a key that never changes, without walking through fifty thousand of them.
 * Lists only grow or are replaced; one that shrank is read anew.
 */
export function lookUp<Item>(list: Item[], key: string, keyOf: (item: Item) => string): Item | undefined {
  let index = indexes.get(list) as Index<Item> | undefined
  if (!index || index.known > list.length) {
    index = { byKey: new Map(), known: 0 }
    indexes.set(list, index)
  }
  for (const item of list.slice(index.known)) index.byKey.set(keyOf(item), item)
  index.known = list.length
  return index.byKey.get(key)
}
