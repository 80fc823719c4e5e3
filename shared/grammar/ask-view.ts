import * as z from 'zod/mini'

/** A question inside a matter, as every page shows it. */
export const askView = z.strictObject({
  ask: z.string(),
  words: z.strictObject({ head: z.string(), waits: z.string(), over: z.string(), says: z.string() }),
  roundNo: z.int(),
  who: z.strictObject({ id: z.string(), name: z.string() }),
  askedOn: z.iso.date(),
  dueOn: z.nullable(z.iso.date()),
  question: z.nullable(z.string()),
  sentBackWhy: z.nullable(z.string()),
  answer: z.nullable(z.array(z.strictObject({ label: z.string(), text: z.string() }))),
  waivedWhy: z.nullable(z.string()),
  isAwaited: z.boolean(),
})
export type AskView = z.output<typeof askView>
