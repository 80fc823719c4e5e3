import { assumptions } from '../assumptions'
import { type ControlRoute } from '../control-route'

/** The requests since the start, without secrets; `?path=` keeps those of one path. */
const readRequests: ControlRoute = {
  method: 'get',
  path: '/requests',
  answer({ state }, { query }) {
    const path = query.get('path')
    return { requests: state.requests.filter((request) => path === null || request.path === path) }
  },
}

const readAssumptions: ControlRoute = {
  method: 'get',
  path: '/assumptions',
  answer: () => ({ assumptions }),
}

export const recordRoutes = [readRequests, readAssumptions]
