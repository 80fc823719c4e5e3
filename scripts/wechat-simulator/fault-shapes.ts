import { z } from 'zod'

/** `path` is a whole path, or a beginning followed by `*`; the fault hits the next `times` calls (default 1). */
const target = { path: z.string().startsWith('/'), times: z.int().min(1).optional() }

/**
 * What can go wrong on the way (section 9.7).
 * No effect took place: `reset`, `hangBefore`, `http502`, `errcode`. It did: `hangAfter`, `slow`, `truncatedJson`.
 */
export const faultShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...target, kind: z.literal('reset') }),
  z.strictObject({ ...target, kind: z.literal('hangBefore') }),
  z.strictObject({ ...target, kind: z.literal('hangAfter') }),
  z.strictObject({ ...target, kind: z.literal('slow'), ms: z.int().min(1) }),
  z.strictObject({ ...target, kind: z.literal('http502') }),
  z.strictObject({ ...target, kind: z.literal('truncatedJson') }),
  z.strictObject({ ...target, kind: z.literal('errcode'), errcode: z.int() }),
])

export type Fault = z.infer<typeof faultShape>
