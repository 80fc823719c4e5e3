import { z } from 'zod'
import { type World } from '../world'

/** What a test may say about a named fault; each fault reads what concerns it. */
export const faultChoiceShape = z.strictObject({
  path: z.string().startsWith('/').optional(),
  times: z.int().min(1).optional(),
  probability: z.number().gt(0).max(1).optional(),
  ms: z.int().min(1).optional(),
  /** The first app, all templates and all users when nothing is said. */
  appid: z.string().optional(),
  templateId: z.string().optional(),
  openid: z.string().optional(),
})

export type FaultChoice = z.infer<typeof faultChoiceShape>

/** One entry of the fault table (section 9.7), turned on by `POST /__sim/named-faults/:name`. */
export type NamedFault = {
  name: string
  /** The row of the table, from 1. */
  row: number
  says: string
  /** What the caller needs to know besides, such as the address that fails. */
  turnOn(world: World, choice: FaultChoice): object | void | Promise<object | void>
}
