import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** The signature of a call from WeChat: over the token and whatever stands beside it, sorted. */
export const signatureOf = (parts: readonly string[]) =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** Compares without telling by its time how much was right. */
export function isSigned(given: string, parts: readonly string[]): boolean {
  const expected = Buffer.from(signatureOf(parts))
  const said = Buffer.from(given)
  return said.length === expected.length && timingSafeEqual(said, expected)
}

/** WeChat fills up to 32 bytes where everyone else fills up to 16, so that the library's own check would fail. */
const blockBytes = 32

/**
 * Safe mode: 16 random bytes, the length, the message, and the app it is for.
 * @returns undefined where it was not made with this key
 */
export function decryptPush(
  aesKey: string,
  encrypted: string,
): { message: string; appid: string } | undefined {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64')
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()])
    const padding = padded.at(-1) ?? 0
    if (padding < 1 || padding > blockBytes || padding > padded.length) return undefined
    const plain = padded.subarray(0, padded.length - padding)
    if (plain.length < 20) return undefined
    const end = 20 + plain.readUInt32BE(16)
    if (end > plain.length) return undefined
    return { message: plain.subarray(20, end).toString('utf8'), appid: plain.subarray(end).toString('utf8') }
  } catch {
    return undefined
  }
}
