import type { Context } from 'koa'
import { knowAddress, networkOf } from '../../../server/http/address'

/** The address that limits count: what a proxy of our own added, never what the client wrote. */
async function addressOf(
  headers: Record<string, string>,
  { hops = 1, trustsCloudHeaders = false, line = '10.0.0.9' } = {},
) {
  const context = {
    get: (name: string) => headers[name] ?? '',
    req: { socket: { remoteAddress: line } },
    request: { ip: '' },
    state: {} as { asker?: string },
  }
  const know = knowAddress({ hops, cloud: { trustsCloudHeaders, appid: 'wx1' } })
  await know(context as unknown as Context, () => Promise.resolve())
  return [context.request.ip, context.state.asker]
}
const forwarded = (list: string) => ({ 'x-forwarded-for': list })

test.each<[string, string, number, string]>([
  ['what the one proxy added', '203.0.113.7', 1, '203.0.113.7'],
  ['nothing that the client invented before it', '6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
  ['of two proxies, what the outer one added', '6.6.6.6, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['the line itself where no proxy stands in front', '6.6.6.6', 0, '10.0.0.9'],
  ['the line itself where the entry is none', '<script>', 1, '10.0.0.9'],
  ['the line itself where there is no list', '', 1, '10.0.0.9'],
  ['the address without its port', '203.0.113.7:51234', 1, '203.0.113.7'],
  ['IPv6 in brackets', '[2001:db8::1]:443', 1, '2001:db8::1'],
  ['IPv4 in its long form', '::ffff:203.0.113.7', 1, '203.0.113.7'],
])('is %s', async (_, list, hops, address) => {
  expect((await addressOf(forwarded(list), { hops }))[0]).toBe(address)
})

test('in the closed cloud it is what the gateway wrote, and the user of WeChat is who is counted', async () => {
  const headers = {
    'x-original-forwarded-for': '203.0.113.7',
    'x-forwarded-for': '6.6.6.6',
    'x-wx-openid': 'o-phone-of-a-villager',
  }
  expect(await addressOf(headers, { trustsCloudHeaders: true })).toEqual([
    '203.0.113.7',
    'o-phone-of-a-villager',
  ])
  expect(await addressOf(headers, { hops: 0 })).toEqual(['10.0.0.9', '10.0.0.9'])
})

test('a household with a whole network of IPv6 counts as one', () => {
  expect(['2001:db8:1:2::1', '2001:db8:1:2:ffff:0:0:9', '2001:0db8:0001:0002::7'].map(networkOf)).toEqual(
    Array(3).fill('2001:db8:1:2::/64'),
  )
  expect([networkOf('2001:db8:1:3::1'), networkOf('::1'), networkOf('203.0.113.7')]).toEqual([
    '2001:db8:1:3::/64',
    '0:0:0:0::/64',
    '203.0.113.7',
  ])
})
