import { Refusal } from '../../shared/refusals'
import { act } from '../features/suggestions/act'
import { readCalendar } from '../features/calendar/read-calendar'
import { recordSql, standingIn, type SuggestionRecord } from '../features/suggestions/record'
import type { Job } from './runner'
import { withLease } from './with-lease'

/** Closes what a deputy let pass unrated, once the time for it is over. */
export const lapse: Job = {
  name: 'lapse',
  pauseMs: 60_000,
  afterWrite: false,
  run: ({ database, now }) =>
    withLease(database, 'lapse', 300, now, async () => {
      const towns = await database.reader.query<{ id: string }[]>('SELECT id FROM town')
      for (const { id: townId } of towns) {
        const asker = { townId, system: true } as const
        const { sql, parameters } = recordSql(asker)
        const replied = await database.reader.query<SuggestionRecord[]>(
          `${sql} AND s.state = 'replied'`,
          parameters,
        )
        const calendar = await readCalendar(database.reader, townId)
        for (const { id, version, ...record } of replied) {
          if (!standingIn({ id, version, ...record }, asker, now(), calendar).open.has('evaluationLapsed'))
            continue
          await database
            .transaction((tx) => act(tx, asker, id, 'lapse', { version, form: {} }, now()))
            .catch((error: unknown) => {
              // The deputy rated it at the last moment.
              if (!(error instanceof Refusal)) throw error
            })
        }
      }
    }),
}
