import type { Middleware } from 'koa'
import { Refusal, type RefusalCode, refusals } from '../../shared/refusals'
import type { Logger } from './log'

/** Every "no" leaves here in one shape. Anything that is not a Refusal is our bug: logged whole, answered without a word of it. */
export const answerRefusals =
  (log: Logger): Middleware =>
  async (context, next) => {
    try {
      await next()
      if (context.status === 404 && context.body === undefined) throw new Refusal('not_found')
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(codeOf(error))
      if (refusal.status >= 500) log.error({ requestId: context.state.requestId as string, err: error })
      if (refusal.waitSeconds !== undefined) context.set('Retry-After', String(refusal.waitSeconds))
      context.status = refusal.status
      context.body = {
        code: refusal.code,
        message: refusal.message,
        ...(Object.keys(refusal.fields).length > 0 ? { fields: refusal.fields } : {}),
        ...(refusal.arrived ? { arrived: refusal.arrived } : {}),
      }
    }
  }

/** The libraries in front of ours say their own "no": 400 for broken JSON, 413 for too much of it. */
function codeOf(error: unknown): RefusalCode {
  const status = (error as { status?: unknown; statusCode?: unknown }).status
  if (status === 400) return 'bad_json'
  if (status === 413) return 'too_large'
  if (status === 404) return 'not_found'
  return 'broken'
}

export const refusalBody = (code: RefusalCode) => ({ code, message: refusals[code][1] })
