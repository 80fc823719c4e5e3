import { createHash, createHmac } from 'node:crypto'

/** For long random secrets, whose digest cannot be guessed back. */
export const digestOf = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/** For short or guessable texts: worthless to whoever has the table but not the key. */
export const keyedDigestOf = (key: string, text: string) =>
  createHmac('sha256', key).update(text).digest('hex')
