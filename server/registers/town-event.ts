import { beijingDay } from '../../shared/rules/days'
import { wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'

export const townEvent: Keeping = {
  own: ['place'],
  fill: ({ values }) => ({ place: Number(values.year) * 100 + Number(values.month ?? 0) }),
  check(_, { values: { year, month }, now }) {
    const thisYear = Number(beijingDay(now).slice(0, 4))
    if (Number(year) < 1900 || Number(year) > thisYear)
      throw wrongField('year', `年份请填 1900 到 ${thisYear}，例如“1987”。`)
    if (month !== null && Number(month) === 0) throw wrongField('month', '月份请填 1 到 12，不知道就不填。')
  },
}
