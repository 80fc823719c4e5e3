import type { Middleware } from 'koa'

/**
 * `/screen/<scene>`, the screen on the wall of a station: one page for all of them, that reads what everyone may. A
 * dot is in the names of its files alone.
 */
export const openScreens: Middleware = async (context, next) => {
  if (/^\/screen\/[0-9A-Za-z_-]{1,32}$/.test(context.path)) context.path = '/screen/index.html'
  await next()
}
