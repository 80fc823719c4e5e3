import * as z from 'zod/mini'
import { firstSteps as table, type FirstStep } from '../first-steps'
import { done, get, post } from '../grammar/endpoint'

export const showFirstSteps = get('/towns/:town/first-steps', {
  who: 'keepPersons',
  says: '新开通的镇还有哪几件要做；收到第一条群众留言以后就没有了',
  output: z.strictObject({
    /** Empty once the first message has come, or where the office has put them away. */
    steps: z.array(
      z.strictObject({
        name: z.enum(Object.keys(table) as FirstStep[]),
        isDone: z.boolean(),
        /** How far it is, in words. */
        says: z.string(),
      }),
    ),
  }),
})
export type FirstStepShown = z.output<(typeof showFirstSteps)['output']>['steps'][number]

export const putFirstStepsAway = post('/towns/:town/first-steps/put-away', {
  who: 'keepPersons',
  says: '收起“开始使用”的清单',
  output: done,
})
