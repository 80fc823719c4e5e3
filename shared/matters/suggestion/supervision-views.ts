import * as z from 'zod/mini'
import { rungs } from '../../grammar/ladder'
import { reminderChannels } from '../../words/words'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

/** 催办记录, oldest first; the clock has no name. */
export const reminderView = z.strictObject({
  channel: z.enum(keys(reminderChannels)),
  at: z.iso.datetime(),
  by: z.nullable(z.string()),
  whom: z.nullable(z.string()),
  said: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  rung: z.nullable(z.enum(keys(rungs))),
  /** Rungs that were passed over, because nobody there is known and bound. */
  passed: z.array(z.enum(keys(rungs))),
})
export type ReminderView = z.output<typeof reminderView>

export const siteFindingView = z.strictObject({
  heldOn: z.iso.date(),
  place: z.string(),
  finding: z.nullable(z.string()),
})
export type SiteFindingView = z.output<typeof siteFindingView>
