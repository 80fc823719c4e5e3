import { showAttachment, uploadAttachment } from '../../shared/matters/opinion/attachments'
import { newId } from '../../server/database/id'
import { picture } from './photos'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

/** The first bytes of what phones and browsers record, with so much sound behind them that it looks like something. */
const sound = Buffer.alloc(2000, 0x55)
const begins = (...heads: (string | number[])[]) =>
  Buffer.concat([
    ...heads.map((head) => (typeof head === 'string' ? Buffer.from(head) : Buffer.from(head))),
    sound,
  ])
export const recordings = {
  mp3: begins([0xff, 0xfb, 0x90, 0x44]),
  aac: begins([0xff, 0xf1, 0x50, 0x80]),
  m4a: begins([0, 0, 0, 0x20], 'ftypM4A \0\0\0\0M4A mp42isom'),
  webm: begins([0x1a, 0x45, 0xdf, 0xa3], '\x9fB\x86\x81\x01B\x82\x84webm', 'A_OPUS'),
  ogg: begins('OggS\0\x02\0\0\0\0\0\0\0\0', 'OpusHead'),
}

/** Uploads one file like the phone does; a picture unless it says how long it is. */
export async function sendAttachment(
  server: TestServer,
  town: TestTown,
  { by = town.villager, file, seconds }: { by?: TestPerson; file?: Buffer; seconds?: number } = {},
) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file ?? (await picture()))]), 'file')
  form.set('form', JSON.stringify(seconds === undefined ? {} : { seconds }))
  const answer = await fetch(`${server.url}/api${uploadAttachment.path.replace(':town', town.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.client.token}`, 'idempotency-key': newId() },
    body: form,
  })
  const body = (await answer.json()) as { id?: string; message?: string; fields?: Record<string, string> }
  return { status: answer.status, ...body, id: body.id ?? '' }
}

export const getAttachment = (server: TestServer, town: TestTown, id: string, by?: TestPerson) =>
  fetch(`${server.url}/api${showAttachment.path.replace(':town', town.id).replace(':id', id)}`, {
    headers: by ? { authorization: `Bearer ${by.client.token}` } : {},
  })
