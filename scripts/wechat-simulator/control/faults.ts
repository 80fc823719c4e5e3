import { type ControlRoute, NotThere } from '../control-route'
import { faultShape } from '../fault-shapes'
import { faultChoiceShape } from '../named-faults/named-fault'
import { namedFaults } from '../named-faults/named-faults'

/**
 * Faults wait in the order in which they were set; every answer lists those still waiting. DELETE ends those of
 * the connection and of events; what a fault did to an account or a template stays until a reset or a snapshot.
 */
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
    method: 'get',
    path: '/faults',
    answer: ({ state, outage }) => ({ faults: state.faults, connectionRefused: outage.isOn() }),
  },
  {
    method: 'delete',
    path: '/faults',
    async answer({ state, outage }) {
      state.faults = []
      state.pushFaults = []
      state.cloud.faults = []
      await outage.end()
      return { faults: state.faults }
    },
  },
  {
    method: 'get',
    path: '/named-faults',
    answer: () => ({ namedFaults: namedFaults.map(({ name, row, says }) => ({ name, row, says })) }),
  },
  {
    method: 'post',
    path: '/named-faults/:name',
    async answer(world, { params, body }) {
      const fault = namedFaults.find(({ name }) => name === params.name)
      if (!fault) throw new NotThere(`there is no fault ${params.name}`)
      return { ...(await fault.turnOn(world, faultChoiceShape.parse(body))), faults: world.state.faults }
    },
  },
]
