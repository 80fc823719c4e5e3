import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { Middleware } from 'koa'
import pino, { type DestinationStream, type Logger } from 'pino'
import { errorWithoutValues } from '../database/error-without-values'

export type { Logger } from 'pino'

/**
 * Where the disk is full the library goes on trying to write its line until there is room, and the house stands still.
 * So a line that cannot be written is left out.
 */
const standardOut: DestinationStream = {
  write(line) {
    try {
      let rest = Buffer.from(line)
      while (rest.length > 0) rest = rest.subarray(fs.writeSync(1, rest))
    } catch {
      // There is nowhere else to say it.
    }
  },
}

/** Lines of JSON. Bodies, tokens, codes, phones and openids never get in; the list is the second fence. */
export const createLog = (level: string, destination: DestinationStream = standardOut): Logger =>
  pino(
    {
      level,
      serializers: { err: (error: unknown) => error },
      // Before anything of the library sees it: it would take the sentence of an error for the line's own.
      hooks: {
        logMethod([line, ...rest], method) {
          method.apply(this, [withoutValues(line), ...rest] as unknown as Parameters<typeof method>)
        },
      },
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
    },
    destination,
  )

function withoutValues(line: unknown): unknown {
  if (line instanceof Error) return { err: errorWithoutValues(line) }
  const { err } = (line ?? {}) as { err?: unknown }
  return err === undefined ? line : { ...(line as object), err: errorWithoutValues(err) }
}

/** 选民表决: a line would say at which moment somebody in the room voted. */
const isBallot = (path: string) => /^\/api\/towns\/[^/]+\/ballots\//.test(path)

/** One line a request, without its query: who asks for what stays between the person and the database. */
export const logRequests =
  (log: Logger): Middleware =>
  async (context, next) => {
    const requestId = randomUUID().slice(-12)
    const started = performance.now()
    context.state.requestId = requestId
    context.set('X-Request-Id', requestId)
    await next()
    if (isBallot(context.path)) return
    log.info({
      requestId,
      method: context.method,
      path: context.path,
      status: context.status,
      ms: Math.round(performance.now() - started),
    })
  }
