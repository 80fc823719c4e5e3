import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { post } from '../grammar/endpoint'

/** What came of something that was sent before. */
const arrived = z.strictObject({
  /** The matter that it made, where it made one. */
  id: z.nullable(id()),
  at: z.iso.datetime(),
})

/** Asks only about one's own. A sending that had not arrived is given up by this: should it still arrive, it does not count. */
export const settleSending = post('/sendings/:key/settle', {
  who: 'account',
  says: '问清一次没有收到回答的送出：送到了没有，是哪一件；没有送到的就此作罢',
  output: z.strictObject({ arrived: z.nullable(arrived) }),
})
