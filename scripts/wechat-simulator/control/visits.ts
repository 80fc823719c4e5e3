import { drawCharacters } from '../chance'
import { type ControlRoute } from '../control-route'
import { findUser } from './find-user'

/** What `wx.login` gives: a code of 32 characters. The user is in the mini-program, so it counts as activity. */
const issueLoginCode: ControlRoute = {
  method: 'post',
  path: '/users/:openid/login-code',
  answer(world, call) {
    const user = findUser(world, call)
    user.lastActiveAt = world.now()
    const code = `0${drawCharacters(world.state, 31)}`
    const { appid, openid } = user
    world.state.codes.push({ kind: 'login', code, appid, openid, issuedAt: world.now(), used: false })
    return { code }
  },
}

/** The user opens the mini-program, which is what 61010 asks about. */
const touch: ControlRoute = {
  method: 'post',
  path: '/users/:openid/touch',
  answer(world, call) {
    const user = findUser(world, call)
    user.lastActiveAt = world.now()
    return { lastActiveAt: user.lastActiveAt }
  },
}

/**
 * What the phone-number button gives when the user agrees. Each code is one paid success, so it is counted here;
 * a personal account never had the button (section 1.2, A).
 */
const issuePhoneCode: ControlRoute = {
  method: 'post',
  path: '/users/:openid/phone-code',
  answer(world, call) {
    const user = findUser(world, call)
    const app = world.state.apps.find((one) => one.appid === user.appid)
    user.lastActiveAt = world.now()
    if (!app || app.entityType === 'personal') return { errMsg: 'getPhoneNumber:fail no permission' }
    if (user.phone === null) return { errMsg: 'getPhoneNumber:fail user deny' }
    if (app.phoneCalls === 0) return { errMsg: 'getPhoneNumber:fail quota used up', errno: 1400001 }
    if (app.phoneCalls !== null) app.phoneCalls -= 1
    const code = drawCharacters(world.state, 64)
    const { appid, openid } = user
    world.state.codes.push({ kind: 'phone', code, appid, openid, issuedAt: world.now(), used: false })
    return { errMsg: 'getPhoneNumber:ok', code }
  },
}

export const visitRoutes = [issueLoginCode, issuePhoneCode, touch]
