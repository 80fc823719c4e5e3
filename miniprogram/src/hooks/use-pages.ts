import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { troubleOf, type Trouble, useLoaded } from './use-loaded'

interface Page<T> {
  items: T[]
  next: string | null
}

/**
 * A list that grows page by page, at the end of the screen or by a tap on “再看一些”. What the first page brings
 * besides its items stays.
 */
export function usePages<T, Beside extends object = object>(
  load: (cursor: string | undefined) => Promise<Page<T> & Beside>,
  dependencies: readonly unknown[],
) {
  const first = useLoaded(() => load(undefined), dependencies)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  const more = () => {
    const held = first.value
    if (!held || held.next === null || busy) return
    setBusy(true)
    load(held.next)
      .then((page) => first.put({ ...held, items: [...held.items, ...page.items], next: page.next }))
      .then(() => setTrouble(undefined))
      .catch((error: unknown) => setTrouble(troubleOf(error)))
      .finally(() => setBusy(false))
  }
  useReachBottom(more)

  /** Brings all that there still is: paper has no “再看一些”. */
  const rest = async () => {
    const held = first.value
    if (!held) return
    const items = [...held.items]
    let { next } = held
    while (next !== null) {
      const page = await load(next)
      items.push(...page.items)
      next = page.next
    }
    first.put({ ...held, items, next })
  }
  return {
    ...first,
    more,
    rest,
    hasMore: first.value?.next !== null && first.value !== undefined,
    busy,
    moreTrouble: trouble,
  }
}
