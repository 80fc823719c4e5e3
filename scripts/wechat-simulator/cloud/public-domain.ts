import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { type World } from '../world'

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status)
  response.end()
}

/** The public domain of the first public service: whatever comes in goes through as it is, `X-WX-` headers too. */
export function servePublicDomain(world: World, incoming: IncomingMessage, response: ServerResponse): void {
  const service = world.state.cloud.services.find(({ isPublic }) => isPublic)
  if (!service) return refuse(response, 404)
  const { method, headers, url = '/' } = incoming
  const target = new URL(service.url)
  const forwarded = { ...headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' }
  const { hostname, port } = target
  const outgoing = request({ hostname, port, path: url, method, headers: forwarded }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    pipeline(answer, response, () => undefined)
  })
  outgoing.on('error', () => refuse(response, 502))
  pipeline(incoming, outgoing, () => undefined)
}
