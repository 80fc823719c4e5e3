import { Broken, overHttp, type Packed } from './over-http'

/** One request to WeChat: time-out, no redirects, and every way in which an answer can be broken told apart. */

export type WechatAnswer =
  | { kind: 'json'; text: string; body: Record<string, unknown>; errcode: number; errmsg: string }
  | { kind: 'bytes'; bytes: Buffer }

/** No usable answer; the message is for the office. `sent` tells whether WeChat may have acted on the request. */
export class WechatUnreachable extends Error {
  constructor(
    message: string,
    readonly sent: boolean,
    /** Where WeChat did answer, with a "no" before the request itself was made. */
    readonly errcode?: number,
    /** It took longer than the request was given. */
    readonly timedOut = false,
  ) {
    super(message)
  }
}

export interface WechatRequest {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string>
  body?: unknown
  /** Instead of a body: one file in a form. */
  file?: { field: string; name: string; type: string; content: Buffer }
  timeoutMs?: number
}

export type CallWechat = (request: WechatRequest) => Promise<WechatAnswer>

const usualTimeoutMs = 10_000

export const callWechat =
  (apiBase: string, patienceMs = usualTimeoutMs): CallWechat =>
  async ({ method, path, query = {}, body, file, timeoutMs = patienceMs }) => {
    const url = new URL(apiBase + path)
    // An empty token is none: the open interface of 微信云托管 wants no such name.
    for (const [name, value] of Object.entries(query)) if (value !== '') url.searchParams.set(name, value)
    const answer = await overHttp(url, method, await pack(body, file), timeoutMs).catch((error: unknown) => {
      throw error instanceof Broken ? unreachable(error) : error
    })
    if (answer.status < 200 || answer.status > 299)
      throw new WechatUnreachable(`微信的服务器出错（HTTP ${answer.status}）`, answer.status >= 500)
    const { bytes } = answer
    return looksLikeJson(bytes) ? readJson(bytes.toString('utf8')) : { kind: 'bytes', bytes }
  }

/** A body as it is sent. */
async function pack(body: unknown, file: WechatRequest['file']): Promise<Packed | undefined> {
  if (file === undefined)
    return body === undefined
      ? undefined
      : { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' }
  const form = new FormData()
  form.set(file.field, new File([new Uint8Array(file.content)], file.name, { type: file.type }))
  const packed = new Response(form)
  return {
    bytes: Buffer.from(await packed.arrayBuffer()),
    type: packed.headers.get('content-type') ?? 'multipart/form-data',
  }
}

/** Only where no connection came about is it certain that WeChat did nothing. */
function unreachable({ how, code, wasConnected }: Broken): WechatUnreachable {
  if (how === 'midway' || how === 'midwayLate')
    return new WechatUnreachable('微信的回音断在半路', true, undefined, how === 'midwayLate')
  if (how === 'late') return new WechatUnreachable('微信没有及时回音', wasConnected, undefined, true)
  return wasConnected
    ? new WechatUnreachable('和微信的连接断了', true)
    : new WechatUnreachable(`连不上微信（${code}）`, false)
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
      errcode: Number.isInteger(Number(body.errcode)) ? Number(body.errcode) : 0,
      errmsg: typeof body.errmsg === 'string' ? body.errmsg : '',
    }
  } catch {
    throw new WechatUnreachable('微信的回音看不懂', true)
  }
}
