import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { type CountsAs, countsAs } from '../matters/activity/kinds'

const kinds = Object.keys(countsAs) as CountsAs[]
const counted = z.strictObject({ events: z.int(), personTimes: z.int() })

/** 人次: a figure of the town. A total of one person stands in the own duty file and nowhere else. */
export const showPersonTimes = get('/towns/:town/figures/person-times', {
  who: 'followFigures',
  says: '一年的人次：视察调研、学习培训、其他活动各几次、几人次，按代表小组，不按人；连同一句写进报告的话',
  query: z.strictObject({
    year: z.optional(z.string().check(z.regex(/^20\d\d$/, '年份请写成“2026”。'))),
  }),
  output: z.strictObject({
    year: z.string(),
    total: z.strictObject(
      Object.fromEntries(kinds.map((kind) => [kind, counted])) as Record<CountsAs, typeof counted>,
    ),
    groups: z.array(
      z.strictObject({
        name: z.string(),
        ...(Object.fromEntries(kinds.map((kind) => [kind, z.int()])) as Record<
          CountsAs,
          ReturnType<typeof z.int>
        >),
      }),
    ),
    /** Of the person-times of training, those of trips. */
    onTrips: z.int(),
    /** Of classes that the county or others held: they stand beside the sum. */
    elsewhere: z.int(),
    /** For a report. */
    sentence: z.string(),
  }),
})
export type PersonTimes = z.output<typeof showPersonTimes.output>
