import { type Context } from 'koa'
import Router from 'koa-router'
import { ZodError } from 'zod'
import { accountRoutes } from './control/accounts'
import { cloudRoutes } from './control/cloud'
import { faultRoutes } from './control/faults'
import { memoryRoutes } from './control/memory'
import { pushRoutes } from './control/push'
import { recordRoutes } from './control/records'
import { scanRoute } from './control/scan'
import { subscriptionRoutes } from './control/subscriptions'
import { visitRoutes } from './control/visits'
import { type ControlRoute, NotThere } from './control-route'
import { parseJson, readIncoming } from './incoming'
import { Misuse } from './misuse'
import { type World } from './world'

const routes: ControlRoute[] = [
  ...accountRoutes,
  ...visitRoutes,
  ...subscriptionRoutes,
  scanRoute,
  ...pushRoutes,
  ...cloudRoutes,
  ...faultRoutes,
  ...memoryRoutes,
  ...recordRoutes,
]

function statusOf(error: unknown): number | undefined {
  if (error instanceof NotThere) return 404
  return error instanceof ZodError || error instanceof Misuse ? 400 : undefined
}

async function serve(world: World, route: ControlRoute, ctx: Context, params: Record<string, string>) {
  const incoming = await readIncoming(ctx)
  const body = incoming.body.length === 0 ? {} : parseJson(incoming.body)
  try {
    ctx.body = await route.answer(world, { params, query: incoming.query, body })
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    ctx.status = status
    ctx.body = { error: error.message }
  }
}

/** Everything under `/__sim/` (section 9.4): what people do in WeChat, and what tests arrange. */
export function makeControlPlane(world: World): Router {
  const router = new Router()
  for (const route of routes) {
    router[route.method](`/__sim${route.path}`, (ctx) => serve(world, route, ctx, ctx.params))
  }
  router.get('/__sim', (ctx) => {
    ctx.body = { routes: routes.map(({ method, path }) => `${method.toUpperCase()} /__sim${path}`) }
  })
  return router
}
