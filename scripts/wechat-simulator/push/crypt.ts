import { createCipheriv, createHash } from 'node:crypto'

/** sha1 over the parts in the order of their characters (section 6, A). */
export function sign(...parts: string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')
}

/** The platform fills up to 32 bytes, not to the 16 of the cipher; a whole block when nothing is missing. */
function pad(bytes: Buffer): Buffer {
  const missing = 32 - (bytes.length % 32)
  return Buffer.concat([bytes, Buffer.alloc(missing, missing)])
}

/** AES-256-CBC over 16 random characters, the length, the message and the appid (section 6, A). */
export function encrypt(aesKey: string, random: string, message: string, appid: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = pad(Buffer.concat([Buffer.from(random), length, text, Buffer.from(appid)]))
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}
