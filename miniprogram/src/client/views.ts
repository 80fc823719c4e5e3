import { readKept, recall, writeKept } from './store'

/** A way of narrowing a list that somebody wants to find again. */
export interface View {
  name: string
  /** As it stands in the address: `lane=others&overdue=yes`. */
  query: string
}

/** As many as stand in a row or two. */
export const mostViews = 8

const placeOf = (town: string) => `views:${recall('account')}:${town}`

/** Kept in this browser for the account that made them: they hold names of columns and ids, and no words of a matter. */
export function viewsIn(town: string): View[] {
  const kept = readKept(placeOf(town))
  return Array.isArray(kept) ? kept.filter(isView).slice(0, mostViews) : []
}

export const keepViews = (town: string, views: readonly View[]) =>
  writeKept(placeOf(town), views.slice(0, mostViews))

const isView = (one: unknown): one is View => {
  const { name, query } = (one ?? {}) as Partial<Record<keyof View, unknown>>
  return typeof name === 'string' && typeof query === 'string' && /^[\w=&-]{1,400}$/.test(query)
}
