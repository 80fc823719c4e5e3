import fs from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { newId } from '../../../server/database/id'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

/** What no phone sends: bodies that are not what their heading says, addresses that climb out, ways of asking that are none. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  const pages = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-odd-'))
  fs.writeFileSync(path.join(pages, 'index.html'), '<!doctype html>')
  server = await startServer({ pages })
  town = await buildTown(server)
})
afterAll(() => server.stop())

interface Answer {
  status: number
  text: string
}
/** Asks word by word: `fetch` would tidy the address and the headings. */
function ask(
  method: string,
  path: string,
  { headers = {}, body = Buffer.alloc(0) }: { headers?: Record<string, string>; body?: Buffer | string } = {},
): Promise<Answer> {
  const bytes = Buffer.from(body)
  const lines = Object.entries({
    host: 'x',
    connection: 'close',
    authorization: `Bearer ${town.villager.client.token}`,
    ...(bytes.length > 0 ? { 'content-length': String(bytes.length) } : {}),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return new Promise((resolve, reject) => {
    const line = connect(Number(new URL(server.url).port), '127.0.0.1')
    let said = ''
    line.on('data', (chunk: Buffer) => (said += chunk.toString()))
    line.once('error', reject)
    line.once('close', () =>
      resolve({ status: Number(said.slice(9, 12)), text: said.slice(said.indexOf('\r\n\r\n') + 4) }),
    )
    line.write(Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), bytes]))
  })
}
const put = (headers: Record<string, string>, body: Buffer | string) =>
  ask('PUT', `/api/towns/${town.id}/profile`, {
    headers: { 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
    body,
  })
const isSentence = (text: string) => {
  const { message } = JSON.parse(text) as { message: string }
  return /^[^A-Za-z]*[一-龥][^A-Za-z]*。$/.test(message) || message
}
const plain = '{"name":"试"}'

test.each<[string, Record<string, string>, Buffer | string, number]>([
  ['plain text called gzip', { 'content-encoding': 'gzip' }, plain, 400],
  ['broken gzip', { 'content-encoding': 'gzip' }, Buffer.from('1f8b0800000000000003', 'hex'), 400],
  ['gzip cut off', { 'content-encoding': 'gzip' }, gzipSync(plain.repeat(50)).subarray(0, 30), 400],
  ['plain text called deflate', { 'content-encoding': 'deflate' }, plain, 400],
  ['plain text called br', { 'content-encoding': 'br' }, plain, 400],
  ['brotli cut off', { 'content-encoding': 'br' }, brotliCompressSync(plain).subarray(0, 6), 400],
  ['an unknown encoding', { 'content-encoding': 'zstd' }, plain, 415],
  ['two encodings', { 'content-encoding': 'gzip, br' }, plain, 415],
  ['a bomb of 200 MB in 200 kB', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(200_000_000)), 413],
  ['JSON in GBK', { 'content-type': 'application/json; charset=gbk' }, plain, 415],
  [
    'JSON in UTF-16',
    { 'content-type': 'application/json; charset=utf-16le' },
    Buffer.from(plain, 'utf16le'),
    400,
  ],
  ['a charset that is none', { 'content-type': 'application/json; charset=banana' }, plain, 415],
  ['JSON called text', { 'content-type': 'text/plain' }, plain, 415],
  ['JSON called nothing', { 'content-type': '' }, plain, 415],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'name=x', 415],
  ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 415],
  ['XML', { 'content-type': 'application/xml' }, '<name/>', 415],
  ['a body of spaces', {}, '   ', 400],
  ['null', {}, 'null', 400],
  ['a list', {}, '[]', 400],
  ['a number', {}, '7', 400],
  ['half an object', {}, '{"name":', 400],
  ['a key named __proto__', {}, '{"__proto__":{"isOffice":true}}', 400],
  ['a key named constructor', {}, '{"constructor":{"prototype":{"x":1}}}', 400],
  ['lists within lists, 50,000 deep', {}, `{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400],
  [
    'objects within objects, 20,000 deep',
    {},
    `{"name":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    400,
  ],
  ['100,000 keys', {}, `{${Array.from({ length: 15_000 }, (_, at) => `"k${at}":1`).join()}}`, 400],
  ['more than fits', {}, JSON.stringify({ name: 'x'.repeat(300_000) }), 413],
  ['no key against doubles', { 'idempotency-key': '' }, plain, 400],
  ['a key of 300 letters', { 'idempotency-key': 'k'.repeat(300) }, plain, 400],
])('a body: %s gets a 4xx with a sentence', async (_, headers, body, status) => {
  const answer = await put(headers, body)
  expect([answer.status, isSentence(answer.text)]).toEqual([status, true])
})

test.each<[string, number]>([
  ['/..%2f..%2fpackage.json', 404],
  ['/%2e%2e/%2e%2e/package.json', 404],
  ['/../../package.json', 404],
  ['/static/%2e%2e%2f%2e%2e%2fpackage.json', 404],
  ['/..%5c..%5cpackage.json', 404],
  ['/%252e%252e%252fpackage.json', 404],
  ['/.git/config.json', 404],
  ['//etc/passwd.txt', 404],
  ['/js/x%00.js', 400],
  ['/%E0%A4%A.js', 400],
  ['/%', 400],
  ['/api/towns/%E0%A4%A', 400],
  ['/api/towns/%00', 400],
  ['/api/towns/%ff', 400],
  ['/api/towns?x=%E0%A4%A', 400],
  ['/api/towns/..%2f..%2fme', 404],
  ["/api/towns/'%20OR%201=1", 404],
  ['/api/towns/%F0%9F%9A%A7', 404],
  [`/api/towns/${'a'.repeat(5000)}`, 404],
  ['/api/__proto__', 404],
  ['/api/towns?__proto__=1', 400],
  ['/api/towns?constructor[prototype]=1', 400],
  ['/api/../package.json', 404],
  ['/api', 404],
  ['/api%2ftowns', 404],
])('GET %s gets a 4xx and reads no file', async (path, status) => {
  const { status: got, text } = await ask('GET', path)
  expect([got, text.includes('dependencies')]).toEqual([status, false])
})

test.each<[string, string, number]>([
  ['DELETE', '/api/towns', 405],
  ['PATCH', '/api/sign-in', 405],
  ['GET', '/api/sign-in', 405],
  ['TRACE', '/api/towns', 405],
  ['PROPFIND', '/api/towns', 405],
  ['POST', '/', 405],
  ['DELETE', '/index.html', 405],
  ['OPTIONS', '/api/towns', 200],
  ['HEAD', '/api/towns', 200],
])('%s %s is answered with %i', async (method, path, status) => {
  const { status: got, text } = await ask(method, path)
  expect([got, status === 405 ? isSentence(text) : text]).toEqual([status, status === 405 ? true : ''])
})

test('a body that comes with a question is not read', async () => {
  const { status } = await ask('GET', '/api/towns', {
    headers: { 'content-type': 'application/json' },
    body: '{"x":',
  })
  expect(status).toBe(200)
})

test.each<[string, Record<string, string>]>([
  ['a token with spaces', { authorization: 'Bearer a b c' }],
  ['a token of 8,000 letters', { authorization: `Bearer ${'a'.repeat(8000)}` }],
  ['another way to sign in', { authorization: 'Basic YTpi' }],
  ['letters beyond ASCII', { authorization: 'Bearer é\u0080' }],
])('%s is nobody', async (_, headers) => {
  expect((await ask('GET', '/api/me', { headers })).status).toBe(401)
})
