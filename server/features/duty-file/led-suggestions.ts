import { addDays, startOfDay } from '../../../shared/rules/days'
import { sqlInstant } from '../../database/sql'
import type { Whose } from './source'

/** Nobody has led so many in a term: what a page asks for has an end all the same. */
const most = 500

const columns = `id, town_id, suggestion_no, subject, submitted_at, current_round, public_item, item_check_id,
  accepted_at, confidential, publicity`

/** What a deputy has led and submitted, the latest first. Asks for the town and the deputy. */
const ledSql = (between: string) => `(SELECT ${columns} FROM suggestion
  WHERE town_id = ? AND lead_deputy_id = ?${between} ORDER BY submitted_at DESC LIMIT ${most})`

/** All that was ever led, as a table to read from. Asks for the town and the deputy. */
export const everLed = ledSql(' AND submitted_at IS NOT NULL')

/** Of these days alone; see `ledBetween` for what it asks for. */
export const ledInDays = ledSql(' AND submitted_at >= ? AND submitted_at < ?')

export const ledBetween = ({ townId, personId, from, to }: Whose): string[] => [
  ...[townId, personId],
  ...[startOfDay(from), startOfDay(addDays(to, 1))].map(sqlInstant),
]
