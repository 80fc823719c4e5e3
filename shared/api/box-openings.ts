import * as z from 'zod/mini'
import { done, post } from '../grammar/endpoint'
import { amount, day, personName } from '../grammar/fields'
import { addDays, type Day } from '../rules/days'

/** A box that was not opened for longer than this is asked for (field note M3). */
export const boxDays = 14
export const isBoxLate = (openedOn: Day, today: Day) => addDays(openedOn, boxDays) < today

export const openBox = post('/towns/:town/stations/:id/box-openings', {
  who: 'recordVoice',
  says: '登记站点的群众信箱开了箱：两个人一起开，哪天，几封；站点首页公开哪天开的、几封',
  input: z
    .strictObject({
      openedOn: day('哪天开的', 'happened'),
      letters: amount('几封', 999, { help: '一封也没有，填 0。' }),
      openedBy: personName('谁开的', 20),
      openedWith: personName('和谁一起开的', 20, { help: '要两个人一起开。' }),
    })
    .check(
      z.refine((form) => form.openedBy !== form.openedWith, {
        error: '要两个人一起开箱，请写另一位的名字。',
        path: ['openedWith'],
      }),
    ),
  output: done,
})
