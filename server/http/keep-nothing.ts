import type { Middleware } from 'koa'

/**
 * What the interface answers stays in no cache and on no disk of a shared computer, unless the route itself says
 * otherwise: that holds for every endpoint to come.
 */
export const keepNothing: Middleware = async (context, next) => {
  if (context.path.startsWith('/api')) context.set('Cache-Control', 'no-store')
  await next()
}
