import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type RefusalCode, refusals } from '../../shared/words/refusals'
import { refusalBody } from './refusals'

/** How patient the house is with those who keep a line open. A phone on a weak line goes on sending, if slowly. */
const patience = {
  /** A head is a few hundred bytes: whoever takes longer does not mean to ask. */
  headMs: 8_000,
  /** Ten megabytes at the pace of an old phone. */
  requestMs: 120_000,
  /** Nothing comes, nothing goes, and nobody here is working for them. */
  silenceMs: 8_000,
  lookMs: 1_000,
  headBytes: 16 * 1024,
} as const

/** A phone sends fifteen or so. Node drops what goes beyond its own bound without a word, so ours is below it. */
export const mostHeaders = 100

/**
 * The node server with its time-outs: lines that say nothing, stop half-way or never read their answer are closed
 * within 15 s, and what is no HTTP is told so. Whoever waits for an answer that is being made waits on.
 */
export function createHttpServer(
  callback: (request: IncomingMessage, response: ServerResponse) => unknown,
): Server {
  const server = createServer(
    {
      headersTimeout: patience.headMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: patience.lookMs,
      keepAliveTimeout: patience.silenceMs,
      maxHeaderSize: patience.headBytes,
    },
    (request, response) => {
      working.set(request.socket, { request, response })
      void callback(request, response)
    },
  )
  const working = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>()
  const waitsForUs = (socket: Socket) => {
    const at = working.get(socket)
    return at !== undefined && at.request.complete && !at.response.headersSent
  }
  server.maxHeadersCount = 2 * mostHeaders
  server.timeout = patience.silenceMs
  server.on('timeout', (socket: Socket) => {
    if (!waitsForUs(socket)) socket.destroy()
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.end(answerTo(error.code))
    // Whoever does not take the answer either is not waited for.
    setTimeout(() => socket.destroy(), patience.lookMs).unref()
  })
  return server
}

/** What could not be read as a request gets its "no" as bytes, because there is no request to answer. */
function answerTo(code: string | undefined): string {
  const refusal: RefusalCode =
    code === 'HPE_HEADER_OVERFLOW'
      ? 'head_too_large'
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'too_slow'
        : 'bad_request'
  const status = refusals[refusal][0]
  const body = JSON.stringify(refusalBody(refusal))
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}
