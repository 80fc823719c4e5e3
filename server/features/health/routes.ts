import { showHealth, showOpenApi } from '../../../shared/api/health'
import type { Bind } from '../../http/bind'
import { readHealth } from './queries'
import { describeApi } from './open-api'

export function healthRoutes(bind: Bind) {
  bind.publicRead(showHealth, ({ reader, now }) => readHealth(reader, now), { fresh: true })
  bind.publicRead(showOpenApi, () => Promise.resolve(describeApi()))
}
