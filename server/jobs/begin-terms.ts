import { beijingDay } from '../../shared/rules/days'
import { beginTerm } from '../features/term/begin-term'
import type { Job } from './runner'
import { withLease } from './with-lease'

/** The day of a first session changes the term by itself: nobody presses anything. */
export const beginTerms: Job = {
  name: 'begin-terms',
  wokenBy: [],
  pauseMs: 60_000,
  async run({ database, now, log }) {
    const due = await database.reader.query<{ townId: string; termNo: number; openedOn: string }[]>(
      `SELECT DISTINCT e.town_id AS townId, e.term_no AS termNo, s.opened_on AS openedOn
       FROM town t JOIN elected_deputy e ON e.town_id = t.id AND e.ended_on IS NULL
       JOIN congress_session s ON s.town_id = e.town_id AND s.term_no = e.term_no AND s.session_no = 1
         AND s.ended_on IS NULL AND s.opened_on <= ?`,
      [beijingDay(now())],
    )
    if (due.length === 0) return
    await withLease(database, 'begin-terms', 300, now, async () => {
      for (const { townId, termNo, openedOn } of due)
        try {
          await database.transaction((tx) => beginTerm(tx, townId, Number(termNo), openedOn, now()))
        } catch (err) {
          log.error({ job: 'begin-terms', town: townId, err })
        }
    })
  },
}
