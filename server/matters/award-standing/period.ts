import { standingPeriod } from '../../../shared/matters/award-standing/standing'
import { beijingDay } from '../../../shared/rules/days'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'

/** The year that is asked for, and the days that are counted for it by the rule that the town has now. */
export function periodIn(rules: KeptRules, asked: string | undefined, now: Date) {
  const today = beijingDay(now)
  const year = Number(asked ?? today.slice(0, 4))
  const { standingYear: counting } = rulesOf(rules)
  return { year, counting, ...standingPeriod(counting, year, today) }
}
