import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { uploadFile } from '../../shared/api/files'
import { newId } from '../../server/database/id'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

export const pdf = (inside = '') => Buffer.from(`%PDF-1.4\n1 0 obj<<${inside}>>endobj\n%%EOF\n`)

/** One whose objects are packed, as most programs write it. */
export const packedPdf = (objects: string, { packed = deflateSync(objects), more = '' } = {}) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.5\n1 0 obj<</Type/Obj#53tm/N 1/First 4/Filter/FlateDecode${more}>>\nstream\n`),
    packed,
    Buffer.from('\nendstream endobj\n%%EOF\n'),
  ])

const main = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  zip: 'text/plain',
}
/** As an office program writes it: what matters of it is the list of its parts. */
export const office = (kind: keyof typeof main, parts: Record<string, string> = {}) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types><Override PartName="/main.xml" ContentType="${main[kind]}"/></Types>`,
      ),
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    }),
  )

/** Uploads one file like the phone does, with its name beside it. */
export async function sendFile(
  server: TestServer,
  town: TestTown,
  {
    by = town.unit,
    file = pdf(),
    name = '清淤合同.pdf',
  }: { by?: TestPerson; file?: Buffer; name?: string } = {},
) {
  const form = new FormData()
  form.set('form', JSON.stringify({ name }))
  form.set('file', new Blob([new Uint8Array(file)]), 'x')
  const answer = await fetch(`${server.url}/api${uploadFile.path.replace(':town', town.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.client.token}`, 'idempotency-key': newId() },
    body: form,
  })
  const body = (await answer.json()) as {
    id?: string
    name?: string
    kind?: string
    message?: string
    fields?: Record<string, string>
  }
  return { status: answer.status, ...body }
}

/** @returns the file's id */
export async function uploadedFile(server: TestServer, town: TestTown, by = town.unit): Promise<string> {
  const { id, message } = await sendFile(server, town, { by })
  if (id === undefined) throw new Error(message)
  return id
}
