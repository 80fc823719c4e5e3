import type { Middleware } from 'koa'
import { Refusal, type RefusalCode, refusals } from '../../shared/words/refusals'
import type { Logger } from './log'

/** Every "no" leaves here in one shape. Anything that is not a Refusal is our bug: logged whole, answered without a word of it. */
export const answerRefusals =
  (log: Logger): Middleware =>
  async (context, next) => {
    try {
      await next()
      // The router knows the address but not this way of asking; it has said which ways there are.
      if (context.status === 405 || context.status === 501) throw new Refusal('wrong_method')
      if (context.status === 404 && context.body === undefined) throw new Refusal('not_found')
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(codeOf(error))
      if (refusal.status >= 500) log.error({ requestId: context.state.requestId as string, err: error })
      if (refusal.waitSeconds !== undefined) context.set('Retry-After', String(refusal.waitSeconds))
      context.set('Cache-Control', 'no-store')
      context.status = refusal.status
      context.body = {
        code: refusal.code,
        message: refusal.message,
        ...(Object.keys(refusal.fields).length > 0 ? { fields: refusal.fields } : {}),
        ...(refusal.arrived ? { arrived: refusal.arrived } : {}),
      }
    }
  }

/** The libraries in front of ours say their own "no", some of them without a status. */
function codeOf(error: unknown): RefusalCode {
  const { status, code } = error as { status?: unknown; code?: unknown }
  if (error instanceof URIError) return 'bad_request'
  if (typeof code === 'string' && /^(Z_|ERR__ERROR_FORMAT|ERR_ZLIB|ERR_BROTLI)/.test(code))
    return 'bad_encoding'
  if (typeof status !== 'number' || status < 400 || status > 499) return 'broken'
  return byStatus[status] ?? 'bad_request'
}
const byStatus: Readonly<Record<number, RefusalCode>> = {
  400: 'bad_json',
  404: 'not_found',
  405: 'wrong_method',
  413: 'too_large',
  415: 'wrong_type',
}

export const refusalBody = (code: RefusalCode) => ({ code, message: refusals[code][1] })
