import * as z from 'zod/mini'
import { amount, day, personName } from '../../grammar/fields'
import { addDays, type Day } from '../../rules/days'

/** A box that was not opened for longer than this is asked for (field note M3). */
export const boxDays = 14
/** The last day on which it is not late. */
export const openAgainBy = (openedOn: Day): Day => addDays(openedOn, boxDays)
export const isBoxLate = (openedOn: Day, today: Day) => openAgainBy(openedOn) < today

/** 开箱: by two persons, on which day, and how much lay in it. */
export const openingForm = z
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
  )
export type Opening = z.output<typeof openingForm>

/** What the history says of one; who opened it stands in the register of openings. */
export const openingLine = (letters: number) => (letters === 0 ? '开箱，没有信' : `开箱，${letters} 封`)

/** How a box is called in lists, in what is told, and on its page. */
export const boxTitle = (station: string) => `${station}的群众信箱`
