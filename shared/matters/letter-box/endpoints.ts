import * as z from 'zod/mini'
import { done, get, named, post } from '../../grammar/endpoint'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { openingForm } from './opening'
import { letterBoxActions, letterBoxFolder as folder, letterBoxTable } from './table'

export const letterBoxView = z.strictObject({
  ...matterView(letterBoxTable),
  station: named,
  /** The last time, with what lay in it. */
  openedOn: z.iso.date(),
  letters: z.int(),
  /** The last day of the two weeks. */
  openBy: z.iso.date(),
})
export type LetterBoxView = z.output<typeof letterBoxView>

/** With the first one a station has a box. */
export const openBox = post('/towns/:town/stations/:id/box-openings', {
  who: 'recordVoice',
  says: '登记站点的群众信箱开了箱：两个人一起开，哪天，几封；站点首页公开哪天开的、几封；两周不开，镇人大办有待办',
  input: openingForm,
  output: done,
})

export const showLetterBox = get(`${folder}/:id`, {
  who: 'keepPlaces',
  says: '一个站点的群众信箱：上次哪天开的、几封，最晚哪天再开，和它的经过',
  output: letterBoxView,
})

/** One for each row of the table. */
export const letterBoxSteps = stepEndpoints(letterBoxActions, folder, 'keepPlaces', letterBoxView)
