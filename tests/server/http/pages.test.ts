import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

/** What goes over the wire: pages packed by the build, answers packed on their way, and nothing that is there already. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-pages-'))
const script = 'console.log("代表之家")\n'.repeat(500)
let server: TestServer
let town: TestTown

beforeAll(async () => {
  fs.mkdirSync(path.join(folder, 'js'))
  fs.writeFileSync(
    path.join(folder, 'index.html'),
    `<!doctype html><title>代表之家</title>${'<p>页</p>'.repeat(200)}`,
  )
  fs.writeFileSync(path.join(folder, 'js/app.0123abcd.js'), script)
  fs.writeFileSync(path.join(folder, 'small.txt'), 'small')
  execFileSync(process.execPath, ['scripts/pack.mjs', folder])
  server = await startServer({ pages: folder, publicUrl: 'https://dbzj.example.cn' })
  town = await buildTown(server)
})
afterAll(() => server.stop())

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  bytes: Buffer
}
/** `fetch` unpacks by itself; this does not. */
const get = (where: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const request = http.request(server.url + where, { method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) }),
      )
    })
    request.once('error', reject).end()
  })
const page = { accept: 'text/html,*/*' }

test.each([
  ['br', 'gzip, deflate, br', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
] as const)('a script is sent as %s to whoever reads that', async (encoding, accepts, unpack) => {
  const { status, headers, bytes } = await get('/js/app.0123abcd.js', { 'accept-encoding': accepts })
  expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding'])
  expect(headers['content-type']).toMatch(/javascript/)
  expect(headers['cache-control']).toBe('max-age=31536000')
  expect(Number(headers['content-length'])).toBe(bytes.length)
  expect(bytes.length).toBeLessThan(script.length / 10)
  expect(unpack(bytes).toString()).toBe(script)
})

test('whoever reads nothing packed gets it plain', async () => {
  const { headers, bytes } = await get('/js/app.0123abcd.js')
  expect([headers['content-encoding'], bytes.toString()]).toEqual([undefined, script])
  const small = await get('/small.txt', { 'accept-encoding': 'br, gzip' })
  expect([small.headers['content-encoding'], small.bytes.toString()]).toEqual([undefined, 'small'])
})

test('each form of a page has a mark of its own, and is not sent to whoever has it', async () => {
  const forms = await Promise.all(
    ['br', 'gzip', 'identity'].map((form) => get('/', { 'accept-encoding': form })),
  )
  const marks = forms.map(({ headers }) => headers.etag ?? '')
  expect(new Set(marks).size).toBe(3)
  for (const sent of [marks[0] ?? '', `W/${marks[0]}`, `"x", W/${marks[0]}`, '*']) {
    const { status, bytes } = await get('/', { 'accept-encoding': 'br', 'if-none-match': sent })
    expect([sent, status, bytes.length]).toEqual([sent, 304, 0])
  }
  expect((await get('/', { 'accept-encoding': 'br', 'if-none-match': '"another"' })).status).toBe(200)
  expect((await get('/', {}, 'HEAD')).bytes.length).toBe(0)
})

test('an address that is none gets the page that says so, and is called not found', async () => {
  for (const where of ['/nothing', '/pages/home', '/a/b/c?d=e', '/old.html']) {
    const { status, headers, bytes } = await get(where, page)
    expect([where, status, headers['cache-control']]).toEqual([where, 404, 'no-cache'])
    expect(bytes.toString()).toContain('<title>代表之家</title>')
  }
  const { status, headers } = await get('/js/gone.0123abcd.js', { accept: 'application/json' })
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    404,
    'application/json; charset=utf-8',
    'no-store',
  ])
  expect((await get('/js/app.0123abcd.js.br', page)).status).toBe(404)
})

test('an answer of the interface is packed when it is long, and not when it is short', async () => {
  const plain = await get('/api/openapi.json')
  const packed = await get('/api/openapi.json', { 'accept-encoding': 'gzip, br' })
  const gzipped = await get('/api/openapi.json', { 'accept-encoding': 'gzip' })
  for (const [one, encoding, unpack] of [
    [packed, 'br', brotliDecompressSync],
    [gzipped, 'gzip', gunzipSync],
  ] as const) {
    expect([one.headers['content-encoding'], one.headers.vary]).toEqual([encoding, 'Accept-Encoding'])
    expect(one.bytes.length).toBeLessThan(plain.bytes.length / 5)
    expect(unpack(one.bytes).equals(plain.bytes)).toBe(true)
  }
  const short = await get('/api/nothing', { 'accept-encoding': 'gzip' })
  expect([short.status, short.headers['content-encoding']]).toEqual([404, undefined])
  const authorization = `Bearer ${town.office.client.token}`
  const own = await get(`/api/towns/${town.id}/rules`, { 'accept-encoding': 'gzip', authorization })
  expect([own.status, own.headers['content-encoding'], own.headers['content-type']]).toEqual([
    200,
    'gzip',
    'application/json; charset=utf-8',
  ])
  expect(JSON.parse(gunzipSync(own.bytes).toString())).toHaveProperty('profile')
})

test('a public answer that the reader has is not sent again, however a proxy wrote its mark', async () => {
  const where = `/api/towns/${town.id}/board`
  const { headers } = await get(where)
  const bare = headers.etag?.replace(/^W\//, '') ?? ''
  expect(headers['cache-control']).toBe('public, no-cache')
  for (const sent of [headers.etag ?? '', bare, `W/${bare}`, `"x", ${bare}`, `"x", W/${bare}`, '*']) {
    const { status, bytes } = await get(where, { 'if-none-match': sent })
    expect([sent, status, bytes.length]).toEqual([sent, 304, 0])
  }
  expect((await get(where, { 'if-none-match': `"x", "y"` })).status).toBe(200)
})

test('what a person is told stays in no cache, and what went wrong neither', async () => {
  const authorization = `Bearer ${town.office.client.token}`
  const own = [
    '/api/me',
    '/api/consents',
    ...['profile', 'inbox', 'registers/person', 'deliveries', 'audit-log', 'ledger?year=2026'].map(
      (name) => `/api/towns/${town.id}/${name}`,
    ),
  ]
  for (const where of [...own, '/api/nothing', `/api/towns/${'x'.repeat(26)}/board`, '/api/towns?x=1']) {
    const { headers } = await get(where, { authorization })
    expect([where, headers['cache-control']]).toEqual([where, expect.stringContaining('no-store')])
  }
})

test('where the address is https browsers are told to stay with it, and nowhere else', async () => {
  expect((await get('/api/towns')).headers['strict-transport-security']).toBe('max-age=31536000')
  const plain = await startServer({ publicUrl: 'http://192.0.2.1:8080' })
  const { headers } = await fetch(`${plain.url}/api/towns`)
  await plain.stop()
  expect(headers.has('strict-transport-security')).toBe(false)
})
