import type { Day } from '../../../shared/rules/days'
import { isTownshipDeputy } from '../../database/in-office'
import { namesDeputy, namesGroup } from './two-way-contacts'

/** It was they themselves who were in touch. */
const byThem = ' AND e.person_id = l.person_id'

/** Who is to keep in touch with a group or deputies and has not been with all of them since that day: a statement. */
export const leftToContact = (
  townId: string,
  since: Day,
  untold: (person: string, town: string) => string,
) => ({
  sql: `SELECT DISTINCT l.person_id AS id FROM contact_link l
    WHERE l.town_id = ? AND l.ended_on IS NULL AND l.person_id IS NOT NULL AND (
      EXISTS (SELECT 1 FROM deputy_group g WHERE g.id = l.deputy_group_id AND g.ended_on IS NULL
        AND NOT ${namesGroup('g.id', byThem)})
      OR EXISTS (SELECT 1 FROM contact_link_deputy d WHERE d.contact_link_id = l.id
        AND ${isTownshipDeputy('d.person_id')} AND NOT ${namesDeputy('d.person_id', byThem)}))
    AND ${untold('l.person_id', 'l.town_id')}`,
  parameters: [townId, townId, since, townId, since],
})
