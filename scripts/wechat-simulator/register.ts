import { drawCharacters } from './chance'
import { chooseApp } from './choose-app'
import { Misuse } from './misuse'
import { findPerson } from './people'
import { defaultCategories, defaultPages } from './seed'
import { type AppSeed, type SubscriptionSeed, type TemplateSeed, type UserSeed } from './seed-shapes'
import { type App, type Template, type User } from './shapes'
import { type State } from './state'
import { addAccept } from './subscriptions'

/** Every account may ask for this many numbers before it pays (section 1.2, A). */
const freePhoneCalls = 1000

/** A government account whose current version is released, with nothing against it. */
function plainApp({ appid, entityType = 'government' }: AppSeed): Omit<App, 'appid' | 'secret'> {
  const isFree = ['government', 'institution', 'nonprofit'].includes(entityType)
  return {
    originalId: `gh_${appid.slice(-12)}`,
    name: '代表之家',
    entityType,
    categories: [...defaultCategories],
    frozen: false,
    ipWhitelist: null,
    confirmation: 'none',
    openPlatform: false,
    payment: false,
    messagesBanned: false,
    releasedPages: [...defaultPages],
    trialPages: [...defaultPages],
    developPages: [...defaultPages],
    members: [],
    phoneCalls: isFree ? null : freePhoneCalls,
    push: null,
  }
}

/** Adds an app, or changes what is said of a known one. */
export function registerApp(state: State, seed: AppSeed): App {
  const known = state.apps.find((one) => one.appid === seed.appid)
  if (known) return Object.assign(known, seed)
  const app = { ...plainApp(seed), ...seed }
  state.apps.push(app)
  return app
}

/** Adds a user, or changes what is said of a known one. */
export function registerUser(state: State, seed: UserSeed): User {
  const app = chooseApp(state, seed.appid)
  const known = findPerson(state, seed.openid)
  if (known) return Object.assign(known, seed)
  const user: User = {
    openid: seed.openid ?? `o${drawCharacters(state, 27)}`,
    appid: app.appid,
    unionid: seed.unionid ?? `o${drawCharacters(state, 27)}`,
    lastActiveAt: seed.lastActiveAt ?? null,
    blocked: seed.blocked ?? false,
    mainSwitch: seed.mainSwitch ?? true,
    phone: seed.phone ?? null,
    countryCode: seed.countryCode ?? '86',
    riskRank: seed.riskRank ?? 0,
    keptChoices: seed.keptChoices ?? {},
    sessionKey: null,
  }
  state.users.push(user)
  return user
}

/** Template ids are unique in an account, so a second one of the same id is a mistake of the seed. */
export function registerTemplate(state: State, seed: TemplateSeed): Template {
  if (state.templates.some((one) => one.id === seed.id))
    throw new Misuse(`template ${seed.id} is there twice`)
  const template = { sceneDesc: '', banned: false, ...seed, appid: chooseApp(state, seed.appid).appid }
  state.templates.push(template)
  return template
}

export function registerSubscription(state: State, seed: SubscriptionSeed): void {
  const user = findPerson(state, seed.openid)
  if (!user) throw new Misuse(`there is no user ${seed.openid}`)
  const template = state.templates.find((one) => one.id === seed.templateId && one.appid === user.appid)
  if (!template) throw new Misuse(`there is no template ${seed.templateId}`)
  addAccept(state, user.openid, template, seed.accepts)
}
