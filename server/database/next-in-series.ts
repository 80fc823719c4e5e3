import { NumberSeries } from './entities/suggestion/number-series'
import type { Tx } from './source'
import { isDuplicate } from './sql-errors'

export interface Series {
  series: string
  last: number
}

/**
 * The next number of a series of a town, without gaps, because it is taken in the transaction that gives it.
 * @param taken what was read; where somebody else has taken the next one since, it is asked for again
 */
export async function nextInSeries(
  tx: Tx,
  townId: string,
  series: string,
  taken: readonly Series[],
): Promise<number> {
  const key = { townId, series }
  const known = taken.find((one) => one.series === series)
  try {
    if (known === undefined) {
      await tx.insert(NumberSeries, { ...key, last: 1 })
      return 1
    }
    const last = Number(known.last)
    const moved = await tx.update(NumberSeries, { ...key, last }, { last: last + 1 })
    if (moved.affected === 1) return last + 1
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  return nextMoved(tx, key)
}

/** Somebody else took one since it was read: the row is theirs until they have ended, and then it is read as it is. */
async function nextMoved(tx: Tx, key: { townId: string; series: string }): Promise<number> {
  await tx.increment(NumberSeries, key, 'last', 1)
  const [row] = await tx.query<{ last: number }[]>(
    'SELECT last FROM number_series WHERE town_id = ? AND series = ?',
    [key.townId, key.series],
  )
  return Number(row?.last)
}
