/** One request to WeChat: time-out, no redirects, and every way in which an answer can be broken told apart. */

export type WechatAnswer =
  | { kind: 'json'; text: string; body: Record<string, unknown>; errcode: number; errmsg: string }
  | { kind: 'bytes'; bytes: Buffer }

/** No usable answer. `sent` tells whether WeChat may have acted on the request. */
export class WechatUnreachable extends Error {
  constructor(
    message: string,
    readonly sent: boolean,
  ) {
    super(message)
  }
}

export interface WechatRequest {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string>
  body?: unknown
  timeoutMs?: number
}

export type CallWechat = (request: WechatRequest) => Promise<WechatAnswer>

export const callWechat =
  (apiBase: string): CallWechat =>
  async ({ method, path, query = {}, body, timeoutMs = 10_000 }) => {
    const url = new URL(apiBase + path)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const answer = await fetch(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }).catch((error: Error) => {
      throw new WechatUnreachable(error.name === 'TimeoutError' ? 'time-out' : 'no connection', true)
    })
    if (!answer.ok) throw new WechatUnreachable(`HTTP ${answer.status}`, true)
    const bytes = Buffer.from(
      await answer.arrayBuffer().catch(() => {
        throw new WechatUnreachable('answer cut off', true)
      }),
    )
    return looksLikeJson(bytes) ? readJson(bytes.toString('utf8')) : { kind: 'bytes', bytes }
  }

/** The content type is not to be trusted: the first byte tells. */
const looksLikeJson = (bytes: Buffer) => bytes[0] === 0x7b || bytes[0] === 0x3c || bytes.length === 0

function readJson(text: string): WechatAnswer {
  try {
    const body = JSON.parse(text) as Record<string, unknown>
    return {
      kind: 'json',
      text,
      body,
      errcode: typeof body.errcode === 'number' ? body.errcode : 0,
      errmsg: typeof body.errmsg === 'string' ? body.errmsg : '',
    }
  } catch {
    throw new WechatUnreachable('answer is not JSON', true)
  }
}
