import { z } from 'zod'
import { loopbackUrl } from '../push/push-shapes'

/** A service of the environment; a public one is also reached at `publicUrl`, past WeChat. */
export const serviceShape = z.strictObject({
  name: z.string().min(1),
  url: loopbackUrl,
  isPublic: z.boolean(),
})

/** The next call into a container (section 9.7): without its openid, as 资源复用, or forged on the public route. */
export const cloudFaultShape = z.enum(['withoutOpenid', 'fromOnly', 'forged'])

/** 微信云托管 (section 1.3). The open interface answers only after its last change was built. */
export const cloudShape = z.strictObject({
  env: z.string().min(1),
  services: z.array(serviceShape),
  callTimeoutMs: z.int().min(1),
  openInterface: z.strictObject({ isOn: z.boolean(), paths: z.array(z.string()), isBuilt: z.boolean() }),
  /** Where the real database is; connections through `databasePort` go there unless it is asleep. */
  database: z
    .strictObject({ host: z.enum(['127.0.0.1', 'localhost']), port: z.int().min(1).max(65535) })
    .nullable(),
  /** Asleep it ends the next connection without a word, or says that it is resuming. */
  databaseSleep: z.enum(['awake', 'mute', 'resuming']),
  faults: z.array(cloudFaultShape),
})

export type Cloud = z.infer<typeof cloudShape>
export type Service = z.infer<typeof serviceShape>
export type CloudFault = z.infer<typeof cloudFaultShape>

export function makeCloud(): Cloud {
  return {
    env: 'prod-0a1b2c3d4e',
    services: [],
    callTimeoutMs: 60_000,
    openInterface: { isOn: false, paths: [], isBuilt: true },
    database: null,
    databaseSleep: 'awake',
    faults: [],
  }
}
