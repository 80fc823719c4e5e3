import { marks } from '../../../server/database/sql'
import type { Asker } from './asker'
import type { Store } from './store'

const headSql = `SELECT s.*, m.state, m.version, m.state_since, m.number, m.title, d.name AS deputy, v.name AS village,
    c.name AS category_name
  FROM suggestion s JOIN matter m ON m.id = s.id JOIN person d ON d.id = s.lead_deputy_id
  LEFT JOIN village v ON v.id = s.village_id LEFT JOIN category c ON c.town_id = s.town_id AND c.id = s.category
  WHERE s.town_id = ? AND s.id = ?`
const roundsSql = `SELECT r.*, u.name AS unit, a.outcome, a.text, a.public_result, a.at AS repliedAt, e.attitude_rating, e.result_rating
  FROM suggestion_round r JOIN handling_unit u ON u.id = r.lead_unit_id
  LEFT JOIN reply a ON a.suggestion_id = r.suggestion_id AND a.round_no = r.round_no
  LEFT JOIN evaluation e ON e.suggestion_id = r.suggestion_id AND e.round_no = r.round_no
  WHERE r.suggestion_id = ? ORDER BY r.round_no`
const besideSql = [
  'SELECT c.*, p.name FROM co_signature c JOIN person p ON p.id = c.person_id WHERE c.suggestion_id = ?',
  'SELECT * FROM consultation WHERE suggestion_id = ? ORDER BY recorded_at, id',
  'SELECT r.*, k.* FROM review r LEFT JOIN review_check k ON k.review_id = r.id WHERE r.suggestion_id = ?',
  'SELECT * FROM ask WHERE matter_id = ? ORDER BY holder',
  `SELECT e.action, e.party, p.name, e.note, e.recorded_at AS at FROM matter_event e LEFT JOIN person p ON p.id = e.person_id
   WHERE e.matter_id = ? AND e.kind = 'suggestion' ORDER BY e.version, e.id`,
] as const

/** A suggestion with what belongs to it, for one who stands to it. */
export async function suggestionPage(store: Store, townId: string, { holders }: Asker, id: string) {
  const [mine, heads, rounds, coSigners, consultations, reviews, asks, timeline] = await Promise.all([
    store.all<{ party: string; step: string | null }>(
      `SELECT party, step FROM matter_holder WHERE matter_id = ? AND holder IN (${marks(holders)})`,
      [id, ...holders],
    ),
    store.all<{ version: number }>(headSql, [townId, id]),
    store.all(roundsSql, [id]),
    ...besideSql.map((sql) => store.all(sql, [id])),
  ])
  const [head] = heads
  if (head === undefined || mine.length === 0) return undefined
  return { ...head, mine, rounds, coSigners, consultations, reviews, asks, timeline }
}
