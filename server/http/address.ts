import { isIP } from 'node:net'
import type { Context, Middleware } from 'koa'
import { cloudCaller, type CloudConfig } from './cloud-caller'

/**
 * Sets `context.ip` to the address of whoever asks. Each proxy of ours adds the address that it sees at the end of the
 * list, so what counts is the entry that many places from the right; all that stands before it the client may have
 * invented. Nothing else that a proxy says (host, protocol) is believed: no link is made of it.
 * @param hops how many proxies of our own stand in front; 0: none
 */
export const knowAddress =
  ({ hops, cloud }: { hops: number; cloud: CloudConfig }): Middleware =>
  async (context, next) => {
    const line = context.req.socket.remoteAddress ?? ''
    // The gateway of 微信云托管 has one address for all and writes that of the phone here.
    const told = cloud.trustsCloudHeaders
      ? entryFromRight(context.get('x-original-forwarded-for'), 1)
      : entryFromRight(context.get('x-forwarded-for'), hops)
    context.request.ip = plain(told) ?? plain(line) ?? ''
    context.state.asker = cloudCaller(context, cloud) ?? networkOf(context.request.ip)
    await next()
  }

/** Whom limits count that are asked before sign-in: an address, or inside the closed cloud a user of WeChat. */
export const askerOf = (context: Context) => context.state.asker as string

function entryFromRight(list: string, hops: number): string {
  const entries = list.split(',').map((entry) => entry.trim())
  return hops === 0 ? '' : (entries[Math.max(0, entries.length - hops)] ?? '')
}

/** @returns the address without port, brackets and the mapping of IPv4 into IPv6; undefined where it is none */
function plain(entry: string): string | undefined {
  const bare = entry
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(bare) === 0 ? undefined : bare.toLowerCase()
}

/** One household has a whole /64 of IPv6: counted by single addresses it would have no limit at all. */
export function networkOf(ip: string): string {
  if (isIP(ip) !== 6) return ip
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? []
  const words = (text: string | undefined) => (text ? text.split(':') : [])
  const [before, after] = [words(head), words(tail)]
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  const all = [...before, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...after]
  return `${all
    .slice(0, 4)
    .map((word) => word.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
