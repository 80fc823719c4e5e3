import { filedUnder, seriesOf, suggestionNoIn } from '../../../shared/registers/congress-sessions'
import { beijingDay, yearOf } from '../../../shared/rules/days'
import { nextInSeries, type Series } from '../../database/next-in-series'
import type { Tx } from '../../database/source'
import { isoInstant } from '../../database/sql'
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
  const next = (series: string) => nextInSeries(tx, townId, series, taken)
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

/** A few for each session of the town. */
const takenPart = (townId: string) =>
  part<Series>({
    columns: { series: 'n.series', last: 'n.last' },
    from: 'FROM number_series n WHERE n.town_id = ?',
    order: 'n.series',
    parameters: [townId],
  })
