import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'

export const token = 'pushtoken'
/** The key of the official vectors. */
export const aesKey = 'A'.repeat(43)

export type Received = {
  method: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  body: string
}

/** The signature of section 6, written once more for the tests. */
export function signatureOf(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex')
}

/** A server that takes events as ours does: it gives the echo back and answers `success`. */
export async function startReceiver() {
  const received: Received[] = []
  const replies: ({ status: number; text: string } | 'silent')[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://127.0.0.1')
      const query = Object.fromEntries(url.searchParams)
      const { method = '', headers } = request
      received.push({ method, query, headers, body: Buffer.concat(chunks).toString() })
      const reply = replies.shift() ?? { status: 200, text: query.echostr ?? 'success' }
      if (reply === 'silent') return
      response.writeHead(reply.status).end(reply.text)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`,
    received,
    /** What the next requests are answered with, instead of what is right. */
    replies,
    posts: () => received.filter(({ method }) => method === 'POST'),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => undefined)
    },
  }
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>
