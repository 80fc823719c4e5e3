import { type Context } from 'koa'

/** More than any call of the platform carries, and enough for a snapshot. */
const maximumBytes = 32 * 1024 * 1024

/** A request before anything is judged. `body` keeps the bytes, because bad UTF-8 must be told apart. */
export type Incoming = {
  method: string
  path: string
  query: URLSearchParams
  isForm: boolean
  /** The header that says what the body is. */
  type: string
  body: Buffer
  address: string
}

export async function readIncoming(ctx: Context): Promise<Incoming> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maximumBytes) ctx.throw(413)
    chunks.push(chunk)
  }
  return {
    method: ctx.method,
    path: ctx.path,
    query: new URLSearchParams(ctx.querystring),
    isForm: ctx.is('application/x-www-form-urlencoded') !== false,
    type: ctx.get('content-type'),
    body: Buffer.concat(chunks),
    address: (ctx.req.socket.remoteAddress ?? '').replace('::ffff:', ''),
  }
}

/** The value of a JSON body, or undefined when the bytes are not UTF-8 or not JSON. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
