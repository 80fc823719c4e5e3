import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 6238 with what every authenticator knows: SHA-1, six digits, thirty seconds. */
const stepSeconds = 30
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / stepSeconds)

export function timeCode(secret: Buffer, step: number, digits = 6, algorithm = 'sha1'): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(algorithm, secret).update(counter).digest()
  const from = (mac[mac.length - 1] ?? 0) & 15
  return String((mac.readUInt32BE(from) & 0x7fff_ffff) % 10 ** digits).padStart(digits, '0')
}

/** @returns the step whose code this is, within one of now and after `last`; undefined where there is none */
export function stepOf(secret: Buffer, code: string, last: number, now: Date): number | undefined {
  const at = stepAt(now)
  return [at - 1, at, at + 1].find(
    (step) =>
      step > last &&
      code.length === 6 &&
      timingSafeEqual(Buffer.from(timeCode(secret, step)), Buffer.from(code)),
  )
}

/** RFC 4648 without padding, in the way authenticators are typed by hand. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('')
}
