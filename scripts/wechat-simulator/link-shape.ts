import { z } from 'zod'

/** A URL link or scheme that was generated; anyone may open it any number of times until it expires. */
export const linkShape = z.strictObject({
  url: z.string(),
  appid: z.string(),
  path: z.string(),
  query: z.string(),
  expiresAt: z.number(),
})
