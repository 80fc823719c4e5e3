import { z } from 'zod'
import { chooseApp } from '../choose-app'
import { type ControlRoute } from '../control-route'
import { writeLedger } from '../ledger'
import { tellAnswers, tellDropped } from '../subscription-events'
import { dropSubscriptions } from '../subscriptions'
import { findUser } from './find-user'
import { requestSubscribeMessage } from './request-subscribe-message'

const askShape = z.strictObject({
  tmplIds: z.unknown(),
  answers: z.record(z.string(), z.enum(['accept', 'reject', 'ban'])).optional(),
  keep: z.boolean().optional(),
  /** False: the page waited for something between the tap and the call, and the tap is lost (section 3.1, D). */
  tapped: z.boolean().optional(),
})

/** The user taps, the pop-up opens, the user answers; what is not answered is accepted. */
const subscribe: ControlRoute = {
  method: 'post',
  path: '/users/:openid/subscribe',
  async answer(world, call) {
    const user = findUser(world, call)
    const { tmplIds, answers = {}, keep = false, tapped = true } = askShape.parse(call.body)
    user.lastActiveAt = world.now()
    if (!tapped) {
      return { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' }
    }
    const app = chooseApp(world.state, user.appid)
    const outcome = requestSubscribeMessage(world.state, app, user, tmplIds, { answers, keep })
    if ('errMsg' in outcome) return outcome
    for (const [id, answer] of outcome.answers) writeLedger(world, user.openid, id, answer)
    const told = outcome.answers.flatMap<[string, 'accept' | 'reject']>(([id, answer]) =>
      outcome.byHand.includes(id) && (answer === 'accept' || answer === 'reject') ? [[id, answer]] : [],
    )
    await tellAnswers(world, user, told)
    return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(outcome.answers) }
  },
}

const dropShape = z.strictObject({ tmplIds: z.array(z.string()).optional() })

/** The user refuses templates in the settings; all of them when none is named. */
const unsubscribe: ControlRoute = {
  method: 'post',
  path: '/users/:openid/unsubscribe',
  async answer(world, call) {
    const user = findUser(world, call)
    const { openid } = user
    const { tmplIds } = dropShape.parse(call.body)
    const own = world.state.subscriptions.filter((one) => one.openid === openid)
    const dropped = tmplIds ?? own.map(({ templateId }) => templateId)
    for (const id of dropped) {
      delete user.keptChoices[id]
      writeLedger(world, openid, id, 'dropped')
    }
    dropSubscriptions(world.state, openid, tmplIds)
    await tellDropped(world, user, dropped)
    return { subscriptions: world.state.subscriptions.filter((one) => one.openid === openid) }
  },
}

/** The message cards that reached the user, oldest first. */
const readInbox: ControlRoute = {
  method: 'get',
  path: '/users/:openid/inbox',
  answer(world, call) {
    const { openid } = findUser(world, call)
    return { messages: world.state.messages.filter((message) => message.openid === openid) }
  },
}

/** What the user has accepted and not yet received, and how it came to that. */
const readLedger: ControlRoute = {
  method: 'get',
  path: '/users/:openid/subscriptions',
  answer(world, call) {
    const { openid } = findUser(world, call)
    const isOwn = (one: { openid: string }) => one.openid === openid
    return {
      subscriptions: world.state.subscriptions.filter(isOwn),
      history: world.state.ledger.filter(isOwn),
    }
  },
}

/** `wx.getSetting({ withSubscriptions: true })`: the main switch and the kept choices only (section 3.1, A). */
const readSetting: ControlRoute = {
  method: 'get',
  path: '/users/:openid/setting',
  answer(world, call) {
    const { mainSwitch, keptChoices } = findUser(world, call)
    return { subscriptionsSetting: { mainSwitch, itemSettings: keptChoices } }
  },
}

export const subscriptionRoutes = [subscribe, unsubscribe, readInbox, readLedger, readSetting]
