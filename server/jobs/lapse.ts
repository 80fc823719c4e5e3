import { openActions } from '../../shared/grammar/decide'
import { Refusal } from '../../shared/words/refusals'
import { type SuggestionAction, suggestionTable } from '../../shared/matters/suggestion/table'
import { marks } from '../database/sql'
import { act } from '../matters/suggestion/act'
import { readCalendar } from '../engine/read-calendar'
import { recordSql, type SuggestionRecord } from '../matters/suggestion/record'
import { standingIn, type SuggestionStanding } from '../matters/suggestion/standing'
import type { Job } from './runner'
import { withLease } from './with-lease'

/** The steps of the clock, each for what a deputy let pass unrated. */
const lapses = ['lapse', 'lapseOnPromise', 'lapseCommitment'] as const satisfies readonly SuggestionAction[]
const states = [...new Set(lapses.flatMap((name) => Object.keys(suggestionTable.actions[name].moves)))]

/** The step that the clock may take now, if any: the time for a rating is over. */
export const lapseOpenTo = (standing: SuggestionStanding) => {
  const open = openActions(suggestionTable, standing)
  return lapses.find((name) => open.includes(name))
}

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
        const waiting = await database.reader.query<SuggestionRecord[]>(
          `${sql} AND s.state IN (${marks(states)})`,
          [...parameters, ...states],
        )
        const calendar = await readCalendar(database.reader, townId)
        for (const record of waiting) {
          const action = lapseOpenTo(standingIn(record, asker, now(), calendar))
          if (action === undefined) continue
          const { id, version } = record
          await database
            .transaction((tx) => act(tx, asker, id, action, { version, form: {} }, now()))
            .catch((error: unknown) => {
              // The deputy rated it at the last moment.
              if (!(error instanceof Refusal)) throw error
            })
        }
      }
    }),
}
