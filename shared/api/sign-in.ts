import * as z from 'zod/mini'
import { type Audience, consentKinds } from '../words/messages'
import { id, line, maybe, nickname, phone, picked } from '../grammar/fields'
import { type Role, roles } from '../permissions'
import { done, get, named, post, put } from '../grammar/endpoint'

/** A code from `wx.login`, good for five minutes and for one use. */
export const signIn = post('/sign-in', {
  who: 'anyone',
  says: '用微信登录码换取令牌',
  input: z.strictObject({
    code: z.string('登录没有成功，请关掉小程序重新打开。').check(z.minLength(1), z.maxLength(128)),
  }),
  output: z.strictObject({ token: z.string() }),
})

export const signOut = post('/sign-out', { who: 'account', says: '退出登录，令牌作废', output: done })

export const standing = z.strictObject({
  town: named,
  roles: z.array(z.enum(Object.keys(roles) as Role[])),
  /** The person's name in the register, or the one a resident gave. */
  name: z.nullable(z.string()),
  unit: z.nullable(z.string()),
})
export type TownStanding = z.output<typeof standing>

export const showMe = get('/me', {
  who: 'account',
  says: '我是谁：在每个乡镇的身份、订阅消息模板',
  output: z.strictObject({
    /** What a phone keeps for this account is kept under it. */
    account: id(),
    standings: z.array(standing),
    /** The county whose staff this account belongs to. */
    county: z.nullable(named),
    /**
     * What to name in `wx.requestSubscribeMessage`, by the folder of the screen: the calls of one tap after the other,
     * because WeChat does not take one-time and long-term templates together. Empty where WeChat is not configured.
     */
    templates: z.record(z.enum(Object.keys(consentKinds) as Audience[]), z.array(z.array(z.string()))),
    /** Recordings are handed to WeChat, which writes down what they say: whoever speaks is told before. */
    transcribes: z.boolean(),
  }),
})

export const acceptInvite = post('/invites/accept', {
  who: 'account',
  says: '用邀请码把名册上的身份绑定到自己的微信',
  input: z.strictObject({ code: line('邀请码', 20, { help: '镇人大办发给您的 10 位字母和数字。' }) }),
  output: z.strictObject({ town: z.nullable(named), name: z.string() }),
})

/** What a resident's next message is proposed to be signed with; all of it optional. */
export const residentProfile = z.strictObject({
  name: maybe(nickname('怎么称呼您', 20)),
  phone: maybe(phone('电话', { help: '代表好给您回话，可以不填。只有代表和镇人大办看得到。' })),
  villageId: maybe(picked('您是哪个村的', 'village')),
})

/** Which state of it one had before one's eyes: the same person may have it open in two places. */
const version = z.int().check(z.minimum(0))

export const saveProfile = put('/towns/:town/profile', {
  who: 'person',
  says: '保存我的称呼、电话和所在村',
  input: z.extend(residentProfile, { version: z.optional(version) }),
  output: done,
})

export const showProfile = get('/towns/:town/profile', {
  who: 'person',
  says: '我留的称呼、电话和所在村',
  output: z.strictObject({
    name: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    villageId: z.nullable(id()),
    version,
  }),
})

/** Served only where the demo town runs; production refuses to start with it. */
export const demoPersona = z.strictObject({ key: z.string(), name: z.string(), title: z.string() })

export const listPersonas = get('/demo/personas', {
  who: 'anyone',
  says: '演示：可以扮演的人',
  output: z.strictObject({ personas: z.array(demoPersona) }),
})

export const personaCode = post('/demo/personas/:persona/code', {
  who: 'anyone',
  says: '演示：代替 wx.login，取一个登录码',
  output: z.strictObject({ code: z.string() }),
})
