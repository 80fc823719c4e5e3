import * as z from 'zod/mini'
import { get, named, post } from '../../grammar/endpoint'
import { choice, picked } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { posterActions, posterFolder as folder, posterTable } from './table'

/** How long an issue hangs, in months; of a new one. */
export const issueMonths = { '1': '每月', '2': '每两个月', '3': '每季度', '6': '每半年' } as const

const issue = {
  station: named,
  /** 第几期. */
  issueNo: z.int(),
  asOf: z.iso.date(),
  nextOn: z.iso.date(),
}

export const posterView = z.strictObject({
  ...matterView(posterTable),
  ...issue,
  /** The code of the station that is in force; null where it was taken back. */
  scene: z.nullable(z.string()),
})
export type PosterView = z.output<typeof posterView>

export const startPoster = post(folder, {
  who: 'printCodes',
  says: '给一个站点贴五公开海报，从第 1 期起；这个站点还没有小程序码的，一并生成',
  input: z.strictObject({
    stationId: picked('贴在哪个站点', 'station'),
    every: choice('多久换一次', issueMonths),
  }),
  output: posterView,
})

export const listPosters = get(folder, {
  who: 'printCodes',
  says: '各站点贴着的五公开海报：第几期，截至哪天，下次哪天换',
  output: z.strictObject({ posters: z.array(z.strictObject({ id: posterView.shape.id, ...issue })) }),
})

export const showPoster = get(`${folder}/:id`, {
  who: 'printCodes',
  says: '一个站点的五公开海报和它的经过',
  output: posterView,
})

/** One for each row of the table. */
export const posterSteps = stepEndpoints(posterActions, folder, 'printCodes', posterView)
