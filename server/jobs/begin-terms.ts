import { beijingDay, startOfDay } from '../../shared/rules/days'
import { beginTerm } from '../features/term/begin-term'
import type { Job } from './runner'
import { withLease } from './with-lease'

/** Whoever was elected and waits for a first session that opens before or after a day. */
const waiting = (
  opens: '<=' | '>',
) => `FROM town t JOIN elected_deputy e ON e.town_id = t.id AND e.ended_on IS NULL
  JOIN congress_session s ON s.town_id = e.town_id AND s.term_no = e.term_no AND s.session_no = 1
    AND s.ended_on IS NULL AND s.opened_on ${opens} ?`

/** The day of a first session changes the term by itself: nobody presses anything. */
export const beginTerms: Job = {
  name: 'begin-terms',
  wokenBy: [],
  pauseMs: 60_000,
  againMs: 1000,
  /** The stroke of midnight on which a new term begins, so that the one before does not count a moment longer. */
  async next({ database, now }) {
    const [row] = await database.reader.query<{ openedOn: string | null }[]>(
      `SELECT MIN(s.opened_on) AS openedOn ${waiting('>')}`,
      [beijingDay(now())],
    )
    return row?.openedOn ? startOfDay(row.openedOn) : null
  },
  async run({ database, now, log }) {
    const due = await database.reader.query<{ townId: string; termNo: number; openedOn: string }[]>(
      `SELECT DISTINCT e.town_id AS townId, e.term_no AS termNo, s.opened_on AS openedOn
       ${waiting('<=')}`,
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
