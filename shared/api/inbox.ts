import * as z from 'zod/mini'
import { forms, id } from '../grammar/fields'
import { done, cursor, get, pageOf, post } from '../grammar/endpoint'

/** What the clock says of a matter: that its time ends soon, or has passed. */
export const reminders = ['dueSoon', 'overdue'] as const
export type Reminder = (typeof reminders)[number]

/** The inbox is the record; a WeChat push is only a nudge towards it. */
export const showInbox = get('/towns/:town/inbox', {
  who: 'person',
  says: '我的消息，新的在前',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      id: id(),
      /** The matter that it is about, where it is one of the reader's and the text does not name it. */
      title: z.nullable(z.string()),
      text: z.string(),
      /** The clock reminded of something: those of one day are read as one. */
      reminder: z.nullable(z.enum(reminders)),
      /** Where it opens, a page of the mini-program with its query. */
      page: z.string(),
      at: z.iso.datetime(),
      read: z.boolean(),
    }),
  ),
})

export const readInbox = post('/towns/:town/inbox/read', {
  who: 'person',
  says: '把这些消息标为已读',
  input: z.strictObject({ ids: z.array(id()).check(z.minLength(1), z.maxLength(100)) }),
  output: done,
})

export const readAllInbox = post('/towns/:town/inbox/read-all', {
  who: 'person',
  says: '把我的消息全部标为已读',
  input: z.strictObject({}),
  output: z.strictObject({
    /** By which it can be taken back. */
    at: z.iso.datetime(),
  }),
})

export const unreadInbox = post('/towns/:town/inbox/unread', {
  who: 'person',
  says: '收回一次“全部已读”',
  input: z.strictObject({
    at: z.iso
      .datetime('没有这一次“全部已读”，请刷新后再试。')
      .register(forms, { label: '哪一次全部已读', kind: 'line' }),
  }),
  output: done,
})
