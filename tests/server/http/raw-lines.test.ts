import net from 'node:net'
import { startServer, type TestServer } from '../../support/server'

/** What comes over a bare line: what is no HTTP, and lines that say nothing, stop half-way or never end. */
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const atMostMs = 15_000

interface Ended {
  said: string
  afterMs: number
}
/** Opens a line, says `text`, and goes on saying something every half second, until the server closes it. */
function speak(text: string, { endsItsHalf = false, andThen = '' } = {}): Promise<Ended> {
  const began = Date.now()
  const line = net.connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true })
  let said = ''
  line.on('data', (chunk) => (said += chunk.toString()))
  line.on('error', () => {})
  if (endsItsHalf) line.end(text)
  else line.write(text)
  const more = setInterval(() => andThen !== '' && line.write(andThen), 500)
  return new Promise((resolve) => {
    const closed = () => {
      clearInterval(more)
      line.destroy()
      resolve({ said, afterMs: Date.now() - began })
    }
    line.once('end', closed)
    line.once('close', closed)
  })
}
const head = (more = '') => `GET /api/towns HTTP/1.1\r\nHost: x\r\n${more}`
const post = (more: string) =>
  `POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${more}`

/** What each waits for is that time passes: so all of them wait at once. */
let slow: { idle: Promise<Ended[]>; letterByLetter: Promise<Ended>; answered: Promise<Ended> }
beforeAll(() => {
  const idle = [
    '',
    'GET',
    head(),
    head('X: '),
    post('Content-Length: 50\r\n\r\n'),
    post('Content-Length: 50\r\n\r\n{"co'),
  ]
  slow = {
    idle: Promise.all(idle.flatMap((text) => Array.from({ length: 50 }, () => speak(text)))),
    letterByLetter: speak(head(), { andThen: 'X-A: b\r\n' }),
    answered: speak(head('\r\n')),
  }
})

test('fifty lines of each idle kind are closed within 15 s, and others are answered meanwhile', async () => {
  const began = Date.now()
  expect((await fetch(`${server.url}/api/towns`)).status).toBe(200)
  expect(Date.now() - began).toBeLessThan(2_000)
  const slowest = Math.max(...(await slow.idle).map(({ afterMs }) => afterMs))
  expect(slowest).toBeLessThan(atMostMs)
})

test('a head that comes letter by letter is not waited for', async () => {
  const { said, afterMs } = await slow.letterByLetter
  expect(afterMs).toBeLessThan(atMostMs)
  expect(said).toMatch(/^HTTP\/1\.1 408 .*网络太慢/s)
})

test('a line that was answered and stays open is closed as well', async () => {
  const { said, afterMs } = await slow.answered
  expect(said).toMatch(/^HTTP\/1\.1 200/)
  expect(afterMs).toBeLessThan(atMostMs)
})

test('whoever has closed its half of the line is still answered', async () => {
  expect((await speak(head('\r\n'), { endsItsHalf: true })).said).toMatch(/^HTTP\/1\.1 200/)
})

test.each<[string, string, number]>([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a chunk without its length', post('Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n'), 400],
  ['both lengths', post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n'), 400],
  ['two lengths', post('Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'), 400],
  ['a length that is no number', post('Content-Length: x\r\n\r\n{}'), 400],
  ['a header that breaks its line', head('X: a\rb: c\r\n\r\n'), 400],
  ['no host', 'GET /api/towns HTTP/1.1\r\n\r\n', 400],
  ['1,000 headers', head(Array.from({ length: 1000 }, (_, at) => `X-${at}: y\r\n`).join('') + '\r\n'), 431],
  [
    '150 headers',
    head(Array.from({ length: 150 }, (_, at) => `X-${at}: y\r\n`).join('') + 'Connection: close\r\n\r\n'),
    431,
  ],
  ['20,000 bytes in one header', head(`X: ${'y'.repeat(20_000)}\r\n\r\n`), 431],
  ['an address of 20,000 bytes', `GET /${'y'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ['a method that nobody knows', 'BREW /api/towns HTTP/1.1\r\nHost: x\r\n\r\n', 400],
])('%s is refused at once with a sentence', async (_, text, status) => {
  const { said, afterMs } = await speak(text)
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(afterMs).toBeLessThan(2_000)
  if (text.includes('Host')) expect(said).toMatch(/[一-龥].*。/)
})

test('a hundred requests at once on one line are all answered, in their order', async () => {
  const { said } = await speak(head('\r\n').repeat(99) + head('Connection: close\r\n\r\n'))
  expect(said.match(/HTTP\/1\.1 200/g)?.length).toBe(100)
})
