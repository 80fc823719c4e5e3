import { z } from 'zod'
import { pushConfigShape } from './push/push-shapes'

/** A platform id of a person: 28 characters, the first one `o` (section 9.3). */
const personId = z.string().regex(/^o[\w-]{27}$/, 'must be 28 characters and start with o')

/** Who is behind an account. Government, non-profit and public institutions pay nothing for phone numbers. */
export const entityTypes = [
  'government',
  'institution',
  'nonprofit',
  'enterprise',
  'media',
  'personal',
] as const

/**
 * A mini-program account. `ipWhitelist: null` means the operator never switched the whitelist on (section 2);
 * `confirmation` is what the administrator made of a call from an unknown address (89503, 89506, 89507).
 */
export const appShape = z.strictObject({
  appid: z.string().min(1),
  secret: z.string().min(1),
  /** The account's name for message pushes, `gh_` and twelve characters. */
  originalId: z.string().min(1),
  name: z.string().min(1),
  entityType: z.enum(entityTypes),
  categories: z.array(z.strictObject({ id: z.int(), name: z.string().min(1) })),
  frozen: z.boolean(),
  ipWhitelist: z.array(z.string()).nullable(),
  confirmation: z.enum(['none', 'waiting', 'refusedForADay', 'refusedForAnHour']),
  openPlatform: z.boolean(),
  payment: z.boolean(),
  /** Subscribe messages taken away by the platform: 43107 for the server, 20005 for the client. */
  messagesBanned: z.boolean(),
  /** Nothing at all was ever released when this list is empty (85079). */
  releasedPages: z.array(z.string().min(1)),
  /** Pages of the trial and the developer version, and who may open them: nobody else sees anything (section 10, point 6). */
  trialPages: z.array(z.string().min(1)),
  developPages: z.array(z.string().min(1)),
  members: z.array(z.string()),
  /** Successful phone-number calls left; null means that they cost nothing and never run out. */
  phoneCalls: z.int().nullable(),
  /** Where events go; null means that nothing was set in the back office and nothing is pushed. */
  push: pushConfigShape.nullable(),
})

/** A person as one app sees them. `lastActiveAt` is in milliseconds; null means never seen in the mini-program. */
export const userShape = z.strictObject({
  openid: personId,
  appid: z.string(),
  unionid: personId,
  lastActiveAt: z.number().nullable(),
  blocked: z.boolean(),
  mainSwitch: z.boolean(),
  /** Digits without a country code; null when the user has no number bound to WeChat. */
  phone: z
    .string()
    .regex(/^\d{5,15}$/)
    .nullable(),
  countryCode: z.string().regex(/^\d{1,4}$/),
  /** 0 (safe) to 4, for `getuserriskrank`. */
  riskRank: z.int().min(0).max(4),
  /** "总是保持以上选择": template id → what was chosen then. */
  keptChoices: z.record(z.string(), z.enum(['accept', 'reject'])),
  sessionKey: z.string().nullable(),
})

/** The field types of a message card (section 3.2). `const` is another name under which `enum` was seen. */
export const fieldTypes = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
  'enum',
  'const',
] as const

/** One line of a card: `key` as sent (`thing2`), `label` as read (事项), `allowed` only for enum and const. */
export const templateKeyShape = z.strictObject({
  key: z.string().min(1),
  label: z.string().min(1),
  type: z.enum(fieldTypes),
  example: z.string().optional(),
  allowed: z.array(z.string()).optional(),
})

/** Type 2 is one-time, 3 is long-term; the order of `keys` is the order in which 47003 looks (section 9.5). */
export const templateShape = z.strictObject({
  id: z.string().min(1),
  appid: z.string(),
  title: z.string().min(1),
  type: z.union([z.literal(2), z.literal(3)]),
  keys: z.array(templateKeyShape).min(1),
  sceneDesc: z.string(),
  /** Taken away by the platform: `ban` in the pop-up, 43107 when sent. */
  banned: z.boolean(),
})

/** A title of the public library, from which `addtemplate` picks keywords (section 3.3). */
export const libraryTitleShape = z.strictObject({
  tid: z.int(),
  title: z.string().min(1),
  type: z.union([z.literal(2), z.literal(3)]),
  categoryId: z.int(),
  keywords: z.array(
    z.strictObject({
      kid: z.int(),
      name: z.string().min(1),
      example: z.string(),
      rule: z.enum(fieldTypes),
      allowed: z.array(z.string()).optional(),
    }),
  ),
})

/** The labels of the text check (section 5, confidence A) without 100, which means nothing was found. */
export const badLabels = [10001, 20001, 20002, 20003, 20006, 20008, 20012, 20013, 21000] as const

export const contentWordShape = z.strictObject({
  word: z.string().min(1),
  label: z.literal(badLabels),
  suggest: z.enum(['review', 'risky']),
})

export type App = z.infer<typeof appShape>
export type User = z.infer<typeof userShape>
export type Template = z.infer<typeof templateShape>
export type TemplateKey = z.infer<typeof templateKeyShape>
export type LibraryTitle = z.infer<typeof libraryTitleShape>
export type ContentWord = z.infer<typeof contentWordShape>
