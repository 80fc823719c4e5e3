import { type ControlRoute } from '../control-route'
import { faultShape } from '../fault-shapes'

/** Faults wait in the order in which they were set; every answer lists those still waiting. */
export const faultRoutes: ControlRoute[] = [
  {
    method: 'post',
    path: '/faults',
    answer({ state }, { body }) {
      state.faults.push(faultShape.parse(body))
      return { faults: state.faults }
    },
  },
  {
    method: 'delete',
    path: '/faults',
    answer({ state }) {
      state.faults = []
      return { faults: state.faults }
    },
  },
]
