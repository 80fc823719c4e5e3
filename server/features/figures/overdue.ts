import { endedStates } from '../../../shared/matters/suggestion/state-lists'
import { addDays, type Day } from '../../../shared/rules/days'
import { quoted } from '../../database/sql'

/**
 * The unit has met the deputy and waits for the deputy's word: nothing is owed by it meanwhile, and the two words never
 * speak of the same suggestion. In SQL what `waitsForDeputy` says of a record.
 */
export const awaitsDeputySql = `(sm.state IN ('handling', 'reHandling') AND r.reply_opened_at IS NULL
    AND ((SELECT COUNT(CASE WHEN k.answer = 'open' THEN 1 END) > 0
        AND COUNT(CASE WHEN k.answer = 'confirmed' THEN 1 END) = 0
      FROM consultation k WHERE k.suggestion_id = s.id AND k.round_no = s.current_round AND k.merged_id IS NULL)
      OR EXISTS (SELECT 1 FROM consultation k JOIN suggestion ks ON ks.id = k.merged_id
          AND ks.merged_into_id = s.id AND ks.lead_deputy_id <> s.lead_deputy_id
        JOIN matter km ON km.id = ks.id AND km.state = 'merged'
        WHERE k.suggestion_id = s.id AND k.round_no = s.current_round AND k.answer = 'open'
          AND NOT EXISTS (SELECT 1 FROM consultation kc WHERE kc.suggestion_id = s.id
            AND kc.round_no = s.current_round AND kc.merged_id = k.merged_id AND kc.answer = 'confirmed'))))`

/**
 * A suggestion (`s`, with its current round `r`) of which something is owed since before a day, which is asked for
 * twice: the reply of the round, or what a reply has promised and the unit has not reported on.
 */
export const overdueSql = `(sm.state NOT IN (${quoted(endedStates)}) AND (
    (r.deadline_on < ? AND NOT ${awaitsDeputySql} AND NOT EXISTS (SELECT 1 FROM reply x WHERE x.suggestion_id = s.id
      AND x.round_no = s.current_round))
    OR (sm.state = 'tracking' AND EXISTS (SELECT 1 FROM commitment p WHERE p.suggestion_id = s.id
      AND p.ended_at IS NULL AND p.reported_at IS NULL AND p.due_on < ?))))`

/** 严重逾期: of the same debts those that are older than so many days on this day. */
export const longOverdueSql = (today: Day, days: number) =>
  overdueSql.split('?').join(`'${addDays(today, -days)}'`)
