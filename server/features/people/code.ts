import { randomInt } from 'node:crypto'

/** Letters and digits that nobody mixes up when reading them from paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codeLength = 10

/** A code that people read to each other and type. */
export const spokenCode = () =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** However it was typed. */
export const plainCode = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase()
