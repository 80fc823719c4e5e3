import sharp from 'sharp'
import { blurPhoto, uploadPhoto } from '../../shared/api/photos'
import { newId } from '../../server/database/id'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

/** What a phone takes: lying on its side, with the place and the camera in it. */
export const picture = (width = 1600, height = 900) =>
  sharp({ create: { width, height, channels: 3, background: '#7a8b5c' } })
    .withExif({
      IFD3: { GPSLatitude: '23/1 22/1 0/1', GPSLatitudeRef: 'N' },
      IFD0: { Model: 'CANARY-CAMERA' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** Uploads one file like the phone does. */
export async function sendPhoto(
  server: TestServer,
  town: TestTown,
  { by = town.unit, file, field = 'photo' }: { by?: TestPerson; file?: Buffer; field?: string } = {},
) {
  const form = new FormData()
  form.set(field, new Blob([new Uint8Array(file ?? (await picture()))]), 'photo.jpg')
  const answer = await fetch(`${server.url}/api${uploadPhoto.path.replace(':town', town.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.client.token}`, 'idempotency-key': newId() },
    body: form,
  })
  const body = (await answer.json()) as { id?: string; message?: string; fields?: Record<string, string> }
  return { status: answer.status, ...body }
}

/** Left half red, right half green, with a black and white pattern as fine as letters in the middle. */
export async function telling(width = 400, height = 300) {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isLetter = x >= 100 && x < 300 && y >= 100 && y < 200
      const ink = (Math.floor(x / 10) + Math.floor(y / 10)) % 2 === 0 ? [0, 0, 0] : [255, 255, 255]
      pixels.set(isLetter ? ink : x < width / 2 ? [200, 30, 30] : [30, 160, 60], (y * width + x) * 3)
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** A new picture of one that somebody may see, covered there. */
export const blurredBy = (
  town: TestTown,
  by: TestPerson,
  photo: string,
  areas: object[] = [{ x: 0.2, y: 0.3, width: 0.6, height: 0.4 }],
) =>
  by.client.ask(blurPhoto, {
    params: { town: town.id, id: photo },
    input: { areas: areas as { x: number; y: number; width: number; height: number }[] },
  })

/** @returns the photo's id */
export async function uploaded(server: TestServer, town: TestTown, by = town.unit): Promise<string> {
  const { id, message } = await sendPhoto(server, town, { by })
  if (id === undefined) throw new Error(message)
  return id
}

/** The picture as this person gets it; without one, as everybody. */
export const getPicture = (server: TestServer, path: string, by?: TestPerson) =>
  fetch(`${server.url}/api${path}`, {
    headers: by ? { authorization: `Bearer ${by.client.token}` } : {},
  })
