import type { Whereabouts } from '../client/town'

/** What is said of the town one stands in, and the one way on from it. */
export interface WhereSaid {
  name: string
  note?: string
  act: string
  /** The town that the way leads to; without it there are several to choose from. */
  to?: string
}

/** Nothing is said to whoever stands where they belong, and belongs nowhere else. */
export function sayWhere({ own, county, here, before }: Whereabouts): WhereSaid | undefined {
  if (county)
    return here
      ? { name: here.name, note: county.name, act: '看各镇' }
      : { name: `${county.name}人大`, act: '看各镇' }
  if (here === undefined) return undefined
  const isOwn = own.some(({ id }) => id === here.id)
  const [only] = own
  if (only && !isOwn)
    return own.length === 1
      ? { name: here.name, note: '您在看别的镇', act: `回${only.name}`, to: only.id }
      : { name: here.name, note: '您在看别的镇', act: '回我的镇' }
  if (own.length > 1)
    return { name: here.name, ...(before ? { note: `从${before.name}过来的` } : {}), act: '换一个镇' }
  return before && own.length === 0
    ? { name: here.name, note: '您到了这个镇', act: `回${before.name}`, to: before.id }
    : undefined
}

/** What waits for somebody in a town, in words. */
export const sayWaiting = ({ waiting, unread }: { waiting: number; unread: number }) =>
  [waiting > 0 ? `${waiting} 件等您办` : '', unread > 0 ? `${unread} 条新消息` : '']
    .filter(Boolean)
    .join('，')
