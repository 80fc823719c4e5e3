import {
  listDeliveries,
  listVillageNotices,
  noteTold as noteToldEndpoint,
  sendAgain as sendAgainEndpoint,
  writeSms as writeSmsEndpoint,
} from '../../../shared/api/deliveries'
import type { Wechat } from '../../gateways/wechat/wechat'
import type { Bind } from '../../http/bind'
import { noteTold, sendAgain } from './follow-up'
import { readDeliveries, readRest, readVillageNotices } from './queries'
import { writeSms } from './sms'

export function deliveryRoutes(bind: Bind, wechat: Wechat, secretKey: string) {
  bind.read(listDeliveries, async ({ reader, actor, query, now }) => ({
    ...(await readDeliveries(reader, secretKey, actor.townId, query.cursor)),
    rests: await readRest(reader, now),
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
