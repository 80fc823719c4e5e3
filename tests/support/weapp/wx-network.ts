import { type Callbacks, fail, succeed } from './callbacks'
import type { Answered, Outside } from './outside'
import type { Record } from './record'

interface Options extends Callbacks {
  url: string
  header?: { [name: string]: string }
}
type RequestOptions = Options & { method?: string; data?: unknown }
type UploadOptions = Options & { filePath: string; name: string; formData?: { [name: string]: string } }
type StatusListener = (status: { isConnected: boolean; networkType: string }) => void

const mostAtOnce = 10

/** Requests, uploads and downloads to the one allowed host, and a network that can go away and come back. */
export function createNetwork(outside: Outside, record: Record) {
  let online = true
  let losing = false
  let running = 0
  /** How often each address was asked while every second one fails. */
  let asked: Map<string, number> | undefined
  const isFailing = (url: string) => {
    const times = (asked?.get(url) ?? 0) + 1
    asked?.set(url, times)
    return asked !== undefined && times % 2 === 1
  }
  let downloads = 0
  const listeners = new Set<StatusListener>()

  const refuse = (options: Options, errMsg: string) => {
    record.refused.push(`${errMsg} (${options.url})`)
    fail(options, errMsg)
  }

  function carry(
    name: string,
    options: Options,
    send: () => Promise<Answered>,
    read: (answer: Answered) => object,
  ) {
    if (!options.url.startsWith(`${outside.apiBase}/`)) refuse(options, `${name}:fail url not in domain list`)
    else if (running >= mostAtOnce) refuse(options, `${name}:fail exceed max concurrent requests`)
    else if (!online || isFailing(options.url)) fail(options, `${name}:fail `)
    else {
      running += 1
      send()
        .finally(() => {
          running -= 1
        })
        .then(
          (answer) =>
            losing
              ? fail(options, `${name}:fail timeout`)
              : succeed(name, options, {
                  statusCode: answer.status,
                  header: answer.headers,
                  ...read(answer),
                }),
          () => fail(options, `${name}:fail `),
        )
    }
    return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {}, onProgressUpdate() {} }
  }

  return {
    wx: {
      request(options: RequestOptions) {
        const { url, header = {}, data } = options
        const method = (options.method ?? 'GET').toUpperCase()
        const send = () => outside.carry({ url, method, headers: header, body: bodyOf(method, data) })
        return carry('request', options, send, (answer) => ({ data: readJson(answer) }))
      },
      uploadFile(options: UploadOptions) {
        const { url, header = {}, name, filePath, formData = {} } = options
        const send = () => outside.upload({ url, method: 'POST', headers: header, name, filePath, formData })
        return carry('uploadFile', options, send, (answer) => ({ data: textOf(answer) }))
      },
      downloadFile(options: Options) {
        const { url, header = {} } = options
        downloads += 1
        const tempFilePath = `wxfile://tmp_${downloads}.jpg`
        const send = () => outside.carry({ url, method: 'GET', headers: header, body: undefined })
        return carry('downloadFile', options, send, ({ bytes }) => {
          record.downloaded.set(tempFilePath, bytes)
          return { tempFilePath }
        })
      },
      onNetworkStatusChange: (listener: StatusListener) => void listeners.add(listener),
      offNetworkStatusChange: (listener?: StatusListener) =>
        void (listener ? listeners.delete(listener) : listeners.clear()),
    },
    loseAnswers: (lost: boolean) => {
      losing = lost
    },
    failEverySecond: (failing: boolean) => {
      asked = failing ? new Map() : undefined
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

const textOf = ({ bytes }: Answered) =>
  decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))

/** JSON arrives parsed, as `dataType: json` promises. */
function readJson(answer: Answered): unknown {
  const text = textOf(answer)
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
