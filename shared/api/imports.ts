import * as z from 'zod/mini'
import { id } from '../grammar/fields'

/** For so many days what a file has changed is kept beside it, so that it can be taken back. */
export const undoDays = 30

/** A file that was brought in, as a list shows it. */
export const importRow = z.strictObject({
  id: id(),
  at: z.iso.datetime(),
  by: z.string(),
  fileName: z.string(),
  /** What it came to, in words. */
  says: z.string(),
  takenBackAt: z.nullable(z.iso.datetime()),
  /** Until when it can be taken back; null where that is over, or another one came after it. */
  undoUntil: z.nullable(z.iso.date()),
})
export type ImportRow = z.output<typeof importRow>
