import { deflateSync, gzipSync } from 'node:zlib'
import { contract } from '../../server/http/contract'
import type { Endpoint } from '../../shared/grammar/endpoint'
import { newId } from '../../server/database/id'
import { placesIn, withAt } from './places'
import { sampleOf } from './sample'

/** Numbers from 0 up to 1 that come again from the same seed. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return { next, oneOf: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T }
}
export type Random = ReturnType<typeof randomFrom>

export interface Odd {
  kind: string
  bytes: Buffer
  /** Whether it is a whole request, which must be answered. */
  isWhole: boolean
}

const values: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '😀'.repeat(3000),
  'x'.repeat(100_000),
  -1,
  1e308,
  0.1,
  true,
  [],
  [[]],
  {},
  { $gt: '' },
  { toString: 1 },
  '9999-12-31',
  '0000-00-00',
  '2026-02-30',
  'undefined',
  '__proto__',
  "'; DROP TABLE person; --",
  '../../package.json',
  newId(),
]
const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const types = [
  'application/json',
  'text/plain',
  '',
  'multipart/form-data',
  'application/json; charset=gbk',
  'multipart/form-data; boundary=x',
]
const encodings = ['', 'gzip', 'br', 'deflate', 'zstd', 'identity', 'gzip, gzip']
const paths = [
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/%E0%A4%A',
  '/%00',
  '/api/%ff',
  '//',
  '/.git/config',
  '/api/towns/%2e%2e',
  `/${'a'.repeat(9000)}`,
  '/api/towns?%',
  '/index.html%00.js',
  '/js/..%5c..%5cpackage.json',
]
const lines = [
  'hello\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET  /  HTTP/1.1\r\n\r\n',
  'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n',
  'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(1000)}\r\n`,
  'GET / HTTP/1.1\r\nHost: x\r\nX : y\r\n\r\n',
]

/** Makes odd requests of every kind; addresses and accounts change, so that limits do not hide what lies behind them. */
export function makeOdd(random: Random, townId: string, tokens: readonly string[]): Odd {
  const { next, oneOf } = random
  const endpoint = oneOf([...contract.values()])
  const at = (path: string) =>
    path.replace(':town', townId).replace(/:\w+/g, () => oneOf([newId(), 'x', '%F0%9F%9A%A7', townId]))
  const query = (one: Endpoint) => {
    const all = Object.entries(sampleOf(one.query) as Record<string, string>)
    const words = new URLSearchParams(
      all.map(([name, right]) => [name, next() < 0.5 ? right : asText(oneOf(values)).slice(0, 2000)]),
    )
    return words.size > 0 ? `?${words}` : ''
  }
  const ask = (method: string, path: string, headers: Record<string, string>, body: Buffer): Buffer => {
    const head = Object.entries({
      Host: 'x',
      Connection: 'close',
      'X-Forwarded-For': `203.0.113.${Math.floor(next() * 250)}`,
      Authorization: `Bearer ${oneOf(tokens)}`,
      'Idempotency-Key': newId(),
      ...headers,
      ...(body.length > 0 ? { 'Content-Length': String(body.length) } : {}),
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n`), body])
  }
  const json = { 'Content-Type': 'application/json' }
  const input = sampleOf(endpoint.input)
  const wrongInput = () => JSON.stringify(withAt(input, oneOf(placesIn(input)), oneOf(values))) ?? ''

  return oneOf([
    () => ({
      kind: 'value',
      isWhole: true,
      bytes: ask(
        endpoint.method,
        `/api${at(endpoint.path)}${query(endpoint)}`,
        json,
        Buffer.from(endpoint.method === 'GET' ? '' : wrongInput()),
      ),
    }),
    () => ({
      kind: 'query',
      isWhole: true,
      bytes: ask('GET', `/api${at(endpoint.path)}${query(endpoint)}`, {}, Buffer.alloc(0)),
    }),
    () => {
      const text = Buffer.from(wrongInput())
      const body = oneOf([
        text,
        gzipSync(text),
        deflateSync(text),
        gzipSync(text).subarray(0, 12),
        Buffer.from([0xff, 0xfe, 0, 1]),
      ])
      const headers = { 'Content-Type': oneOf(types), 'Content-Encoding': oneOf(encodings) }
      return {
        kind: 'heading',
        isWhole: true,
        bytes: ask(oneOf(['POST', 'PUT', 'GET']), `/api${at(endpoint.path)}`, headers, body),
      }
    },
    () => ({
      kind: 'method',
      isWhole: true,
      bytes: ask(
        oneOf(['DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']),
        `/api${at(endpoint.path)}`,
        json,
        Buffer.alloc(0),
      ),
    }),
    () => ({ kind: 'address', isWhole: true, bytes: ask('GET', oneOf(paths), {}, Buffer.alloc(0)) }),
    () => ({ kind: 'line', isWhole: false, bytes: Buffer.from(oneOf(lines)) }),
    () => {
      const whole = ask(endpoint.method, `/api${at(endpoint.path)}`, json, Buffer.from(wrongInput()))
      return { kind: 'cut', isWhole: false, bytes: whole.subarray(0, Math.floor(next() * whole.length)) }
    },
  ])()
}
