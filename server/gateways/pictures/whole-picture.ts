import { crc32 } from 'node:zlib'
import { decode } from './decode'

export type PictureType = 'image/jpeg' | 'image/png'

/** @returns what kind of picture it is, if it begins, goes on and ends as one: a JPEG or a PNG */
export const typeOfWhole = (bytes: Buffer): PictureType | undefined =>
  isWholeJpeg(bytes) ? 'image/jpeg' : isWholePng(bytes) ? 'image/png' : undefined

/** The same, and every pixel can be decoded. */
export async function typeOfDecodable(bytes: Buffer): Promise<PictureType | undefined> {
  const type = typeOfWhole(bytes)
  if (type === undefined) return undefined
  const found = await decode({ picture: bytes }).catch(() => ({ whole: false }))
  return 'whole' in found && found.whole ? type : undefined
}

/** From SOI over segments, a frame with a size among them, to the scan; and EOI as the last that there is. */
function isWholeJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8 || bytes.readUInt16BE(bytes.length - 2) !== 0xffd9)
    return false
  let sized = false
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) sized = bytes.readUInt16BE(at + 5) > 0 && bytes.readUInt16BE(at + 7) > 0
    if (marker === 0xda) return sized
  }
  return false
}

/** The signature, a head with a size, every chunk as its sum says, and IEND as the last that there is. */
function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return false
  if (bytes.length < 33 || bytes.readUInt32BE(16) === 0 || bytes.readUInt32BE(20) === 0) return false
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      return false
    if ((at === 8) !== (name === 'IHDR')) return false
    if (name === 'IEND') return end === bytes.length
    at = end
  }
  return false
}
