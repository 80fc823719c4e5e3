import { showStation } from '../../../shared/api/stations'
import type { Bind } from '../../http/bind'
import { readStation } from './queries'

export function routes(bind: Bind) {
  bind.publicRead(showStation, ({ reader, params, now }) => readStation(reader, params.town, params.id, now))
}
