import { wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'

export const congressRule: Keeping = {
  check(_, { values, others }) {
    if (others.some((one) => one.values.name === values.name && one.endedOn === null))
      throw wrongField('name', '现行的制度里已经有这个名称。要换新版，先把旧的停用，选“有了新版”。')
  },
}
