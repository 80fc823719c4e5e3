import { randomBytes } from 'node:crypto'
import type { Middleware } from 'koa'
import pino, { type Logger } from 'pino'

export type { Logger } from 'pino'

/** Lines of JSON. Bodies, tokens, codes, phones and openids never get in; the list is the second fence. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    redact: {
      paths: [
        'token',
        'code',
        'phone',
        'openid',
        'secret',
        '*.token',
        '*.code',
        '*.phone',
        '*.openid',
        '*.secret',
        'authorization',
      ],
      censor: '***',
    },
  })

/** One line a request, without its query: who asks for what stays between the person and the database. */
export const logRequests =
  (log: Logger): Middleware =>
  async (context, next) => {
    const requestId = randomBytes(8).toString('hex')
    const started = performance.now()
    context.state.requestId = requestId
    context.set('X-Request-Id', requestId)
    await next()
    log.info({
      requestId,
      method: context.method,
      path: context.path,
      status: context.status,
      ms: Math.round(performance.now() - started),
    })
  }
