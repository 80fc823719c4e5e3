import { showHealth, showOpenApi } from '../../../shared/api/health'
import { Refusal } from '../../../shared/refusals'
import type { Bind } from '../../http/bind'
import { readHealth } from './queries'
import { describeApi } from './open-api'

export function healthRoutes(bind: Bind) {
  bind.publicRead(
    showHealth,
    ({ reader, now }) =>
      readHealth(reader, now).catch(() => {
        throw new Refusal('unavailable', {}, '数据库没有回应，请检查数据库。')
      }),
    { fresh: true },
  )
  bind.publicRead(showOpenApi, () => Promise.resolve(describeApi()))
}
