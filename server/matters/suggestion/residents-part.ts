import type { OpinionState } from '../../../shared/matters/opinion/table'
import { part } from '../../database/together'

/** Whose words are behind it, or behind one that waits merged into it. @param those `IN (…)` with as many marks as parameters */
export const residentsPart = (those: string, parameters: readonly string[]) =>
  part<{ of: string; residentId: string; opinionId: string; opinionState: OpinionState; isOwn: number }>({
    columns: {
      of: 'b.of_id',
      residentId: 'o.resident_id',
      opinionId: 'o.id',
      opinionState: 'om.state',
      isOwn: 'CASE WHEN o.suggestion_id = b.of_id THEN 1 ELSE 0 END',
    },
    from: `FROM (SELECT b.id AS of_id, b.id AS behind_id FROM suggestion b WHERE b.id ${those}
          UNION ALL SELECT w.merged_into_id, w.id FROM suggestion w JOIN matter wm ON wm.id = w.id
            WHERE w.merged_into_id ${those} AND wm.state = 'merged') AS b
        JOIN resident_opinion o ON o.suggestion_id = b.behind_id JOIN matter om ON om.id = o.id`,
    order: 'o.id',
    parameters: [...parameters, ...parameters],
  })

/** Who hears of a matter though somebody else has raised it. */
export const followersPart = (those: string, parameters: readonly string[]) =>
  part<{ of: string; residentId: string }>({
    columns: { of: 'f.suggestion_id', residentId: 'f.resident_id' },
    from: `FROM suggestion_follow f WHERE f.suggestion_id ${those}`,
    order: 'f.resident_id',
    parameters: [...parameters],
  })
