import type { Middleware } from 'koa'
import { Refusal } from '../../shared/words/refusals'
import { mostHeaders } from './listen'

/** What no phone and no browser sends is refused before anything looks at it. */
export const refuseOddRequests: Middleware = async (context, next) => {
  if (context.req.rawHeaders.length > 2 * mostHeaders) {
    context.set('Connection', 'close')
    throw new Refusal('head_too_large')
  }
  if (!isReadable(context.url)) throw new Refusal('bad_request')
  await next()
}

/** Whether the address can be decoded, and holds no byte that means something else to a file or a database. */
function isReadable(url: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(url.replace(/\+/g, ' ')))
  } catch {
    return false
  }
}
