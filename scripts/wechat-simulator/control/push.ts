import { z } from 'zod'
import { chooseApp } from '../choose-app'
import { type ControlRoute } from '../control-route'
import { Misuse } from '../misuse'
import { runDueMediaChecks } from '../media/run-media-check'
import { shakeHands } from '../push/handshake'
import { pushConfigShape, pushFaultShape } from '../push/push-shapes'
import { deliverDue } from '../push/queue'

const verifyShape = z.strictObject({ appid: z.string().optional(), ...pushConfigShape.partial().shape })

/** Saves the push configuration if the receiver passes the handshake, as the back office does; without one, tries the saved one. */
const verify: ControlRoute = {
  method: 'post',
  path: '/push/verify',
  async answer(world, { body }) {
    const { appid, ...given } = verifyShape.parse(body)
    const app = chooseApp(world.state, appid)
    const config = pushConfigShape.parse({ mode: 'plain', format: 'json', ...app.push, ...given })
    const handshake = await shakeHands(world, app, config)
    if (handshake.verified) app.push = config
    return handshake
  },
}

/** Ends all media checks and delivers all that waits, now, and answers with every event since the start and what became of it. */
const deliver: ControlRoute = {
  method: 'post',
  path: '/push/deliver',
  async answer(world) {
    await runDueMediaChecks(world, 'all')
    await deliverDue(world, 'all')
    return { pushes: world.state.pushes }
  },
}

const readPushes: ControlRoute = {
  method: 'get',
  path: '/pushes',
  answer: ({ state }) => ({ pushes: state.pushes }),
}

const addFault: ControlRoute = {
  method: 'post',
  path: '/push/faults',
  answer({ state }, { body }) {
    state.pushFaults.push(pushFaultShape.parse(body))
    return { pushFaults: state.pushFaults }
  },
}

const setPace: ControlRoute = {
  method: 'post',
  path: '/push/pace',
  answer({ state }, { body }) {
    const pace = z
      .strictObject({
        pushTimeoutMs: z.int().min(1).optional(),
        sentEventDelayMs: z.int().min(0).optional(),
        mediaEventDelayMs: z.int().min(0).optional(),
      })
      .parse(body)
    if (Object.keys(pace).length === 0) throw new Misuse('nothing is to be changed')
    Object.assign(state, pace)
    return pace
  },
}

export const pushRoutes = [verify, deliver, readPushes, addFault, setPace]
