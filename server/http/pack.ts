import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Middleware } from 'koa'

const gzipOf = promisify(gzip)
const brotliOf = promisify(brotliCompress)

/** Below this a packed answer saves no packet. */
const leastBytes = 1024

export type Encoding = 'br' | 'gzip'

/** For what many ask for: well, because it is packed once for all of them. */
export const pack: Readonly<Record<Encoding, (text: Buffer) => Promise<Buffer>>> = {
  br: (text) =>
    brotliOf(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: (text) => gzipOf(text, { level: 6 }),
}

/** The best that the reader unpacks, whatever stands first; undefined where it goes out as it is. */
export function encodingFor(context: Context, length: number): Encoding | undefined {
  if (length < leastBytes || context.method === 'HEAD') return undefined
  if (context.acceptsEncodings('br', 'identity') === 'br') return 'br'
  return context.acceptsEncodings('gzip', 'identity') === 'gzip' ? 'gzip' : undefined
}

/**
 * Packs the JSON of the interface: a village on a weak line pays for every byte. Quickly, because it is packed for one
 * reader; what everyone is told has been packed already.
 */
export const packAnswers: Middleware = async (context, next) => {
  await next()
  const body: unknown = context.body
  if (typeof body !== 'string' && (body === null || typeof body !== 'object' || !isPlain(body))) return
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  if (Buffer.byteLength(text) < leastBytes) return
  context.vary('Accept-Encoding')
  if (context.acceptsEncodings('gzip', 'identity') !== 'gzip' || context.method === 'HEAD') return
  const { type } = context
  context.body = await gzipOf(text, { level: 2 })
  context.type = type || 'json'
  context.set('Content-Encoding', 'gzip')
}

const isPlain = (body: object) => Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype
