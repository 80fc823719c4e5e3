import type { ReminderView, SiteFindingView } from '../../../shared/matters/suggestion/supervision-views'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'

/** How a suggestion was pressed for and looked at; the caller has found it inside the town's wall. */

const readers: readonly SuggestionParty[] = ['congressOffice', 'presidium', 'leadUnit']

/** The log names people: neither deputies nor the public read it. */
export const seesReminders = (mine: ReadonlySet<SuggestionParty>) => readers.some((party) => mine.has(party))

/** What was said to an author about a draft stays with the author. */
export async function viewReminders(reader: Reader, id: string): Promise<ReminderView[]> {
  const rows = await reader.query<(Omit<ReminderView, 'passed'> & { passed: string })[]>(
    `SELECT r.channel, r.at, p.name AS \`by\`, r.whom, r.said, r.answer, r.rung, r.passed
     FROM reminder r LEFT JOIN person p ON p.id = r.person_id
     WHERE r.suggestion_id = ? AND COALESCE(r.ladder, '') <> 'draft' ORDER BY r.at, r.id`,
    [id],
  )
  return rows.map(({ at, passed, ...row }) => ({
    ...row,
    at: isoInstant(at),
    passed: passed === '' ? [] : (passed.split(',') as ReminderView['passed']),
  }))
}

export const viewSiteFindings = (reader: Reader, id: string) =>
  reader.query<SiteFindingView[]>(
    `SELECT v.held_on AS heldOn, v.place, m.finding
     FROM site_review_matter m JOIN site_review v ON v.id = m.site_review_id
     WHERE m.suggestion_id = ? AND v.state = 'planned' ORDER BY v.held_on, v.id`,
    [id],
  )
