import type { Apart } from '../../server/apart/reads'
import type { Reader } from '../../server/database/source'

/** What a town has read in a process of its own, without one: only what can go to and fro goes. */
export const readHere =
  (reader: Reader): Apart =>
  async (read, ...args) =>
    structuredClone(await read(reader, ...structuredClone(args)))
