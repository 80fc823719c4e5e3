import { z } from 'zod'
import { type ControlRoute } from '../control-route'
import { dropSubscriptions } from '../subscriptions'
import { findUser } from './find-user'
import { requestSubscribeMessage } from './request-subscribe-message'

const askShape = z.strictObject({
  tmplIds: z.unknown(),
  answers: z.record(z.string(), z.enum(['accept', 'reject', 'ban'])).optional(),
})

/** The user taps, the pop-up opens, the user answers; what is not answered is accepted. */
const subscribe: ControlRoute = {
  method: 'post',
  path: '/users/:openid/subscribe',
  answer(world, call) {
    const user = findUser(world, call)
    const { tmplIds, answers } = askShape.parse(call.body)
    user.lastActiveAt = world.now()
    return requestSubscribeMessage(world.state, user, tmplIds, answers ?? {})
  },
}

const dropShape = z.strictObject({ tmplIds: z.array(z.string()).optional() })

/** The user refuses templates in the settings; all of them when none is named. */
const unsubscribe: ControlRoute = {
  method: 'post',
  path: '/users/:openid/unsubscribe',
  answer(world, call) {
    const { openid } = findUser(world, call)
    dropSubscriptions(world.state, openid, dropShape.parse(call.body).tmplIds)
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

export const subscriptionRoutes = [subscribe, unsubscribe, readInbox]
