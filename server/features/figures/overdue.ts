import { endedStates } from '../../../shared/matters/suggestion/state-lists'
import { quoted } from '../../database/sql'

/**
 * A suggestion (`s`, with its current round `r`) of which something is owed since before a day, which is asked for
 * twice: the reply of the round, or what a reply has promised and the unit has not reported on.
 */
export const overdueSql = `(sm.state NOT IN (${quoted(endedStates)}) AND (
    (r.deadline_on < ? AND NOT EXISTS (SELECT 1 FROM reply x WHERE x.suggestion_id = s.id
      AND x.round_no = s.current_round))
    OR (sm.state = 'tracking' AND EXISTS (SELECT 1 FROM commitment p WHERE p.suggestion_id = s.id
      AND p.ended_at IS NULL AND p.reported_at IS NULL AND p.due_on < ?))))`
