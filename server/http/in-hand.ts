import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { refusals } from '../../shared/words/refusals'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/**
 * Knows the requests in hand, so that a server can end in order: it takes no new ones, and finishes those whose head
 * has come, however slowly their body comes or their answer goes.
 */
export function createInHand(answer: Answer) {
  const inHand = new Set<ServerResponse>()
  let isEnding = false
  let done = () => {}

  return {
    answer: (request: IncomingMessage, response: ServerResponse) => {
      if (isEnding) return refuse(response)
      inHand.add(response)
      response.once('close', () => {
        inHand.delete(response)
        if (inHand.size === 0) done()
      })
      return answer(request, response)
    },
    /** @returns once every answer has gone, or at the latest after `withinMs`; then no line is open any more */
    async end(server: Server, withinMs: number) {
      isEnding = true
      server.close()
      server.closeIdleConnections()
      for (const response of inHand) response.shouldKeepAlive = false
      if (inHand.size > 0)
        await new Promise<void>((resolve) => {
          done = resolve
          setTimeout(resolve, withinMs).unref()
        })
      server.closeAllConnections()
    },
  }
}

/** It came on a line that was kept open from before. */
function refuse(response: ServerResponse) {
  const code = 'unavailable'
  const body = JSON.stringify({
    code,
    message: '系统正在重新启动，请过一会儿再试，您填的内容还在。',
  })
  response.writeHead(refusals[code][0], {
    Connection: 'close',
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Retry-After': '5',
  })
  response.end(body)
}
