import { createHash } from 'node:crypto'

/** How many rows, and a digest of them that does not depend on their order: databases sort differently. */
export interface Count {
  rows: number
  digest: string
}

const modulus = 1n << 256n

export function createCount() {
  let rows = 0
  let sum = 0n
  return {
    /** @param line a row as the archive writes it */
    add(line: string) {
      rows += 1
      sum = (sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % modulus
    },
    end: (): Count => ({ rows, digest: sum.toString(16) }),
  }
}
