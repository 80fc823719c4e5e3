import * as z from 'zod/mini'
import { done, get, post, showsPicture } from '../grammar/endpoint'

/** What somebody may add about themselves out of WeChat, all of it optional, and take back again at any time. */
export const showOwnDetails = get('/towns/:town/own-details', {
  who: 'person',
  says: '我自己留的微信手机号（中间四位遮住）和有没有头像',
  output: z.strictObject({ phone: z.nullable(z.string()), hasAvatar: z.boolean(), version: z.int() }),
})
/** Of both together, as they were seen: whoever changes them in another place as well is told what is there now. */
const seen = { version: z.optional(z.int().check(z.minimum(0))) }
export type OwnDetails = z.output<(typeof showOwnDetails)['output']>

/** The code is the one of the button `getPhoneNumber`, not of `wx.login`; good once, for five minutes. */
export const givePhone = post('/towns/:town/own-details/phone', {
  who: 'person',
  says: '把微信手机号留给镇人大办：只用来在微信提醒送不到时联系我',
  input: z.strictObject({
    code: z.string('手机号没有取到，请再点一次。').check(z.minLength(1), z.maxLength(200)),
    ...seen,
  }),
  output: z.strictObject({ phone: z.string() }),
})

export const removePhone = post('/towns/:town/own-details/phone/remove', {
  who: 'person',
  says: '收回我留的微信手机号',
  input: z.strictObject(seen),
  output: done,
})

/** Multipart, one file in the field `avatar`; re-encoded, so that place and camera data never get in. */
export const setAvatar = post('/towns/:town/own-details/avatar', {
  who: 'person',
  says: '换我的头像（JPEG、PNG 或 WebP，10 MB 以内），只有自己看得到',
  file: 'avatar',
  input: z.strictObject(seen),
  output: done,
})

export const showAvatar = get('/towns/:town/own-details/avatar', {
  who: 'person',
  says: '我的头像',
  ...showsPicture,
})

export const removeAvatar = post('/towns/:town/own-details/avatar/remove', {
  who: 'person',
  says: '去掉我的头像',
  input: z.strictObject(seen),
  output: done,
})
