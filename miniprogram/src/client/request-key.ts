import { gatherRandomBytes, randomBytes } from './random'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * 26 letters and digits, 130 random bits. As a key no two intentions share it; as a blind nobody guesses it back from
 * what a server keeps of a request.
 * @throws Refusal `unavailable`
 */
export const newKey = () =>
  randomBytes(26)
    .map((byte) => alphabet.charAt(byte & 31))
    .join('')

/** For whoever may wait: right after the start WeChat has not handed out any bytes yet. @throws Refusal `unavailable` */
export async function newKeySoon(): Promise<string> {
  await gatherRandomBytes()
  return newKey()
}
