import * as z from 'zod/mini'

export const keyNote = z.strictObject({
  kind: z.enum(['progress', 'dispatch']),
  notedOn: z.iso.date(),
  note: z.string(),
  planItem: z.nullable(z.string()),
  by: z.string(),
})
export type KeyNote = z.output<typeof keyNote>

export const keyView = z.strictObject({
  year: z.int(),
  leadingOfficial: z.string(),
  leadingPost: z.string(),
  plan: z.string(),
  notes: z.array(keyNote),
})
export type KeyView = z.output<typeof keyView>
