import http from 'node:http'
import https from 'node:https'

/** How an exchange broke: before any answer, or midway through one; `late` where it took longer than it was given. */
type How = 'before' | 'late' | 'midway' | 'midwayLate'

export class Broken extends Error {
  constructor(
    readonly how: How,
    readonly code: string,
    /** Whether anything can have been asked at all. */
    readonly wasConnected: boolean,
  ) {
    super(`${how} ${code}`)
  }
}

/**
 * Connections are kept and shared. More than the outbox has on the way at once: whoever signs in does not wait behind a
 * broadcast. An idle one is given up before the usual server gives it up, so that nothing is sent into a closing one.
 */
const pool = { keepAlive: true, maxSockets: 128, maxFreeSockets: 128, timeout: 4000 }
const doors = {
  'http:': { request: http.request, agent: new http.Agent(pool) },
  'https:': { request: https.request, agent: new https.Agent(pool) },
}

/** A body and what it is. */
export interface Packed {
  bytes: Buffer
  type: string
}

interface Answer {
  status: number
  bytes: Buffer
}

/** One request and its whole answer; what is no success is not read. @throws Broken */
export const overHttp = (url: URL, method: string, body: Packed | undefined, timeoutMs: number) =>
  new Promise<Answer>((resolve, reject) => {
    const { request: open, agent } = url.protocol === 'https:' ? doors['https:'] : doors['http:']
    let wasConnected = false
    let hasAnswer = false
    let isLate = false
    const headers =
      body === undefined ? {} : { 'content-type': body.type, 'content-length': body.bytes.length }
    const request = open(url, { method, agent, headers })
    const timer = setTimeout(() => {
      isLate = true
      request.destroy(new Error('late'))
    }, timeoutMs)
    const broke = (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      const how = hasAnswer ? (isLate ? 'midwayLate' : 'midway') : isLate ? 'late' : 'before'
      reject(new Broken(how, error.code ?? '', wasConnected))
    }
    // Nothing is written before there is somebody to read it: what failed until then was certainly not asked.
    const ask = () => {
      wasConnected = true
      request.end(body?.bytes)
    }
    request.on('socket', (socket) => {
      if (!socket.connecting) ask()
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', ask)
    })
    request.on('error', broke)
    request.on('response', (response) => {
      hasAnswer = true
      const { statusCode: status = 0 } = response
      response.on('error', broke)
      if (status < 200 || status > 299) {
        clearTimeout(timer)
        resolve({ status, bytes: Buffer.alloc(0) })
        response.destroy()
        return
      }
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => void chunks.push(chunk))
      response.on('end', () => {
        clearTimeout(timer)
        resolve({ status, bytes: Buffer.concat(chunks) })
      })
    })
  })
