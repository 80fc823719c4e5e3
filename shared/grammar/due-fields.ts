import * as z from 'zod/mini'

/** A last day in time, and how the matter stands against it. */
export const urgency = z.enum(['inTime', 'dueSoon', 'overdue'])
export const due = z.strictObject({ on: z.iso.date(), urgency })
