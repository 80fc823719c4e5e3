import { filedUnder, seriesOf, suggestionNoIn } from '../../../shared/registers/congress-sessions'
import type { PastSuggestion } from '../../../shared/matters/suggestion/past'
import { yearOf } from '../../../shared/rules/days'
import type { KeptSession } from '../congress-sessions/queries'

/** In which series a suggestion of this day stands, and how a number of it is written. */
export function seriesFor(
  sessions: readonly KeptSession[],
  { handedInOn, kind }: Pick<PastSuggestion, 'handedInOn' | 'kind'>,
) {
  const filed = filedUnder(sessions, handedInOn)
  if (filed === undefined) {
    const year = yearOf(handedInOn)
    return {
      ...{ filed, series: `suggestion-${year}`, begins: `${year}-` },
      write: (count: number) => `${year}-${String(count).padStart(4, '0')}`,
    }
  }
  const series = seriesOf(filed.session, filed.period, kind)
  return { filed, series, begins: series, write: (count: number) => suggestionNoIn(series, count) }
}

/** What a number that stands on the sheet counts in its series: whole, or without what it begins with. */
export function countIn(begins: string, given: string): number | undefined {
  const tail = given.toUpperCase().startsWith(begins) ? given.slice(begins.length) : given
  return /^\d{1,4}$/.test(tail) && Number(tail) > 0 ? Number(tail) : undefined
}
