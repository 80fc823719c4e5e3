import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** An opaque identifier: 26 letters and digits, 130 random bits, the same on every database. */
export function newId(): string {
  let text = ''
  for (const byte of randomBytes(26)) text += alphabet[byte & 31]
  return text
}
