import { isHeld, isTownshipDeputy } from '../../database/in-office'
import { marks } from '../../database/sql'
import { part } from '../../database/together'

/** Who leads a key suggestion, while they have the post. */
export const leadingOfficialsPart = (ids: readonly string[]) =>
  part<{ of: string; personId: string }>({
    columns: { of: 'y.suggestion_id', personId: 'g.id' },
    from: `FROM key_suggestion y
      JOIN person g ON g.id = y.leader_id AND EXISTS (SELECT 1 FROM post o
        WHERE o.person_id = g.id AND o.town_id = y.town_id AND o.post_kind = 'leadingOfficial' AND ${isHeld('o')})
      WHERE y.suggestion_id IN (${marks(ids)}) AND y.ended_at IS NULL`,
    order: 'g.id',
    parameters: [...ids],
  })

/** Of the deputy group of the lead deputy. */
export const groupLeadersPart = (ids: readonly string[]) =>
  part<{ of: string; personId: string }>({
    columns: { of: 'b.id', personId: 'g.id' },
    from: `FROM suggestion b JOIN person l ON l.id = b.lead_deputy_id
      JOIN person g ON g.town_id = l.town_id AND g.deputy_group_id = l.deputy_group_id AND g.group_leader = 1
        AND ${isTownshipDeputy('g.id')}
      WHERE b.id IN (${marks(ids)})`,
    order: 'g.position, g.id',
    parameters: [...ids],
  })
