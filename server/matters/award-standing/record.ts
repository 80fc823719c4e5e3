import {
  levelOf,
  spokenPeriod,
  standingPeriod,
  type StandingYear,
} from '../../../shared/matters/award-standing/standing'
import type { AwardStandingState } from '../../../shared/matters/award-standing/states'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { type Item, readItems } from './items'

interface Kept extends MatterRecord<AwardStandingState> {
  unitId: string
  unit: string
  year: number
  toldUntil: string | null
  appealedAt: string | null
}

/** The standing of a unit in a year, with the suggestions that can count for it, the newest rating first. */
export interface AwardRecord extends Kept {
  items: readonly Item[]
}

/** States in which a decision stands. */
const decidedStates: readonly AwardStandingState[] = ['disqualified', 'appealed', 'upheld']
export const isDecided = (state: AwardStandingState) => decidedStates.includes(state)

/**
 * A second statement for what can count; it is for one matter at a time, and where a decision stands nothing counts any
 * more. The days that do count follow from the rules of the town and from the day on which it is asked.
 */
export async function readStanding(
  reader: Reader,
  townId: string,
  id: string,
): Promise<AwardRecord | undefined> {
  const { rows } = await readTogether(reader, {
    rows: part<Kept>({
      columns: {
        ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
        stateSince: instantText('m.state_since'),
        ...{ unitId: 'a.handling_unit_id', unit: 'u.name', year: 'a.year' },
        ...{ toldUntil: instantText('a.told_until'), appealedAt: instantText('a.appealed_at') },
        ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
      },
      from: `FROM award_standing a JOIN matter m ON m.id = a.id JOIN handling_unit u ON u.id = a.handling_unit_id
        JOIN town t ON t.id = a.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
        WHERE a.town_id = ? AND a.id = ?`,
      order: 'a.id',
      parameters: [townId, id],
    }),
  })
  const [kept] = rows
  if (kept === undefined) return undefined
  const year = Number(kept.year)
  const items = isDecided(kept.state) ? [] : await possibleItems(reader, townId, kept.unitId, year)
  return { ...kept, year, items }
}

/** Whatever can count for a unit in a year, by either way of counting. */
export const possibleItems = (reader: Reader, townId: string, unitId: string | undefined, year: number) =>
  readItems(reader, townId, {
    year,
    from: `${year - 1}-01-01`,
    to: `${year}-12-31`,
    ...(unitId === undefined ? {} : { unitId }),
  })

/** What is counted on a day: the days that are counted for the year, and the suggestions rated in them. */
export function countOn(record: AwardRecord, today: Day) {
  const { standingYear: counting } = rulesOf(record)
  const period = standingPeriod(counting, record.year, today)
  const counted = record.items.filter(
    ({ standing, ratedOn }) => standing === 'counted' && ratedOn >= period.from && ratedOn <= period.to,
  )
  return { counting, ...period, counted, level: levelOf(counted.length) }
}

/** A year that is over is not asked for where the last twelve months count: the next one holds the same matters. */
export const isOver = (counting: StandingYear, year: number, today: Day) =>
  counting === 'rolling' && year < Number(today.slice(0, 4))

/** The words that every sentence about it may use. */
export function wordsOf(record: AwardRecord, now: Date) {
  const { counting, counted } = countOn(record, beijingDay(now))
  return {
    unit: record.unit,
    whose: record.unit,
    year: String(record.year),
    period: spokenPeriod(counting, record.year),
    count: String(counted.length),
    subjects: counted.map(({ subject }) => `《${subject}》`).join(''),
  }
}
