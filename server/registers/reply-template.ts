import { wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'

export const replyTemplate: Keeping = {
  check(_, { values, others }) {
    if (others.some((one) => one.values.name === values.name && one.endedOn === null))
      throw wrongField('name', '已经有这个名称的范文，请换一个名称，或直接改那一份。')
  },
}
