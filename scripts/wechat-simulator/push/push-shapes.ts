import { z } from 'zod'

/** A machine of ours only: nothing that the simulator sends leaves it. */
export const loopbackUrl = z
  .url()
  .refine((url) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname), {
    error: 'must be on the loopback address',
  })

/**
 * What the operator sets in the back office (section 6). `container` is the push of 云托管: neither signed nor
 * encrypted (section 1.3).
 */
export const pushConfigShape = z.strictObject({
  url: loopbackUrl,
  token: z.string().regex(/^[A-Za-z0-9]{3,32}$/, 'must be 3 to 32 letters and digits'),
  /** EncodingAESKey, 43 characters. */
  aesKey: z.string().regex(/^[A-Za-z0-9]{43}$/, 'must be 43 letters and digits'),
  mode: z.enum(['plain', 'safe', 'container']),
  format: z.enum(['json', 'xml']),
})

/** What the next event meets (section 9.7); `event` is its name, any event when left out. */
export const pushFaultShape = z.strictObject({
  kind: z.enum([
    'duplicated',
    'reordered',
    'delayed',
    'wrongSignature',
    'wrongAppid',
    'oldTimestamp',
    'lost',
    'sentFailed',
    'downloadFailed',
  ]),
  event: z.string().optional(),
  times: z.int().min(1).optional(),
})

const attemptShape = z.strictObject({
  at: z.number(),
  status: z.int().nullable(),
  reply: z.string().nullable(),
  accepted: z.boolean(),
})

/** One event on its way. Query and body are made once, so that every delivery is the same. */
export const pushShape = z.strictObject({
  id: z.string(),
  appid: z.string(),
  event: z.string(),
  openid: z.string(),
  message: z.record(z.string(), z.unknown()),
  query: z.record(z.string(), z.string()),
  body: z.string(),
  dueAt: z.number(),
  /** Held back until another event has gone past it. */
  held: z.boolean(),
  stage: z.enum(['waiting', 'delivering', 'delivered', 'givenUp']),
  attempts: z.array(attemptShape),
})

export type PushConfig = z.infer<typeof pushConfigShape>
export type PushFault = z.infer<typeof pushFaultShape>
export type Push = z.infer<typeof pushShape>
export type Attempt = z.infer<typeof attemptShape>
