import type { ToldFigures } from '../../../shared/api/figures'
import { addMonths, beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'

/** So many of a year are counted. */
const most = 10_000

/** 告诉到人 (C9): of what residents said and that ended, how much they have heard of. What was opened again counts at its next end. */
export async function readTold(reader: Reader, townId: string, now: Date): Promise<ToldFigures> {
  const since = addMonths(beijingDay(now), -12)
  const rows = await reader.query<{ state: string; count: number | string }[]>(
    `SELECT state, COUNT(*) AS count FROM (
       SELECT m.state FROM told_how k JOIN matter m ON m.id = k.id
       WHERE k.town_id = ? AND k.ended_on >= ? AND m.state <> 'reopened' ORDER BY k.ended_on DESC LIMIT ${most}
     ) AS ended GROUP BY state`,
    [townId, since],
  )
  const of = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + Number(count), 0)
  const [told, unreachable, open] = [of('told'), of('unreachable'), of('owed', 'withOffice')]
  return { since, ended: told + unreachable + open, told, unreachable, open }
}
