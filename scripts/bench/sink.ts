import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The least that WeChat could be, in a process of its own: takes every push after `SINK_TAKES_MS`, and says when
 * another to the same person was still on the way. Tells its port, and what it has seen whenever it is asked.
 */
const takesMs = Number(process.env.SINK_TAKES_MS ?? 0)
let taken = 0
let inFlight = 0
let mostInFlight = 0
let concurrent = 0
const onTheWay = new Set<string>()

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  request.on('end', () => {
    if (request.url?.startsWith('/cgi-bin/stable_token'))
      return response.end('{"access_token":"sink","expires_in":7200}')
    const openid = /"touser":"([^"]*)"/.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? ''
    if (onTheWay.has(openid)) concurrent += 1
    onTheWay.add(openid)
    mostInFlight = Math.max(mostInFlight, (inFlight += 1))
    const take = () => {
      taken += 1
      inFlight -= 1
      onTheWay.delete(openid)
      response.end(`{"errcode":0,"errmsg":"ok","msgid":${1_316_263_177_503_700_000n + BigInt(taken)}}`)
    }
    if (takesMs === 0) take()
    else setTimeout(take, takesMs)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ taken, mostInFlight, concurrent }))
process.on('SIGTERM', () => process.exit(0))
