import type { FirstStepShown } from '../../../shared/api/first-steps'
import type { FirstStep } from '../../../shared/first-steps'
import { yearToLoad } from '../../../shared/rules/calendar'
import { beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { isActing, isHeld } from '../../database/in-office'
import { readCalendar } from '../../engine/read-calendar'

/** A new town has fewer; of one that is not, nobody counts on. */
const atMost = 1000

const counted = {
  deputies: `SELECT DISTINCT m.person_id FROM mandate m WHERE m.town_id = ? AND ${isActing('m')}`,
  bound: `SELECT DISTINCT m.person_id FROM mandate m JOIN person p ON p.id = m.person_id
    WHERE m.town_id = ? AND ${isActing('m')} AND p.account_id IS NOT NULL`,
  units: 'SELECT u.id FROM handling_unit u WHERE u.town_id = ? AND u.ended_on IS NULL',
  clerks: `SELECT DISTINCT o.person_id FROM post o
    WHERE o.town_id = ? AND o.post_kind = 'congressOffice' AND ${isHeld('o')}`,
  sessions: 'SELECT s.id FROM congress_session s WHERE s.town_id = ?',
  stations: 'SELECT l.id FROM liaison_station l WHERE l.town_id = ? AND l.ended_on IS NULL',
  codes: 'SELECT c.scene FROM qr_code c WHERE c.town_id = ? AND c.revoked_at IS NULL',
}
type Counts = Record<keyof typeof counted, number>

/** What a new town has to do, until the first message of a resident has come. */
export async function readFirstSteps(reader: Reader, townId: string, now: Date): Promise<FirstStepShown[]> {
  const [row] = await reader.query<Record<keyof Counts, number | string>[]>(
    `SELECT ${Object.entries(counted)
      .map(([name, sql]) => `(SELECT COUNT(*) FROM (${sql} LIMIT ${atMost}) AS few) AS ${name}`)
      .join(', ')}
     FROM town t WHERE t.id = ? AND t.first_steps_put_away_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM resident_opinion r WHERE r.town_id = t.id)`,
    [...Object.keys(counted), 'town'].map(() => townId),
  )
  if (!row) return []
  const counts = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Number(value)]),
  ) as Counts
  const year = yearToLoad(beijingDay(now), await readCalendar(reader, townId))
  const how: Readonly<Record<FirstStep, Omit<FirstStepShown, 'name'>>> = {
    roster: {
      isDone: counts.deputies > 0 && counts.units > 0,
      says: `${counts.deputies} 名代表，${counts.units} 个单位`,
    },
    colleague: { isDone: counts.clerks > 1, says: `${counts.clerks} 位` },
    session: { isDone: counts.sessions > 0, says: counts.sessions > 0 ? '登记了' : '还没有' },
    holidays: { isDone: year === undefined, says: year === undefined ? '有了' : `${year} 年的还没有` },
    stations: { isDone: counts.stations > 0, says: `${counts.stations} 个` },
    codes: { isDone: counts.codes > 0, says: `${counts.codes} 张` },
    invites: {
      isDone: counts.deputies > 0 && counts.bound === counts.deputies,
      says: `${counts.deputies} 名代表，${counts.bound} 名绑定了微信`,
    },
  }
  return (Object.keys(how) as FirstStep[]).map((name) => ({ name, ...how[name] }))
}
