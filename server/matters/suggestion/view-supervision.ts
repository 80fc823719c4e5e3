import type { ReminderView, SiteFindingView } from '../../../shared/matters/suggestion/supervision-views'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { instantText, isoInstant } from '../../database/sql'
import { part } from '../../database/together'

/** How a suggestion was pressed for and looked at; the caller has found it inside the town's wall. */

const readers: readonly SuggestionParty[] = ['congressOffice', 'presidium', 'leadUnit']

/** The log names people: neither deputies nor the public read it. */
export const seesReminders = (mine: ReadonlySet<SuggestionParty>) => readers.some((party) => mine.has(party))

type ReminderRow = Omit<ReminderView, 'passed'> & { passed: string }

/** What was said to an author about a draft stays with the author. */
export const reminders = (id: string) =>
  part<ReminderRow>({
    columns: {
      channel: 'r.channel',
      at: instantText('r.at'),
      by: 'p.name',
      whom: 'r.whom',
      said: 'r.said',
      answer: 'r.answer',
      rung: 'r.rung',
      passed: 'r.passed',
    },
    from: `FROM reminder r LEFT JOIN person p ON p.id = r.person_id
      WHERE r.suggestion_id = ? AND COALESCE(r.ladder, '') <> 'draft'`,
    order: 'r.at, r.id',
    parameters: [id],
  })

export const presentReminder = ({ at, passed, ...row }: ReminderRow): ReminderView => ({
  ...row,
  at: isoInstant(at),
  passed: passed === '' ? [] : (passed.split(',') as ReminderView['passed']),
})

export const siteFindings = (id: string) =>
  part<SiteFindingView>({
    columns: { heldOn: 'v.held_on', place: 'v.place', finding: 'm.finding' },
    from: `FROM site_review_matter m JOIN site_review v ON v.id = m.site_review_id JOIN matter rm ON rm.id = v.id
      WHERE m.suggestion_id = ? AND (rm.state = 'planned' OR m.finding IS NOT NULL)`,
    order: 'v.held_on, v.id',
    parameters: [id],
  })
