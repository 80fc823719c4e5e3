import type { Row } from '../raw'
import type { Store } from './store'

const shown = (check: string, text: string) =>
  `CASE WHEN ${check}.id IS NULL OR ${check}.state IN ('passed', 'approved') THEN ${text} END`

const rowSql = `SELECT s.id, m.state, ${shown('ki', 's.public_item')} AS item, s.accepted_at AS acceptedAt, u.name AS unit,
    r.deadline_on AS deadlineOn, a.outcome, ${shown('kr', 'a.public_result')} AS sentence,
    e.attitude_rating AS attitude, e.result_rating AS result, promise.due_on AS promisedOn
  FROM suggestion s JOIN matter m ON m.id = s.id
  LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
  LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
  LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round
  LEFT JOIN matter ki ON ki.id = s.item_check_id
  LEFT JOIN matter kr ON kr.id = a.result_check_id
  LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
  LEFT JOIN commitment promise ON promise.suggestion_id = s.id AND promise.ended_at IS NULL
  WHERE s.town_id = ? AND s.accepted_at IS NOT NULL AND s.confidential = 0 AND s.publicity <> 'none'`

const pageSql = `${rowSql} AND s.accepted_at <= ? AND (s.accepted_at < ? OR s.id < ?)
  ORDER BY s.accepted_at DESC, s.id DESC LIMIT 21`
const oneSql = `${rowSql} AND s.id = ?`
const linesSql = `SELECT e.on_day AS \`on\`, e.public_line AS line, e.to_state AS state FROM matter_event e
  WHERE e.matter_id = ? AND e.kind = 'suggestion' AND e.public_line IS NOT NULL ORDER BY e.version`
const besideSql = `SELECT 'text' AS part, s.facts AS one, s.proposal AS other FROM suggestion s
  WHERE s.id = ? AND s.full_text_cleared_at IS NOT NULL
  UNION ALL SELECT 'key', k.leading_post, k.leading_official FROM key_suggestion k WHERE k.suggestion_id = ? AND k.ended_at IS NULL
  UNION ALL SELECT 'photo', p.photo_id, NULL FROM photo_use p WHERE p.suggestion_id = ?`

export async function boardPage(store: Store, townId: string, cursor: string | null) {
  const [at = '9999-12-31 00:00:00.000', id = ''] =
    cursor === null ? [] : Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  const rows = await store.all<{ id: string; acceptedAt: string }>(pageSql, [townId, at, at, id])
  const items = rows.slice(0, 20)
  const last = items.at(-1)
  const next =
    rows.length > 20 && last !== undefined
      ? Buffer.from(`${last.acceptedAt}|${last.id}`).toString('base64url')
      : null
  return { items, next }
}

export async function boardItem(store: Store, townId: string, id: string) {
  const [rows, timeline, beside] = await Promise.all([
    store.all(oneSql, [townId, id]),
    store.all(linesSql, [id]),
    store.all<Row>(besideSql, [id, id, id]),
  ])
  const of = (part: string) => beside.filter((row) => row.part === part)
  return rows[0] && { ...rows[0], timeline, text: of('text')[0], key: of('key')[0], photos: of('photo') }
}
