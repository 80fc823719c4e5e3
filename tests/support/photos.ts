import sharp from 'sharp'
import { uploadPhoto } from '../../shared/api/photos'
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
