import { listPromises as endpoint } from '../../../shared/api/promises'
import type { Bind } from '../../http/bind'
import { listPromises } from './queries'

export function routes(bind: Bind) {
  bind.publicRead(endpoint, ({ reader, params, query, now }) => listPromises(reader, params.town, query, now))
}
