import * as api from '../../../shared/api/term'
import type { Bind } from '../../http/bind'
import { readTerm } from './show-term'
import { takeBackElected } from './take-back-elected'

export function routes(bind: Bind) {
  bind.read(api.showTerm, ({ reader, actor }) => readTerm(reader, actor))
  bind.write(api.takeBackElected, async ({ tx, actor, input, now }) => {
    await takeBackElected(tx, actor, input, now)
    return readTerm(tx, actor)
  })
}
