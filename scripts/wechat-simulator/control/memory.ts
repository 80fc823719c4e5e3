import { z } from 'zod'
import { type ControlRoute } from '../control-route'
import { runDueMediaChecks } from '../media/run-media-check'
import { deliverDue } from '../push/queue'
import { stateShape } from '../state'
import { replaceState } from '../world'

const clockShape = z.strictObject({ advanceMs: z.int() })

/** Moves the clock of the simulator; backwards too, because clocks do (section 9.7). Events that become due are delivered. */
const moveClock: ControlRoute = {
  method: 'post',
  path: '/clock',
  async answer(world, { body }) {
    world.state.clockOffsetMs += clockShape.parse(body).advanceMs
    await runDueMediaChecks(world)
    await deliverDue(world)
    return { now: world.now() }
  },
}

const reset: ControlRoute = {
  method: 'post',
  path: '/reset',
  async answer(world) {
    await world.outage.end()
    replaceState(world, world.makeState())
    return { now: world.now() }
  },
}

/** The whole state. It holds secrets and tokens, because a restore must bring them back. */
const takeSnapshot: ControlRoute = { method: 'get', path: '/snapshot', answer: ({ state }) => state }

const restoreSnapshot: ControlRoute = {
  method: 'post',
  path: '/snapshot',
  answer(world, { body }) {
    replaceState(world, stateShape.parse(body))
    return { now: world.now() }
  },
}

export const memoryRoutes = [moveClock, reset, takeSnapshot, restoreSnapshot]
