import * as z from 'zod/mini'
import { get, post } from '../grammar/endpoint'
import { day, id, maybe, picked, pickedMany } from '../grammar/fields'
import { handlingUnits } from '../registers/handling-units'
import { nobodyConfirmed } from '../words/nobody'

/** What becomes of a unit besides its name: it goes into another, or another comes out of it. */

const mostMoved = 100
const seen = z.int().check(z.minimum(0))

export const listOpenOfUnit = get('/towns/:town/units/:id/open', {
  who: 'keepPlaces',
  says: '一个单位还没有办完的事',
  output: z.strictObject({
    matters: z.array(
      z.strictObject({
        id: id(),
        title: z.string(),
        number: z.nullable(z.string()),
        /** Whether the unit handles it, or only gives its opinion. */
        leads: z.boolean(),
      }),
    ),
  }),
})

export const mergeForm = z.strictObject({
  intoUnitId: picked('并入哪个单位', 'unit'),
  endedOn: day('从哪天起', 'happened'),
  nobodyConfirmed: nobodyConfirmed(),
})

export const mergeUnit = post('/towns/:town/units/:id/merge', {
  who: 'keepPlaces',
  says: '一个单位并入另一个：在办的跟着走，办完的还是原来的名字',
  input: z.strictObject({ version: seen, form: mergeForm }),
  output: z.strictObject({ moved: z.int() }),
})

const { name, unitKind, supervisingBureau } = handlingUnits.fields
export const splitForm = z.strictObject({
  name,
  unitKind,
  supervisingBureau,
  matterIds: maybe(
    pickedMany('哪些在办的转给新单位', 'matters', mostMoved, { help: '没有选的，还由原来的单位办。' }),
  ),
})

export const splitUnit = post('/towns/:town/units/:id/split', {
  who: 'keepPlaces',
  says: '从一个单位分出一个新单位，选好的在办事项转给它',
  input: z.strictObject({ version: seen, form: splitForm }),
  output: z.strictObject({ id: id(), moved: z.int() }),
})
