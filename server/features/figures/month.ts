import type { Month } from '../../../shared/api/figures'
import { closedStates, endedStates } from '../../../shared/matters/suggestion/state-lists'
import { addDays, addMonths, beijingDay, type Day, startOfDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { quoted, sqlInstant } from '../../database/sql'
import { countWaitingResidents } from '../../matters/opinion/waiting'
import { countLatePromises } from '../promises/queries'
import { countAgeing } from './ageing'
import { inHandSql } from './facts'
import { overdueSql } from './overdue'
import { readFigures } from './queries'

/** The state in which a suggestion was at an instant; none where nothing had happened to it yet. */
const stateThen = (instant: string) => `(SELECT e.to_state FROM matter_event e
  WHERE e.matter_id = s.id AND e.kind = 'suggestion' AND e.recorded_at < '${instant}'
  ORDER BY e.version DESC LIMIT 1)`

/** The figures of a month by the definitions of every other page, and by the same what they were a month ago. */
export async function readMonth(reader: Reader, townId: string, now: Date): Promise<Month> {
  const today = beijingDay(now)
  const since = addMonths(today, -1)
  const { total } = await readFigures(reader, townId, {}, now)
  const then = await countThen(reader, townId, since, today)
  const promises = await countLatePromises(reader, townId, since, today)
  const still = await countAgeing(reader, townId, today)
  const waiting = await countWaitingResidents(reader, townId, now)
  const { solvedRate, satisfactionRate } = total.rates.result
  return {
    since,
    inHand: then.inHand,
    inHandThen: then.inHandThen,
    overdue: then.overdue,
    overdueNew: then.overdue - then.overdueOld,
    solved: solvedRate,
    satisfied: satisfactionRate,
    closedNew: then.closedNew,
    promisesLate: promises.late,
    promisesLateNew: promises.fresh,
    still: still.count,
    stillDays: still.days,
    waiting: waiting.count,
    waitingLate: waiting.late,
    waitingDays: waiting.days,
  }
}

async function countThen(reader: Reader, townId: string, since: Day, today: Day) {
  const instant = sqlInstant(startOfDay(addDays(since, 1)))
  const state = stateThen(instant)
  const facts = {
    inHand: inHandSql,
    inHandThen: `f.handed_over_on <= '${since}' AND ${state} NOT IN (${quoted(endedStates)})`,
    overdue: overdueSql.split('?').join(`'${today}'`),
    overdueOld: overdueSql.split('?').join(`'${since}'`),
    closedNew: `sm.state IN (${quoted(closedStates)}) AND ${state} NOT IN (${quoted(endedStates)})`,
  }
  const names = Object.keys(facts) as (keyof typeof facts)[]
  const [found] = await reader.query<Record<keyof typeof facts, number | string | null>[]>(
    `SELECT ${names.map((name) => `SUM(CASE WHEN ${facts[name]} THEN 1 ELSE 0 END) AS ${name}`).join(',\n')}
     FROM suggestion s JOIN matter sm ON sm.id = s.id
     JOIN suggestion_round f ON f.suggestion_id = s.id AND f.round_no = 1
     JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     WHERE s.town_id = ?`,
    [townId],
  )
  return Object.fromEntries(names.map((name) => [name, Number(found?.[name] ?? 0)])) as Record<
    keyof typeof facts,
    number
  >
}
