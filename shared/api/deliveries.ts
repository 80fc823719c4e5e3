import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { toldWays, type ToldWay } from '../words/told-ways'
import { cursor, done, get, post } from '../grammar/endpoint'

const toldWay = z.enum(Object.keys(toldWays) as ToldWay[])

export const listDeliveries = get('/towns/:town/deliveries', {
  who: 'followDeliveries',
  says: '没有送到微信的提醒、原因和电话，好打电话补上',
  query: z.strictObject({ cursor }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: id(),
        recipient: z.string(),
        /** The same for what goes to one person who is shown alike; null where nothing is shown to know them again by. */
        whose: z.nullable(z.string()),
        /** The number that the person left for this. */
        phone: z.nullable(z.string()),
        village: z.nullable(z.string()),
        text: z.string(),
        state: z.enum(['pending', 'skipped', 'dead', 'unknown']),
        reason: z.nullable(z.string()),
        at: z.iso.datetime(),
        told: z.nullable(z.strictObject({ how: toldWay, at: z.iso.datetime() })),
        maySendAgain: z.boolean(),
      }),
    ),
    next: z.nullable(z.string()),
    /** Why nothing leaves for WeChat at this time, and since it is not for long, until when. */
    rests: z.nullable(z.strictObject({ reason: z.string(), until: z.iso.datetime() })),
  }),
})
export type Delivery = z.output<(typeof listDeliveries)['output']>['items'][number]

export const sendAgain = post('/towns/:town/deliveries/:id/send-again', {
  who: 'followDeliveries',
  says: '再往微信发一次',
  output: done,
})

export const noteTold = post('/towns/:town/deliveries/told', {
  who: 'followDeliveries',
  says: '记下已经用别的办法告诉了对方',
  input: z.strictObject({
    ids: z.array(id()).check(z.minLength(1), z.maxLength(200)),
    how: toldWay,
  }),
  output: done,
})

/** The words are the same for everyone; whom they go to is known to the office's own phone only. */
export const writeSms = post('/towns/:town/deliveries/:id/sms', {
  who: 'followDeliveries',
  says: '写一条短信：编号、一句中性的话、能打开小程序的链接，由工作人员自己发',
  output: z.strictObject({
    text: z.string(),
    /** Why there is no link in it. */
    trouble: z.nullable(z.string()),
  }),
})

/** Units, groups and stations among whose people nobody has bound WeChat. */
export const listUnreached = get('/towns/:town/unreached', {
  who: 'followDeliveries',
  says: '还没有人绑定微信的单位、小组和站点',
  output: z.strictObject({
    places: z.array(
      z.strictObject({
        register: z.enum(['handlingUnit', 'deputyGroup', 'liaisonStation']),
        id: id(),
        name: z.string(),
      }),
    ),
  }),
})

export const listVillageNotices = get('/towns/:town/village-notices', {
  who: 'followDeliveries',
  says: '微信和电话都联系不上的群众，按村列出留言编号，供打印张贴；没有姓名和内容',
  output: z.strictObject({
    villages: z.array(
      z.strictObject({
        /** Null where the person told no village. */
        village: z.nullable(z.string()),
        stations: z.array(
          z.strictObject({
            name: z.string(),
            address: z.nullable(z.string()),
            hours: z.nullable(z.string()),
          }),
        ),
        lines: z.array(
          z.strictObject({ ids: z.array(id()), number: z.string(), words: z.string(), on: z.iso.date() }),
        ),
      }),
    ),
  }),
})
