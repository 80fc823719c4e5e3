import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type ClientRequest } from 'node:http'
import { type Socket } from 'node:net'

/** Whom this process has called since, as `host:port`; for a test that no host but the simulator was called (section 9.1). */
export type HostWatch = { hosts(): string[]; stop(): void }

type Connecting = { connectParams: { hostname: string; port: string | null; protocol: string } }

function portOf(port: string | null, protocol: string): string {
  return port || (protocol === 'https:' ? '443' : '80')
}

export function watchHosts(): HostWatch {
  const seen = new Set<string>()
  const watched: [channel: string, note: (message: unknown) => void][] = [
    [
      'undici:client:beforeConnect',
      (message) => {
        const { hostname, port, protocol } = (message as Connecting).connectParams
        seen.add(`${hostname}:${portOf(port, protocol)}`)
      },
    ],
    [
      'http.client.request.start',
      (message) => {
        const { host, protocol } = (message as { request: ClientRequest }).request
        const [name = '', port = null] = host.split(':')
        seen.add(`${name}:${portOf(port, protocol)}`)
      },
    ],
    [
      'net.client.socket',
      (message) => {
        const { socket } = message as { socket: Socket }
        socket.on('lookup', (_error, _address, _family, host) => seen.add(`${host}:?`))
        socket.on('connectionAttempt', (ip: string, port: number) => seen.add(`${ip}:${port}`))
      },
    ],
  ]
  for (const [channel, note] of watched) subscribe(channel, note)
  return {
    hosts: () => [...seen].sort(),
    stop: () => {
      for (const [channel, note] of watched) unsubscribe(channel, note)
    },
  }
}
