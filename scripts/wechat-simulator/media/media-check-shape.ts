import { z } from 'zod'

/** One file on its way through the check. */
export const mediaCheckShape = z.strictObject({
  traceId: z.string(),
  appid: z.string(),
  openid: z.string(),
  url: z.string(),
  /** 1 audio, 2 image (section 5, A). */
  type: z.union([z.literal(1), z.literal(2)]),
  dueAt: z.number(),
  stage: z.enum(['waiting', 'running', 'done']),
})

export type MediaCheck = z.infer<typeof mediaCheckShape>
