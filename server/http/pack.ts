import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Middleware } from 'koa'

const gzipOf = promisify(gzip)

/** Below this a packed answer saves no packet. */
const leastBytes = 1024

/** A text that many ask for, packed once for all of them. */
export interface KeptText {
  text: string
  packed?: Promise<Buffer>
}

/**
 * Packs the JSON of the interface: a village on a weak line pays for every byte. What the public cache holds is packed
 * well and once; anything else quickly, because it is packed for one reader.
 */
export const packAnswers: Middleware = async (context, next) => {
  await next()
  const body: unknown = context.body
  if (typeof body !== 'string' && (body === null || typeof body !== 'object' || !isPlain(body))) return
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  if (Buffer.byteLength(text) < leastBytes) return
  context.vary('Accept-Encoding')
  if (context.acceptsEncodings('gzip', 'identity') !== 'gzip' || context.method === 'HEAD') return
  const kept = context.state.kept as KeptText | undefined
  const { type } = context
  context.body =
    kept?.text === text
      ? await (kept.packed ??= gzipOf(text, { level: 6 }))
      : await gzipOf(text, { level: 2 })
  context.type = type || 'json'
  context.set('Content-Encoding', 'gzip')
}

const isPlain = (body: object) => Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype
