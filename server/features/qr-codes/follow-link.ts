import type { Middleware } from 'koa'
import type { Env } from '../../env'

/**
 * 扫普通链接二维码: `/q/<scene>`. WeChat opens the mini-program without asking us; whoever scans with something else
 * comes here and goes on to the same page on h5. The file beside it proves to WeChat whose address this is.
 */
export const followLinks =
  (config: Env['wechat']): Middleware =>
  async (context, next) => {
    const { linkCheck } = config
    const wanted = /^\/q\/([^/]*)$/.exec(context.path)?.[1]
    if (wanted === undefined || (context.method !== 'GET' && context.method !== 'HEAD')) {
      await next()
      return
    }
    if (linkCheck !== null && wanted === linkCheck.name) {
      context.type = 'text/plain'
      context.body = linkCheck.content
      return
    }
    // What is no scene at all leads to the same page, which says so and shows the way home.
    const scene = /^[0-9A-Za-z_-]{1,32}$/.test(wanted) ? wanted : ''
    context.set('Cache-Control', 'no-store')
    context.redirect(`/#/pages/scan?scene=${scene}`)
  }
