import { standingPeriod } from '../../../shared/matters/award-standing/standing'
import { beijingDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import type { Reader } from '../../database/source'
import { readTownRules } from '../../features/rules/rule-set'

/** The year that is asked for, and the days that are counted for it by the rule that the town has now. */
export async function periodOf(reader: Reader, townId: string, asked: string | undefined, now: Date) {
  const today = beijingDay(now)
  const year = Number(asked ?? today.slice(0, 4))
  const { standingYear: counting } = rulesOf(await readTownRules(reader, townId))
  return { year, counting, ...standingPeriod(counting, year, today) }
}
