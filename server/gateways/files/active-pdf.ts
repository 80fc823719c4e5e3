import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

/** What a reader would run or unpack. */
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z])/

/** The short one is found by chance in pictures, so that it counts only where objects stand. */
const activeAnywhere = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z])/

/** Of all packed objects of one file; a text of a hundred pages has less than one. */
const mostUnpackedBytes = 16 * 1024 * 1024

const unpack = promisify(inflate) as (packed: Buffer, how: { maxOutputLength: number }) => Promise<Buffer>

/** In a name every sign may be written as its number. */
const plain = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/**
 * Whether a PDF carries a program or another file, in its packed objects too (ISO 32000-1, 7.5.7).
 * @returns `unread` where objects are packed in a way that cannot be looked into: under a password, or too large
 */
export async function lookIntoPdf(file: Buffer): Promise<'active' | 'unread' | undefined> {
  const text = file.toString('latin1')
  if (activeAnywhere.test(plain(text))) return 'active'
  let left = mostUnpackedBytes
  for (const { index, 0: word } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const dictionary = plain(text.slice(text.lastIndexOf(' obj', index), index))
    if (active.test(dictionary)) return 'active'
    if (!/\/(ObjStm|First)(?![A-Za-z])/.test(dictionary)) continue
    if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*[\]/>]/.test(dictionary) || dictionary.includes('/Predictor'))
      return 'unread'
    const from = index + word.length
    const packed = file.subarray(from, text.indexOf('endstream', from))
    const objects = await unpack(packed, { maxOutputLength: left }).catch(() => undefined)
    if (objects === undefined) return 'unread'
    if (active.test(plain(objects.toString('latin1')))) return 'active'
    left -= objects.length
    if (left <= 0) return 'unread'
  }
  return undefined
}
