import { showHealth, showHealthDetails, showOpenApi } from '../../../shared/api/health'
import { Refusal } from '../../../shared/words/refusals'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { describeApi } from './open-api'
import { readChannel, readWork } from './queries'
import { watchedTowns } from './watched-towns'

export function routes(bind: Bind, { database, env }: RouteParts) {
  const { operatorToken } = env
  bind.openRead(showHealth, async ({ reader }) => {
    await reader.query('SELECT id FROM town LIMIT 1').catch(() => {
      throw new Refusal('unavailable', {}, '数据库没有回应，请检查数据库。')
    })
    if (database.trouble() !== null)
      throw new Refusal('unavailable', {}, '现在存不下新的内容，已有的照常能看，请检查数据库和磁盘。')
    return { database: 'ok' as const }
  })
  bind.openRead(showHealthDetails, async ({ reader, context, now }) => {
    const towns = await watchedTowns(reader, context, now, operatorToken)
    const work = await readWork(reader, towns, now)
    const channel = await readChannel(reader, now)
    return { database: database.trouble() ?? ('ok' as const), ...channel, ...work }
  })
  let document: ReturnType<typeof describeApi> | undefined
  bind.publicRead(showOpenApi, () => Promise.resolve((document ??= describeApi())))
}
