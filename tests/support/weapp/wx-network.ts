import { type Callbacks, fail, succeed } from './callbacks'
import type { Answered, Outside } from './outside'
import type { Record } from './record'

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  header?: { [name: string]: string }
  data?: unknown
  responseType?: string
}
type StatusListener = (status: { isConnected: boolean; networkType: string }) => void

const mostAtOnce = 10

/** Requests to the one allowed host, and a network that can go away and come back. */
export function createNetwork(outside: Outside, record: Record) {
  let online = true
  let running = 0
  const listeners = new Set<StatusListener>()

  const refuse = (options: RequestOptions, errMsg: string) => {
    record.refused.push(`${errMsg} (${options.url})`)
    fail(options, errMsg)
  }

  function request(options: RequestOptions) {
    const method = (options.method ?? 'GET').toUpperCase()
    if (!options.url.startsWith(`${outside.apiBase}/`)) refuse(options, 'request:fail url not in domain list')
    else if (running >= mostAtOnce) refuse(options, 'request:fail exceed max concurrent requests')
    else if (!online) fail(options, 'request:fail ')
    else {
      running += 1
      outside
        .carry({
          url: options.url,
          method,
          headers: options.header ?? {},
          body: bodyOf(method, options.data),
        })
        .finally(() => {
          running -= 1
        })
        .then(
          (answer) =>
            succeed('request', options, {
              statusCode: answer.status,
              header: answer.headers,
              data: readAnswer(answer, options.responseType),
            }),
          () => fail(options, 'request:fail '),
        )
    }
    return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {} }
  }

  return {
    wx: {
      request,
      onNetworkStatusChange: (listener: StatusListener) => void listeners.add(listener),
      offNetworkStatusChange: (listener?: StatusListener) =>
        void (listener ? listeners.delete(listener) : listeners.clear()),
    },
    setOnline: (now: boolean) => {
      online = now
      for (const listener of [...listeners])
        listener({ isConnected: now, networkType: now ? 'wifi' : 'none' })
    },
  }
}

function bodyOf(method: string, data: unknown): string | undefined {
  if (method === 'GET' || data === undefined) return undefined
  return typeof data === 'string' ? data : JSON.stringify(data)
}

/** JSON arrives parsed, as `dataType: json` promises; bytes arrive as they are. */
function readAnswer({ bytes }: Answered, responseType = 'text'): unknown {
  if (responseType === 'arraybuffer') return bytes.slice().buffer
  const text = decodeURIComponent(
    Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
