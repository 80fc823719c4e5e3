import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/**
 * A short text that whoever has the table but not the key cannot read, and that opens only in the place it was sealed
 * for: copied into another row it stays shut.
 */
export const seal = (secretKey: string, place: string, text: string): string =>
  sealBytes(secretKey, place, Buffer.from(text, 'utf8')).toString('base64url')

/** The same for a picture, a recording or a paper. */
export function sealBytes(secretKey: string, place: string, bytes: Buffer): Buffer {
  const salt = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secretKey), salt).setAAD(Buffer.from(place))
  const shut = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([salt, cipher.getAuthTag(), shut])
}

/** @returns undefined where it was sealed with another key or for another place */
export const unseal = (secretKey: string, place: string, sealed: string): string | undefined =>
  unsealBytes(secretKey, place, Buffer.from(sealed, 'base64url'))?.toString('utf8')

/** @returns undefined where it was sealed with another key or for another place */
export function unsealBytes(secretKey: string, place: string, bytes: Buffer): Buffer | undefined {
  if (bytes.length < 28) return undefined
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secretKey), bytes.subarray(0, 12), {
      authTagLength: 16,
    })
    cipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()])
  } catch {
    return undefined
  }
}

/** A key of its own, so that what is sealed and what is only digested never share one. */
const keyOf = (secretKey: string) => createHash('sha256').update(`seal ${secretKey}`).digest()
