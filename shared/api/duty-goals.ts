import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { dutyKind } from './duty-files'

/** What is still open, for the deputy alone; no percentage, no place among others. */
export const showOwnGoals = get('/towns/:town/duty-goals/mine', {
  who: 'followOwnDuties',
  says: '我的目标：还有哪几项、到哪天，做到的哪天做到；旁边本组的中位数，少于五人没有；只有本人看得到',
  output: z.strictObject({
    /** Why those of this year do not count. */
    notCounted: z.nullable(z.string()),
    goals: z.array(
      z.strictObject({
        label: z.string(),
        /** Of which sets it is. */
        sets: z.array(z.string()),
        /** When it was done; null while it is open. */
        doneOn: z.nullable(z.iso.date()),
        /** The last day of its period, where that is known. */
        until: z.nullable(z.iso.date()),
        isOfTerm: z.boolean(),
      }),
    ),
    /** Of what was called together: the own number of this year beside the median of the group. */
    medians: z.array(z.strictObject({ kind: dutyKind, own: z.int(), median: z.number() })),
  }),
})
