import net from 'node:net'
import { isUnconnected } from './sql-errors'

export interface Host {
  host: string
  port: number
}

const usualPort = 3306

/**
 * The hosts of `mariadb://user:password@one:3306,two:3306/house`, in their order.
 * @returns undefined where one of them cannot be made out
 */
export function hostsIn(url: string): Host[] | undefined {
  const hosts = authorityOf(url)
    .split(',')
    .map((one) => {
      const [, host, port] = /^(\[[0-9a-f:.]+\]|[^\s:[\]]+)(?::(\d{1,5}))?$/i.exec(one) ?? []
      return { host: (host ?? '').replace(/^\[|\]$/g, ''), port: Number(port ?? usualPort) }
    })
  return hosts.every(({ host, port }) => host !== '' && port > 0 && port < 65_536) ? hosts : undefined
}

/** The URL as drivers take it: with its first host alone. */
export const withFirstHost = (url: string) => {
  const authority = authorityOf(url)
  return url.replace(`${authority}/`, `${authority.split(',')[0]}/`)
}

/** A password may hold anything but a slash that is not written as `%2F`. */
const authorityOf = (url: string) => {
  const [, behind = ''] = /^\w+:\/\/([^/]*)/.exec(url) ?? []
  return behind.slice(behind.lastIndexOf('@') + 1)
}

/**
 * The ways to one database that several machines hold. All connections go to one of them, so that whoever has written
 * reads what was written; when it fails, to the next, and there they stay.
 */
export function createHosts(hosts: readonly Host[]) {
  let at = 0
  const hostOf = new WeakMap<object, number>()
  const isThere = (line: object) => (hostOf.get(line) ?? at) === at
  /** Many connections that break at once move on by one host, not by as many. */
  const leave = (line: object) => {
    if (isThere(line)) at = (at + 1) % hosts.length
  }
  return {
    isThere,
    leave,
    /** A host that takes connections and says nothing is as dead as one that refuses them. */
    open: (): net.Socket => {
      const { host, port } = hosts[at] ?? { host: '127.0.0.1', port: usualPort }
      const line = net.connect(port, host)
      hostOf.set(line, at)
      line.setNoDelay(true)
      line.once('connect', () => line.setKeepAlive(true))
      line.once('error', () => leave(line))
      line.once('close', () => {
        if (line.bytesRead === 0) leave(line)
      })
      return line
    },
  }
}
export type Hosts = ReturnType<typeof createHosts>

/** For what is opened once, without the patience of a server: each host is asked. */
export async function askedInTurn<T>(url: string, open: () => Promise<T>): Promise<T> {
  for (let left = (hostsIn(url) ?? []).length; left > 1; left -= 1) {
    try {
      return await open()
    } catch (error) {
      if (!isUnconnected(error)) throw error
      await new Promise((next) => setImmediate(next))
    }
  }
  return open()
}
