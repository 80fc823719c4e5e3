import { drawCharacters } from '../chance'
import { chooseApp } from '../choose-app'
import { type ControlRoute, NotThere } from '../control-route'
import { splitQuery } from '../split-query'
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

const versions = { formal: 'releasedPages', trial: 'trialPages', developer: 'developPages' } as const

/** The user taps on a card: what opens depends on the version that the card was sent for (assumption 52). */
const tapCard: ControlRoute = {
  method: 'post',
  path: '/users/:openid/messages/:msgid/tap',
  answer(world, call) {
    const user = findUser(world, call)
    const message = world.state.messages.find(
      ({ msgid, openid }) => msgid === call.params.msgid && openid === user.openid,
    )
    if (!message) throw new NotThere(`there is no message ${call.params.msgid}`)
    const { page, miniprogramState } = message
    const app = chooseApp(world.state, user.appid)
    if (page === null) return { opens: false, why: 'the card has no page' }
    if (miniprogramState !== 'formal' && !app.members.includes(user.openid)) {
      return { opens: false, why: `the ${miniprogramState} version is for members only` }
    }
    const [path = '', query = ''] = page.split('?')
    if (!app[versions[miniprogramState]].includes(path)) {
      return { opens: false, why: `the ${miniprogramState} version has no such page` }
    }
    user.lastActiveAt = world.now()
    return { opens: true, page: path, query: splitQuery(query) }
  },
}

export const visitRoutes = [tapCard, issueLoginCode, issuePhoneCode, touch]
