import { z } from 'zod'
import { appShape, contentWordShape, libraryTitleShape, templateShape, userShape } from './shapes'

/** What a caller must say of an app; the rest is filled in by `registerApp`. */
export const appSeedShape = appShape.partial().required({ appid: true, secret: true })

/** Everything about a user may be left out: the ids are drawn, the app is the first one. */
export const userSeedShape = userShape.omit({ sessionKey: true }).partial()

export const templateSeedShape = templateShape.partial({ appid: true, sceneDesc: true, banned: true })

export const subscriptionSeedShape = z.strictObject({
  openid: z.string(),
  templateId: z.string(),
  accepts: z.int().min(1).optional(),
})

/** The content of `SIMULATOR_SEED_FILE`, and the same options of `startSimulator`. */
export const seedShape = z.strictObject({
  apps: z.array(appSeedShape).optional(),
  users: z.array(userSeedShape).optional(),
  templates: z.array(templateSeedShape).optional(),
  subscriptions: z.array(subscriptionSeedShape).optional(),
  library: z.array(libraryTitleShape).optional(),
  contentWords: z.array(contentWordShape).optional(),
  cardWords: z.array(z.string().min(1)).optional(),
})

export type AppSeed = z.infer<typeof appSeedShape>
export type UserSeed = z.infer<typeof userSeedShape>
export type TemplateSeed = z.infer<typeof templateSeedShape>
export type SubscriptionSeed = z.infer<typeof subscriptionSeedShape>
export type Seed = z.infer<typeof seedShape>
