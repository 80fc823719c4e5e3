import {
  listDeliveries,
  listUnreached,
  listVillageNotices,
  noteTold as noteToldEndpoint,
  sendAgain as sendAgainEndpoint,
  writeSms as writeSmsEndpoint,
} from '../../../shared/api/deliveries'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { readUnreached } from '../places/unreached'
import { traceView } from '../audit-log/trace-view'
import { keepLooksOfDay } from '../../matters/opinion/looks'
import { noteTold, sendAgain } from './follow-up'
import { readDeliveries, readRest, readVillageNotices } from './queries'
import { writeSms } from './sms'

export function routes(bind: Bind, { wechat, env }: RouteParts) {
  const { secretKey } = env
  bind.tracedRead(listDeliveries, async ({ reader, actor, query, now }) => {
    const { numbers, opened, ...page } = await readDeliveries(reader, secretKey, actor.townId, query.cursor)
    const shown = page.items.flatMap(({ id, phone }) => (phone === null ? [] : [numbers.get(id) ?? id]))
    const rests = await readRest(reader, now)
    return {
      show: () => ({ ...page, rests }),
      trace:
        shown.length + opened.length === 0
          ? undefined
          : async (tx) => {
              if (shown.length > 0)
                await traceView(tx, actor, { what: '看了未送达的提醒里的电话', about: shown }, now)
              await keepLooksOfDay(tx, actor, opened, 'undelivered', now)
            },
    }
  })

  bind.read(listUnreached, async ({ reader, actor }) => ({
    places: await readUnreached(reader, actor.townId),
  }))

  bind.read(listVillageNotices, ({ reader, actor }) => readVillageNotices(reader, secretKey, actor.townId))

  bind.write(sendAgainEndpoint, async ({ tx, actor, params, now }) => {
    await sendAgain(tx, actor, params.id, now)
    return { done: true as const }
  })

  bind.write(noteToldEndpoint, async ({ tx, actor, input, now }) => {
    await noteTold(tx, actor, input, now)
    return { done: true as const }
  })

  bind.writeAfter(
    writeSmsEndpoint,
    ({ reader, actor, params }) => writeSms(reader, wechat, actor.townId, params.id),
    ({ prepared }) => Promise.resolve(prepared),
  )
}
