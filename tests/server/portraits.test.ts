import sharp from 'sharp'
import { setPortrait } from '../../shared/api/people'
import { listDeputies } from '../../shared/api/people'
import { newId } from '../../server/database/id'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const photo = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 900, height: 700, channels: 3, background: '#a61b23' } })
    .withExif({
      IFD3: { GPSLatitude: '23/1 22/1 0/1', GPSLatitudeRef: 'N' },
      IFD0: { Model: 'CANARY-CAMERA' },
    })
    .toFormat(format)
    .toBuffer()

async function upload(file: Buffer, { by = town.office, id = town.deputy.id, field = 'portrait' } = {}) {
  const form = new FormData()
  form.set(field, new Blob([new Uint8Array(file)]), 'photo.jpg')
  const answer = await fetch(
    `${server.url}/api${setPortrait.path.replace(':town', town.id).replace(':id', id)}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${by.client.token}`, 'idempotency-key': newId() },
      body: form,
    },
  )
  return {
    status: answer.status,
    body: (await answer.json()) as { message?: string; fields?: Record<string, string> },
  }
}
async function shown() {
  server.clock.advance({ seconds: 5 })
  const { deputies } = await createClient(server.url).call(listDeputies, { params: { town: town.id } })
  const path = deputies.find(({ id }) => id === town.deputy.id)?.portrait
  return fetch(`${server.url}/api${path}`)
}

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s becomes a small portrait without place or camera',
  async (format) => {
    expect((await upload(await photo(format))).status).toBe(200)
    const bytes = Buffer.from(await (await shown()).arrayBuffer())
    const { width, height, exif, format: kept } = await sharp(bytes).metadata()
    expect([width, height, kept, exif, bytes.includes('CANARY')]).toEqual([
      360,
      480,
      'jpeg',
      undefined,
      false,
    ])
  },
)

test('the same portrait again is answered as kept, and is not looked at again', async () => {
  const file = await photo('jpeg')
  await upload(file)
  const checks = () =>
    server.database.reader.query(
      'SELECT m.id, m.state FROM content_check k JOIN matter m ON m.id = k.id ORDER BY m.id',
    )
  await shown()
  const before = await checks()
  expect([(await upload(file)).status, await checks()]).toEqual([200, before])
})

test('a portrait may be kept by the browser for good', async () => {
  await upload(await photo('jpeg'))
  expect((await shown()).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test.each([
  ['no picture at all', Buffer.from('%PDF-1.4 …')],
  [
    'a drawing that may hold scripts',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  ],
  ['a picture cut in half', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70])],
  ['nothing', Buffer.alloc(0)],
])('%s is refused with what to do', async (_, file) => {
  expect(await upload(file)).toMatchObject({
    status: 400,
    body: { fields: { portrait: '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。' } },
  })
})

test('a picture of more than 10 MB is refused', async () => {
  expect(await upload(Buffer.alloc(11 * 1024 * 1024, 1))).toMatchObject({
    status: 413,
    body: { message: '照片太大，请换一张 10 MB 以内的。' },
  })
})

test('a field of another name is refused', async () => {
  expect((await upload(await photo('png'), { field: 'avatar' })).status).toBe(400)
})

test('only the office sets it, and only for somebody of the town', async () => {
  const file = await photo('png')
  const statuses = [await upload(file, { by: town.deputy }), await upload(file, { id: newId() })].map(
    ({ status }) => status,
  )
  expect(statuses).toEqual([403, 404])
})

test('somebody who is no deputy has no public portrait', async () => {
  await upload(await photo('png'), { id: town.office.id })
  const answer = await fetch(`${server.url}/api/towns/${town.id}/deputies/${town.office.id}/portrait`)
  expect(answer.status).toBe(404)
})
