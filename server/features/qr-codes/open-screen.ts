import type { Middleware } from 'koa'

/**
 * `/screen/<scene>`, the screen on the wall of a station, and `/screen/<scene>/receptions`, who sits there when: one page
 * for all of them, that reads what everyone may. A dot is in the names of its files alone.
 */
export const openScreens: Middleware = async (context, next) => {
  if (/^\/screen\/[0-9A-Za-z_-]{1,32}(\/receptions)?$/.test(context.path)) context.path = '/screen/index.html'
  await next()
}
