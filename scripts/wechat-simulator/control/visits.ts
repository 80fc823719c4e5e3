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
    world.state.codes.push({ code, appid, openid, issuedAt: world.now(), used: false })
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

export const visitRoutes = [issueLoginCode, touch]
