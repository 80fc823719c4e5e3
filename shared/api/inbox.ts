import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { done, cursor, get, pageOf, post } from '../grammar/endpoint'

/** The inbox is the record; a WeChat push is only a nudge towards it. */
export const showInbox = get('/towns/:town/inbox', {
  who: 'person',
  says: '我的消息，新的在前',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      id: id(),
      text: z.string(),
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
