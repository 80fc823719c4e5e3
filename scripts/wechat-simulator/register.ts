import { drawCharacters } from './chance'
import { Misuse } from './misuse'
import { defaultPages } from './seed'
import { type AppSeed, type SubscriptionSeed, type TemplateSeed, type UserSeed } from './seed-shapes'
import { type App, type Template, type User } from './shapes'
import { type State } from './state'
import { addAccept } from './subscriptions'

function firstApp(state: State): App {
  const app = state.apps[0]
  if (!app) throw new Misuse('there is no app')
  return app
}

function requireApp(state: State, appid: string | undefined): App {
  if (appid === undefined) return firstApp(state)
  const app = state.apps.find((one) => one.appid === appid)
  if (!app) throw new Misuse(`there is no app ${appid}`)
  return app
}

/** Adds an app, or changes what is said of a known one. */
export function registerApp(state: State, seed: AppSeed): App {
  const known = state.apps.find((one) => one.appid === seed.appid)
  if (known) return Object.assign(known, seed)
  const plain = { frozen: false, ipWhitelist: null, openPlatform: false, releasedPages: [...defaultPages] }
  const app = { ...plain, ...seed }
  state.apps.push(app)
  return app
}

/** Adds a user, or changes what is said of a known one. */
export function registerUser(state: State, seed: UserSeed): User {
  const app = requireApp(state, seed.appid)
  const known = state.users.find((one) => one.openid === seed.openid)
  if (known) return Object.assign(known, seed)
  const user: User = {
    openid: seed.openid ?? `o${drawCharacters(state, 27)}`,
    appid: app.appid,
    unionid: seed.unionid ?? `o${drawCharacters(state, 27)}`,
    lastActiveAt: seed.lastActiveAt ?? null,
    blocked: seed.blocked ?? false,
    mainSwitch: seed.mainSwitch ?? true,
    sessionKey: null,
  }
  state.users.push(user)
  return user
}

/** Template ids are unique in an account, so a second one of the same id is a mistake of the seed. */
export function registerTemplate(state: State, seed: TemplateSeed): Template {
  if (state.templates.some((one) => one.id === seed.id))
    throw new Misuse(`template ${seed.id} is there twice`)
  const template = { ...seed, appid: requireApp(state, seed.appid).appid }
  state.templates.push(template)
  return template
}

export function registerSubscription(state: State, seed: SubscriptionSeed): void {
  const user = state.users.find((one) => one.openid === seed.openid)
  if (!user) throw new Misuse(`there is no user ${seed.openid}`)
  const template = state.templates.find((one) => one.id === seed.templateId && one.appid === user.appid)
  if (!template) throw new Misuse(`there is no template ${seed.templateId}`)
  addAccept(state, user.openid, template, seed.accepts)
}
