import { filedUnder, seriesOf, suggestionNoIn } from '../../../shared/registers/congress-sessions'
import { beijingDay, yearOf } from '../../../shared/rules/days'
import { NumberSeries } from '../../database/entities/suggestion/number-series'
import type { Tx } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { isDuplicate } from '../../database/sql-errors'
import { part, readTogether } from '../../database/together'
import { sessionsPart } from '../../features/congress-sessions/queries'
import type { SuggestionRecord } from './record'

/** What a number is given by: the sessions of the town and how far each series has come. */
export async function readNumbering(tx: Tx, { townId, suggestionNo }: SuggestionRecord) {
  if (suggestionNo !== null) return undefined
  return readTogether(tx, { sessions: sessionsPart(townId), taken: takenPart(townId) })
}
type Numbering = Awaited<ReturnType<typeof readNumbering>>

/**
 * What registers a suggestion: its number, and the session and period it is filed under: `19-2-BJ012`, or `2026-0012`
 * where the town has registered no session. Without gaps, because it is taken in the transaction that gives it; not
 * moved by the end of a year, because the day of submission counts. One that has a number already keeps it.
 */
export async function numberOf(tx: Tx, suggestion: SuggestionRecord, numbering: Numbering) {
  const { id, townId, kind, submittedAt } = suggestion
  if (numbering === undefined) return {}
  if (submittedAt === null) throw new Error(`suggestion ${id} was never submitted`)
  const { sessions, taken } = numbering
  const handedInOn = beijingDay(new Date(isoInstant(submittedAt)))
  const filed = filedUnder(sessions, handedInOn)
  const next = (series: string) => nextOf(tx, townId, series, taken)
  if (filed === undefined) {
    const year = yearOf(handedInOn)
    const count = await next(`suggestion-${year}`)
    return { suggestionNo: `${year}-${String(count).padStart(4, '0')}` }
  }
  const { session, period } = filed
  const series = seriesOf(session, period, kind)
  const suggestionNo = suggestionNoIn(series, await next(series))
  return { suggestionNo, congressSessionId: session.id, period }
}

interface Series {
  series: string
  last: number
}

/** A few for each session of the town. */
const takenPart = (townId: string) =>
  part<Series>({
    columns: { series: 'n.series', last: 'n.last' },
    from: 'FROM number_series n WHERE n.town_id = ?',
    order: 'n.series',
    parameters: [townId],
  })

/** @param taken what was read; where somebody else has taken the next one since, it is asked for again */
async function nextOf(tx: Tx, townId: string, series: string, taken: readonly Series[]): Promise<number> {
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
