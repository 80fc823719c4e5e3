import * as z from 'zod/mini'
import { id } from '../fields'
import { cursor, done, get, pageOf, post } from './endpoint'

export const matter = z.strictObject({ kind: z.enum(['suggestion', 'opinion']), id: id() })
export type Matter = z.output<typeof matter>

/** The inbox is the record; a WeChat push is only a nudge towards it. */
export const showInbox = get('/towns/:town/inbox', {
  who: 'person',
  says: '我的消息，新的在前',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      id: id(),
      text: z.string(),
      matter,
      /** Whether the reader opens it as resident or as somebody at work. */
      as: z.enum(['resident', 'person']),
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

export const listDeliveries = get('/towns/:town/deliveries', {
  who: 'followDeliveries',
  says: '没有送到微信的提醒和原因，好打电话补上',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      id: id(),
      recipient: z.string(),
      text: z.string(),
      state: z.enum(['pending', 'skipped', 'dead']),
      reason: z.nullable(z.string()),
      at: z.iso.datetime(),
    }),
  ),
})
