import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { halfYearPattern } from '../rules/half-years'

/** What a town asks of its deputies between sessions, and how far one of them is; only they themselves read it. */
const ownDuty = z.strictObject({
  word: z.string(),
  done: z.int(),
  wanted: z.int(),
  /** Until when, as people say it. */
  within: z.string(),
})
export type OwnDuty = z.output<typeof ownDuty>

export const showOwnDuties = get('/towns/:town/own-duties', {
  who: 'keepOwnRecords',
  says: '我这个月、这个季度、今年还有哪些走访和联系没有做到；只有本人看得到',
  output: z.strictObject({
    duties: z.array(ownDuty),
    /** Leads the group, and plans its visits. */
    leads: z.boolean(),
  }),
})

const contactCounts = {
  /** 接待选民, persons. */
  received: z.int(),
  /** 走访选民, households. */
  visited: z.int(),
  /** 帮办实事 that the office has confirmed. */
  deeds: z.int(),
}

const placeCounts = { name: z.string(), ...contactCounts }

export const showContactFigures = get('/towns/:town/figures/contacts', {
  who: 'followFigures',
  says: '半年接待、走访、办实事的数，按代表小组、按村和自然村，不按人；连同一句写进报告的话；县里看不到村',
  query: z.strictObject({
    half: z.optional(z.string().check(z.regex(halfYearPattern, '半年请写成“2026-1”或“2026-2”。'))),
  }),
  output: z.strictObject({
    half: z.string(),
    total: z.strictObject(contactCounts),
    groups: z.array(
      z.strictObject({
        name: z.string(),
        ...contactCounts,
        /** Its deputies now, and how many of them keep in touch with as many voters as the town asks for. */
        deputies: z.int(),
        withVoters: z.int(),
      }),
    ),
    /** Deeds of the half-year that the office has not looked at yet, and that are not counted. */
    unconfirmed: z.int(),
    /** By village ▸ natural village, in the order of the register; null to the county, which reads no name of a village. */
    places: z.nullable(
      z.array(
        z.strictObject({
          ...placeCounts,
          /** Where visits named a part of it: each with those of its groups; none where nobody named any. */
          parts: z.array(z.strictObject({ ...placeCounts, below: z.array(z.strictObject(placeCounts)) })),
        }),
      ),
    ),
    /** For a report. */
    sentence: z.string(),
  }),
})
