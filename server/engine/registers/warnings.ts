import type { Reader } from '../../database/source'
import type { KeptRegister, Warns } from './kept-register'

/** What is not as it ought to be in rows of a register, by itself or by the rules of the town. */
export const warningsIn = async (
  reader: Reader,
  { register, keeping }: KeptRegister,
  townId: string,
): Promise<Warns> => (await keeping.warns?.(reader, townId)) ?? ((values) => register.warns?.(values))
