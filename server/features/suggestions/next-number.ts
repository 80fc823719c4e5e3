import { beijingDay } from '../../../shared/days'
import { NumberSeries } from '../../database/entities/number-series'
import type { Tx } from '../../database/source'

/** The next suggestion number of the town's year, `2026-0012`: without gaps, because it is taken in the same transaction. */
export async function nextNumber(tx: Tx, townId: string, now: Date): Promise<string> {
  const year = beijingDay(now).slice(0, 4)
  const key = { townId, series: `suggestion-${year}` }
  const taken = await tx.increment(NumberSeries, key, 'last', 1)
  if (taken.affected !== 1) await tx.insert(NumberSeries, { ...key, last: 1 })
  const [row] = await tx.query<{ last: number }[]>(
    'SELECT last FROM number_series WHERE town_id = ? AND series = ?',
    [key.townId, key.series],
  )
  return `${year}-${String(row?.last).padStart(4, '0')}`
}
