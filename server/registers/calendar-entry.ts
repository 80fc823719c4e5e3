import { wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'

export const calendarEntry: Keeping = {
  check(_, { values: { day, until } }) {
    if (typeof until === 'string' && until < String(day))
      throw wrongField('until', '结束的那天在开始以前，请核对。')
  },
}
