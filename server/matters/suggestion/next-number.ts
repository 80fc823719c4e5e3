import { seriesOf, suggestionNoIn } from '../../../shared/registers/congress-sessions'
import { beijingDay, yearOf } from '../../../shared/rules/days'
import type { SuggestionKind } from '../../../shared/words/words'
import { NumberSeries } from '../../database/entities/suggestion/number-series'
import type { Tx } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { sessionOn } from '../../features/congress-sessions/queries'
import type { SuggestionRecord } from './record'

/**
 * The number of a suggestion, and the session and period it is filed under: `19-2-BJ012`, or `2026-0012` where the
 * town has registered no session. Without gaps, because it is taken in the transaction that gives it; not moved by the
 * end of a year, because the day of submission counts.
 */
async function nextNumber(
  tx: Tx,
  { townId, kind, submittedAt }: { townId: string; kind: SuggestionKind; submittedAt: Date },
) {
  const handedInOn = beijingDay(submittedAt)
  const filed = await sessionOn(tx, townId, handedInOn)
  if (filed === undefined) {
    const year = yearOf(handedInOn)
    const count = await nextOf(tx, townId, `suggestion-${year}`)
    return { suggestionNo: `${year}-${String(count).padStart(4, '0')}` }
  }
  const { session, period } = filed
  const series = seriesOf(session, period, kind)
  const suggestionNo = suggestionNoIn(series, await nextOf(tx, townId, series))
  return { suggestionNo, congressSessionId: session.id, period }
}

/** What registers a suggestion; one that has a number already keeps it. */
export async function numberOf(tx: Tx, suggestion: SuggestionRecord) {
  const { id, submittedAt, suggestionNo } = suggestion
  if (suggestionNo !== null) return {}
  if (submittedAt === null) throw new Error(`suggestion ${id} was never submitted`)
  return nextNumber(tx, { ...suggestion, submittedAt: new Date(isoInstant(submittedAt)) })
}

async function nextOf(tx: Tx, townId: string, series: string): Promise<number> {
  const key = { townId, series }
  const taken = await tx.increment(NumberSeries, key, 'last', 1)
  if (taken.affected !== 1) {
    await tx.insert(NumberSeries, { ...key, last: 1 })
    return 1
  }
  const [row] = await tx.query<{ last: number }[]>(
    'SELECT last FROM number_series WHERE town_id = ? AND series = ?',
    [townId, series],
  )
  return Number(row?.last)
}
