import { z } from 'zod'

/**
 * `path` is a whole path, or a beginning followed by `*`; the fault hits the next `times` calls (default 1).
 * With `probability` each call is hit by chance, of the seed, until `times` are hit or the faults are taken away.
 */
const target = {
  path: z.string().startsWith('/'),
  times: z.int().min(1).optional(),
  probability: z.number().gt(0).max(1).optional(),
}

/**
 * What can go wrong on the way (section 9.7).
 * No effect took place: `reset`, `hangBefore`, `http502`, `http504`, `errcode`.
 * It did: `hangAfter`, `slow`, `resetMidBody`, `truncatedJson`, `plainText`, `swapped`.
 */
export const faultShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...target, kind: z.literal('reset') }),
  z.strictObject({ ...target, kind: z.literal('resetMidBody') }),
  z.strictObject({ ...target, kind: z.literal('hangBefore') }),
  z.strictObject({ ...target, kind: z.literal('hangAfter') }),
  z.strictObject({ ...target, kind: z.literal('slow'), ms: z.int().min(1) }),
  z.strictObject({ ...target, kind: z.literal('http502') }),
  z.strictObject({ ...target, kind: z.literal('http504') }),
  z.strictObject({ ...target, kind: z.literal('truncatedJson') }),
  z.strictObject({ ...target, kind: z.literal('plainText') }),
  z.strictObject({ ...target, kind: z.literal('swapped') }),
  z.strictObject({ ...target, kind: z.literal('errcode'), errcode: z.int() }),
])

export type Fault = z.infer<typeof faultShape>
