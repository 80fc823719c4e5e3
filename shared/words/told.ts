import type { PostKind } from '../permissions'
import type { PushKind } from './messages'

/**
 * What people are told without a step of a matter: nobody took one, something is only due. What a step tells stands in
 * its row.
 */
export interface ToldRow {
  says: string
  /** Whoever holds this post in the town. */
  to: PostKind
  push: PushKind
  source: string
}

export const told = {
  holidaysToLoad: {
    says: '请载入 {year} 年放假安排：国务院办公厅一般十一月公布。没有载入以前，落在 {year} 年的期限是暂定的。',
    to: 'congressOffice',
    push: 'task',
    source:
      'The list of days off of a year is made known in November before it; limits in working days need it',
  },
} as const satisfies Record<string, ToldRow>
export type ToldName = keyof typeof told
