const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

type Chance = { chance: number }

/** The next 32 random bits (mulberry32); the generator lives in the state, so a snapshot keeps its place. */
export function drawBits(state: Chance): number {
  state.chance = (state.chance + 0x6d2b79f5) | 0
  let bits = Math.imul(state.chance ^ (state.chance >>> 15), 1 | state.chance)
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
  return (bits ^ (bits >>> 14)) >>> 0
}

export function drawCharacters(state: Chance, length: number): string {
  return Array.from({ length }, () => lettersAndDigits[drawBits(state) % lettersAndDigits.length]).join('')
}

export function drawHex8(state: Chance): string {
  return drawBits(state).toString(16).padStart(8, '0')
}

/** Base64 of 16 bytes, 24 characters (section 1.1, A). */
export function drawSessionKey(state: Chance): string {
  const bytes = Array.from({ length: 16 }, () => drawBits(state) & 0xff)
  return Buffer.from(bytes).toString('base64')
}

/**
 * A message id of the observed size (section 0, point 3, C), as text.
 * It is odd and above 2^60, so a reader that turns it into a JavaScript number always gets another number.
 */
export function drawMessageId(state: Chance): string {
  const low = (BigInt(drawBits(state)) << 20n) | BigInt(drawBits(state) & 0xfffff)
  return String((1n << 60n) | low | 1n)
}
