import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { readMarked } from './marked'

/** How many villages of how many are silent, for the county: a number, and no name. Null where nothing can be told. */
export async function countSilent(reader: Reader, townId: string, today: Day) {
  const { found } = await readMarked(reader, townId, today)
  return found === undefined
    ? null
    : { silent: found.filter(({ mark }) => mark === 'silent').length, villages: found.length }
}
