import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { stationKinds, type StationKind } from '../words/words'
import { get, named } from '../grammar/endpoint'

export const listTowns = get('/towns', {
  who: 'anyone',
  says: '所有乡镇的编号和名称，属于哪个县',
  output: z.strictObject({ towns: z.array(z.strictObject({ ...named.shape, countyId: z.nullable(id()) })) }),
})

export const listMyTowns = get('/me/towns', {
  who: 'account',
  says: '我任职的乡镇，每个镇有几件等我办、几条消息没有看',
  output: z.strictObject({
    /** Each counted no further than the doors count. */
    towns: z.array(z.strictObject({ ...named.shape, waiting: z.int(), unread: z.int() })),
  }),
})

/** A part of a village, named with the natural village above it; every list stands in the order of the register. */
const areaOfVillage = z.strictObject({ ...named.shape, villageId: id() })
export type AreaOfVillage = z.output<typeof areaOfVillage>

export const listAreas = get('/towns/:town/area-tree', {
  who: 'anyone',
  says: '各村分成哪些自然村、哪些村民小组；留言、走访可以写明是哪一个，不写也行',
  output: z.strictObject({ areas: z.array(areaOfVillage) }),
})

export const stationSummary = z.strictObject({
  id: id(),
  name: z.string(),
  kind: z.enum(Object.keys(stationKinds) as StationKind[]),
  villageId: z.nullable(id()),
})

export const showTown = get('/towns/:town', {
  who: 'anyone',
  says: '乡镇首页：村、站点、建议办理数字',
  output: z.strictObject({
    id: id(),
    name: z.string(),
    villages: z.array(named),
    stations: z.array(stationSummary),
    figures: z.strictObject({
      deputies: z.int(),
      stations: z.int(),
      inHand: z.int(),
      overdue: z.int(),
      solved: z.int(),
      confirmed: z.int(),
      closed: z.int(),
    }),
  }),
})
