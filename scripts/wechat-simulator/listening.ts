import { once } from 'node:events'
import { type Server as HttpServer } from 'node:http'
import { type AddressInfo, type Server } from 'node:net'

/** On the loopback address only; 0 takes any free port. */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Ends with the last connection, and cuts all of them. */
export async function closeServer(server: Server | HttpServer): Promise<void> {
  const done = server.listening ? once(server, 'close') : undefined
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await done
}
