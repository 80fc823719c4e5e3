import sharp from 'sharp'
import type { Endpoint } from '../../shared/grammar/endpoint'
import { listDeputies, setPortrait, showPerson } from '../../shared/api/people'
import { setStationPhoto, showStation } from '../../shared/api/stations'
import { contentCheckSteps, listPublicTexts } from '../../shared/matters/content-check/endpoints'
import { newId } from '../../server/database/id'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'

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

interface How {
  by?: TestPerson
  id?: string
  field?: string
  endpoint?: Endpoint
  seen?: string | null
}
async function upload(file: Buffer, { by = town.office, id = town.deputy.id, ...how }: How = {}) {
  const { field = 'portrait', endpoint = setPortrait, seen } = how
  const form = new FormData()
  if (seen !== undefined) form.set('form', JSON.stringify({ seen }))
  form.set(field, new Blob([new Uint8Array(file)]), 'photo.jpg')
  const answer = await fetch(
    `${server.url}/api${endpoint.path.replace(':town', town.id).replace(':id', id)}`,
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

const coloured = (background: string) =>
  sharp({ create: { width: 900, height: 700, channels: 3, background } })
    .withExif({ IFD0: { Model: 'CANARY-CAMERA' } })
    .jpeg()
    .toBuffer()
const stationNow = () =>
  createClient(server.url).call(showStation, { params: { town: town.id, id: town.station } })

test('whoever comes second to a picture is told who was first, and puts another one there once it was seen', async () => {
  const second = await signedIn(
    server,
    await addStaff(server, town.id, { name: '刘晓梅', kind: 'congressOffice', bound: false }),
  )
  const at = { params: { town: town.id, id: town.deputy.id } }
  const { portrait: seen } = await town.office.client.call(showPerson, at)
  expect((await upload(await coloured('#123456'), { seen })).status).toBe(200)
  const late = { by: second, seen }
  expect(await upload(await coloured('#654321'), late)).toMatchObject({
    status: 409,
    body: { message: expect.stringMatching(/^您打开以后，.* 陈静换了照片。/) as string },
  })
  // The same picture again is no second one.
  expect((await upload(await coloured('#123456'), late)).status).toBe(200)
  const { portrait: now } = await second.client.call(showPerson, at)
  expect(now).not.toBe(seen)
  expect((await upload(await coloured('#654321'), { by: second, seen: now })).status).toBe(200)
})

test('a station has a photo that everybody sees on its door, without place or camera, until it is taken back', async () => {
  const how: How = { endpoint: setStationPhoto, id: town.station, field: 'photo' }
  expect((await stationNow()).photo).toBeNull()
  expect([
    (await upload(await coloured('#336699'), { ...how, by: town.deputy })).status,
    (await upload(await coloured('#336699'), { ...how, id: newId() })).status,
    (await upload(Buffer.from('<svg/>'), how)).body.fields,
  ]).toEqual([403, 404, { photo: '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。' }])
  expect((await upload(await coloured('#336699'), { ...how, seen: null })).status).toBe(200)
  server.clock.advance({ seconds: 5 })
  const { photo: address } = await stationNow()
  const shownPhoto = await fetch(`${server.url}/api${address}`)
  const bytes = Buffer.from(await shownPhoto.arrayBuffer())
  expect([shownPhoto.headers.get('cache-control'), bytes.includes('CANARY')]).toEqual([
    'public, max-age=31536000, immutable',
    false,
  ])
  expect(await upload(await coloured('#996633'), { ...how, seen: null })).toMatchObject({
    status: 409,
    body: { message: expect.stringMatching(/^您打开以后，.* 陈静换了照片。/) as string },
  })
  const { items } = await town.office.client.call(listPublicTexts, {
    params: { town: town.id },
    input: { list: 'register', words: undefined },
  })
  const check = items.find(({ kind }) => kind === 'stationPhoto')
  expect(check).toMatchObject({ place: town.station })
  await town.office.client.call(contentCheckSteps.hide, {
    params: { town: town.id, id: check?.id ?? '' },
    input: { version: check?.version ?? 0, form: { reason: '照片里有人，换一张。' } },
  })
  server.clock.advance({ seconds: 5 })
  expect((await stationNow()).photo).toBeNull()
  expect((await fetch(`${server.url}/api${address?.replace(/\?.*/, '')}`)).status).toBe(404)
  expect((await upload(await coloured('#996633'), { ...how, seen: address })).body.message).toMatch(
    /陈静传的照片撤下了/,
  )
  expect((await upload(await coloured('#996633'), { ...how, seen: null })).status).toBe(200)
})
