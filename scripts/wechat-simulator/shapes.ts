import { z } from 'zod'

/** A platform id of a person: 28 characters, the first one `o` (section 9.3). */
const personId = z.string().regex(/^o[\w-]{27}$/, 'must be 28 characters and start with o')

/** A mini-program account. `ipWhitelist: null` means the operator never switched the whitelist on (section 2). */
export const appShape = z.strictObject({
  appid: z.string().min(1),
  secret: z.string().min(1),
  frozen: z.boolean(),
  ipWhitelist: z.array(z.string()).nullable(),
  openPlatform: z.boolean(),
  releasedPages: z.array(z.string().min(1)),
})

/** A person as one app sees them. `lastActiveAt` is in milliseconds; null means never seen in the mini-program. */
export const userShape = z.strictObject({
  openid: personId,
  appid: z.string(),
  unionid: personId,
  lastActiveAt: z.number().nullable(),
  blocked: z.boolean(),
  mainSwitch: z.boolean(),
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
  allowed: z.array(z.string()).optional(),
})

/** Type 2 is one-time, 3 is long-term; the order of `keys` is the order in which 47003 looks (section 9.5). */
export const templateShape = z.strictObject({
  id: z.string().min(1),
  appid: z.string(),
  title: z.string().min(1),
  type: z.union([z.literal(2), z.literal(3)]),
  keys: z.array(templateKeyShape).min(1),
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
export type ContentWord = z.infer<typeof contentWordShape>
