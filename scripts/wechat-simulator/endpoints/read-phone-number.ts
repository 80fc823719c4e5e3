import { findCode, isCodeExpired } from '../codes'
import { drawBits } from '../chance'
import { isAboveMinute } from '../counters'
import { type Call, type Endpoint } from '../endpoint'
import { findPerson } from '../people'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

/** `getuserphonenumber`: the code of the button, not that of `wx.login` (section 1.2, A). */
function answer(world: World, { body }: Call, app: App): Reply {
  const { state } = world
  const given = typeof body.code === 'string' && body.code ? body.code : refuse(40029)
  if (isAboveMinute(world, `phoneNumber/${app.appid}`, state.limits.phoneNumberMinute)) refuse(45011)
  // A code of another app is that app's and not ours (40013); one that nobody was given is 40029.
  if (state.codes.some((one) => one.kind === 'phone' && one.code === given && one.appid !== app.appid)) {
    return refuse(40013)
  }
  const code = findCode(state, 'phone', given, app.appid) ?? refuse(40029)
  if (code.used || isCodeExpired(world, code)) refuse(40029)
  const { openid } = body
  if (openid !== undefined && openid !== code.openid) refuse(typeof openid === 'string' ? 40003 : 47001)
  const user = findPerson(state, code.openid) ?? refuse(40029)
  const number = user.phone ?? refuse(40029)

  code.used = true
  // The table says string, the sample shows a number (section 1.2, A): callers must take both.
  const isNumber = drawBits(state) % 2 === 0
  const isChinese = user.countryCode === '86'
  return replyJson({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: isChinese ? number : `+${user.countryCode} ${number}`,
      purePhoneNumber: number,
      countryCode: isNumber ? Number(user.countryCode) : user.countryCode,
      watermark: { timestamp: Math.floor(world.now() / 1000), appid: app.appid },
    },
  })
}

export const readPhoneNumber: Endpoint = {
  kind: 'business',
  method: 'POST',
  path: '/wxa/business/getuserphonenumber',
  answer,
}
