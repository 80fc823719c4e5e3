import type { SiteReviewState } from '../../../shared/matters/site-review/table'
import type { Day } from '../../../shared/rules/days'
import { instantText } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'

/** A suggestion that is looked at: whose it is, who has it in hand, and whether its finding is written down. */
export interface Reviewed {
  id: string
  subject: string
  leadDeputyId: string
  leadUnitId: string | null
  finding: string | null
}

interface ReviewRow extends MatterRecord<SiteReviewState> {
  heldOn: Day
  place: string
  others: string | null
  /** Why it was moved or called off last. */
  reason: string | null
}
export interface ReviewRecord extends ReviewRow {
  suggestions: Reviewed[]
  /** The deputies who take part. */
  deputies: { id: string; name: string }[]
}

export async function readReview(
  reader: Reader,
  townId: string,
  id: string,
): Promise<ReviewRecord | undefined> {
  const { review, suggestions, deputies } = await readTogether(reader, {
    review: part<ReviewRow>({
      columns: {
        ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
        stateSince: instantText('m.state_since'),
        ...{ heldOn: 'v.held_on', place: 'v.place', others: 'v.others', reason: 'v.reason' },
        profileName: 'COALESCE(rs.profile, t.profile)',
        overrides: 'rs.overrides',
      },
      from: `FROM site_review v JOIN matter m ON m.id = v.id JOIN town t ON t.id = v.town_id
        LEFT JOIN rule_set rs ON rs.id = t.rule_set_id WHERE v.town_id = ? AND v.id = ?`,
      order: 'v.id',
      parameters: [townId, id],
    }),
    suggestions: part<Reviewed>({
      columns: {
        ...{ id: 's.id', subject: 's.subject', leadDeputyId: 's.lead_deputy_id' },
        ...{ leadUnitId: 'r.lead_unit_id', finding: 'x.finding' },
      },
      from: `FROM site_review_matter x JOIN suggestion s ON s.id = x.suggestion_id
        LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
        WHERE x.site_review_id = ?`,
      order: 'x.position',
      parameters: [id],
    }),
    deputies: part<{ id: string; name: string }>({
      columns: { id: 'p.id', name: 'p.name' },
      from: 'FROM site_review_deputy d JOIN person p ON p.id = d.person_id WHERE d.site_review_id = ?',
      order: 'p.position, p.id',
      parameters: [id],
    }),
  })
  const [found] = review
  return found && { ...found, suggestions, deputies }
}
