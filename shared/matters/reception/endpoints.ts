import * as z from 'zod/mini'
import { cursor, get, named, pageOf, post } from '../../grammar/endpoint'
import { choice, day, id, picked } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stateNames } from '../../grammar/decide'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { type ReceivedHow, receivedHow } from '../../words/reception'
import { carriedView } from '../opinion/attachments'
import { receptionActions, receptionFolder as folder, receptionTable } from './table'

const sitter = z.strictObject({
  ...named.shape,
  /** By the clerk's roll; null where it was not called. */
  sat: z.nullable(z.boolean()),
})

const reception = {
  id: id(),
  heldOn: z.iso.date(),
  time: z.string(),
  station: named,
  /** Where it is, if not in the station itself. */
  place: z.nullable(z.string()),
  sitters: z.array(sitter),
}

/** What one of those who came said; neither name nor words leave whoever sat there and the office. */
const record = z.strictObject({
  id: id(),
  name: z.nullable(z.string()),
  village: z.nullable(z.string()),
  /** A part of it. */
  area: z.nullable(z.string()),
  said: z.string(),
  how: z.enum(Object.keys(receivedHow) as ReceivedHow[]),
  answer: z.nullable(z.string()),
  /** Of what was spoken and became no message; that one has it with it. */
  voice: carriedView.voice,
  /** Of the message that was made of it: what stands on the slip. */
  slip: z.nullable(z.strictObject({ opinionId: id(), no: z.string(), code: z.string() })),
})

export const receptionView = z.strictObject({
  ...matterView(receptionTable),
  ...reception,
  note: z.nullable(z.string()),
  records: z.array(record),
  /** Who may be asked to stand in, and which of theirs may be had in return. */
  standIns: z.array(named),
  inReturn: z.array(named),
})
export type ReceptionView = z.output<typeof receptionView>

/** How many sit at a time. */
export const sittersEach = { '1': '一位', '2': '两位', '3': '三位' } as const

export const planReceptions = post(folder, {
  who: 'keepPlaces',
  says: '给一个站点排班：这段日子里每个接访日轮到谁，轮得最少的先排，请了假的不排；排过的日子不动',
  input: z.strictObject({
    stationId: picked('给哪个站点排', 'station'),
    from: day('从哪天', 'arranged'),
    to: day('到哪天', 'arranged'),
    each: choice('每次几位', sittersEach),
  }),
  output: z.strictObject({
    planned: z.array(z.strictObject({ id: id(), heldOn: z.iso.date(), sitters: z.array(z.string()) })),
    /** Days on which nobody could be found. */
    short: z.int(),
  }),
})

export const listReceptions = get(folder, {
  who: 'keepPlaces',
  says: '排好的接访，后面的在前；谁值守，来了几位',
  query: z.strictObject({ cursor }),
  output: pageOf(
    z.strictObject({
      ...reception,
      state: z.enum(stateNames(receptionTable)),
      /** Who is asked to stand in and has not answered yet. */
      swapWith: z.nullable(z.string()),
      /** How many who came are written down. */
      received: z.int(),
    }),
  ),
})

/** Whoever sits there and the office; a person with no part in it is told that there is none. */
export const showReception = get(`${folder}/:id`, {
  who: 'followWork',
  says: '一次接访：谁值守，谁来过，办了什么',
  output: receptionView,
})

export const receptionSteps = stepEndpoints(receptionActions, folder, 'followWork', receptionView)
