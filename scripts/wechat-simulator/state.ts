import { z } from 'zod'
import { cloudShape } from './cloud/cloud-shapes'
import { faultShape } from './fault-shapes'
import { limitsShape } from './limits'
import { linkShape } from './link-shape'
import { mediaCheckShape } from './media/media-check-shape'
import { pushFaultShape, pushShape } from './push/push-shapes'
import { appShape, contentWordShape, libraryTitleShape, templateShape, userShape } from './shapes'

/** A one-time code of `wx.login`, or of the phone-number button; neither passes for the other. */
const codeShape = z.strictObject({
  kind: z.enum(['login', 'phone']),
  code: z.string(),
  appid: z.string(),
  openid: z.string(),
  issuedAt: z.number(),
  used: z.boolean(),
})

/**
 * An access token. `current` is the one handed out now; `forcedAt` is set when a forced refresh made it;
 * `replacedAt` is when a newer one of the old kind (`/cgi-bin/token`) took its place.
 */
const tokenShape = z.strictObject({
  kind: z.enum(['stable', 'old']),
  token: z.string(),
  appid: z.string(),
  expiresAt: z.number(),
  current: z.boolean(),
  revoked: z.boolean(),
  forcedAt: z.number().nullable(),
  replacedAt: z.number().nullable(),
})

/** What one user allows one template: sends left for type 2, a standing yes for type 3. */
const subscriptionShape = z.strictObject({
  openid: z.string(),
  templateId: z.string(),
  remaining: z.int(),
  longTerm: z.boolean(),
})

/** What happened to a subscription, one line each. */
const ledgerShape = z.strictObject({
  at: z.number(),
  openid: z.string(),
  templateId: z.string(),
  what: z.enum(['accept', 'reject', 'ban', 'filter', 'sent', 'dropped']),
})

/** A card as the user sees it. `msgid` is text because it does not fit a JavaScript number (section 0, point 3). */
const messageShape = z.strictObject({
  msgid: z.string(),
  openid: z.string(),
  templateId: z.string(),
  title: z.string(),
  lines: z.array(z.strictObject({ key: z.string(), label: z.string(), value: z.string() })),
  page: z.string().nullable(),
  miniprogramState: z.enum(['developer', 'trial', 'formal']),
  lang: z.string(),
  sentAt: z.number(),
})

/** A recording that is being recognised, and what is heard in it. */
const voiceShape = z.strictObject({ appid: z.string(), id: z.string(), text: z.string(), at: z.number() })

/** A request as it may be shown to people: secrets and tokens are already replaced by `***`. */
const recordedShape = z.strictObject({
  at: z.number(),
  rid: z.string(),
  method: z.string(),
  path: z.string(),
  /** Of the caller, and the app whose token or secret it brought; `rid/get` shows a call to its own app only. */
  address: z.string(),
  appid: z.string().nullable(),
  query: z.record(z.string(), z.string()),
  body: z.unknown(),
  fault: z.string().nullable(),
  status: z.int().nullable(),
  errcode: z.int().nullable(),
  reply: z.string().nullable(),
})

/** All that the simulator remembers, as plain JSON, so that a snapshot is the state and a restore replaces it. */
export const stateShape = z.strictObject({
  chance: z.int(),
  clockOffsetMs: z.number(),
  imageFormat: z.enum(['jpeg', 'png']),
  sendTakesMs: z.number(),
  pushTimeoutMs: z.int(),
  sentEventDelayMs: z.int(),
  mediaEventDelayMs: z.int(),
  limits: limitsShape,
  apps: z.array(appShape),
  users: z.array(userShape),
  codes: z.array(codeShape),
  tokens: z.array(tokenShape),
  templates: z.array(templateShape),
  subscriptions: z.array(subscriptionShape),
  ledger: z.array(ledgerShape),
  messages: z.array(messageShape),
  library: z.array(libraryTitleShape),
  contentWords: z.array(contentWordShape),
  cardWords: z.array(z.string()),
  counters: z.record(z.string(), z.strictObject({ window: z.int(), count: z.int() })),
  requests: z.array(recordedShape),
  links: z.array(linkShape),
  mediaChecks: z.array(mediaCheckShape),
  voices: z.array(voiceShape),
  cloud: cloudShape,
  faults: z.array(faultShape),
  pushes: z.array(pushShape),
  pushFaults: z.array(pushFaultShape),
})

export type State = z.infer<typeof stateShape>
export type Token = z.infer<typeof tokenShape>
export type Message = z.infer<typeof messageShape>
export type RecordedRequest = z.infer<typeof recordedShape>
