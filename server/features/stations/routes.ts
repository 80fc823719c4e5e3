import { showStation } from '../../../shared/api/stations'
import { openBox } from '../../../shared/api/box-openings'
import type { Bind } from '../../http/bind'
import { keepOpening } from './box-openings'
import { readStation } from './queries'

export function routes(bind: Bind) {
  bind.publicRead(showStation, ({ reader, params, now }) => readStation(reader, params.town, params.id, now))

  bind.write(openBox, async ({ tx, actor, params, input }) => {
    await keepOpening(tx, actor, params.id, input)
    return { done: true as const }
  })
}
