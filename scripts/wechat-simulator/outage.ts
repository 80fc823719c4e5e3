import { once } from 'node:events'
import { type Server } from 'node:http'

/**
 * The platform's port closes, and whoever connects is refused. The control plane has a port of its own
 * (`controlUrl`), which stays open.
 */
export type Outage = { begin(): Promise<void>; end(): Promise<void>; isOn(): boolean }

export function makeOutage(server: Server, port: () => number): Outage {
  let isOn = false
  return {
    isOn: () => isOn,
    async begin() {
      if (isOn) return
      isOn = true
      // Not awaited: the answer to whoever asked for this may still be on one of the connections.
      server.close()
      await Promise.resolve()
    },
    async end() {
      if (!isOn) return
      server.listen(port(), '127.0.0.1')
      await once(server, 'listening')
      isOn = false
    },
  }
}
