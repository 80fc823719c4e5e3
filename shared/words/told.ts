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

/** What an account is told that is nobody of the register any more. */
export const bindingEnded = {
  says: (town: string, name: string) =>
    `这个微信和${town}“${name}”的绑定已经解除，以后不能再用这个身份办事。换了微信的，请用新微信打开小程序，在“我”里填新的邀请码；不是您要求的，请联系镇人大办。`,
  page: 'pages/me',
  push: 'progress',
} as const satisfies Omit<ToldRow, 'says' | 'to' | 'source'> & {
  says: (town: string, name: string) => string
  page: string
}
