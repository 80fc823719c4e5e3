import * as z from 'zod/mini'
import { post } from '../../grammar/endpoint'
import { choice } from '../../grammar/fields'

/** Why somebody opens the name and the number of whoever wrote: without one of these nobody does (N18). */
export const lookReasons = {
  askMore: '打电话问情况',
  tellResult: '打电话告知结果',
  visit: '上门看情况',
  verify: '核实是不是本人',
} as const
export type LookReason = keyof typeof lookReasons | 'undelivered'

/** With the one that comes of a list: what did not reach them is told by telephone. */
export const allLookReasons: Readonly<Record<LookReason, string>> = {
  ...lookReasons,
  undelivered: '打电话告知没有送到的消息',
}

export const lookAtResident = post('/towns/:town/opinions/:id/looks', {
  who: 'person',
  says: '打开反映人的姓名和电话：写明为什么，本人看得到谁看过、哪天、为什么',
  input: z.strictObject({ reason: choice('为什么看', lookReasons) }),
  output: z.strictObject({ name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
})

/** One opening, as whoever it is about reads it: the office or the deputy, never a member of staff by name. */
export const lookView = z.strictObject({
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.enum(Object.keys(allLookReasons) as LookReason[]),
})
