import { criteriaIn, fewestCriteria, longestCriterion, mostCriteria } from '../../shared/matters/award/words'
import { wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'

export const honourCampaign: Keeping = {
  check(_, { values: { fromYear, toYear, criteria } }) {
    if (Number(fromYear) < 1980) throw wrongField('fromYear', '年份请写成“2026”这样。')
    if (toYear !== null && Number(toYear) < Number(fromYear))
      throw wrongField('toYear', '结束的年份在开始以前，请核对。')
    const lines = criteriaIn(String(criteria))
    if (lines.length < fewestCriteria || lines.length > mostCriteria)
      throw wrongField(
        'criteria',
        `标准要 ${fewestCriteria} 到 ${mostCriteria} 条，现在是 ${lines.length} 条；一行写一条。`,
      )
    if (lines.some((one) => one.length > longestCriterion))
      throw wrongField('criteria', `每条标准最多 ${longestCriterion} 个字，请删减一些。`)
  },
}
