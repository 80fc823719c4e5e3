import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { id } from '../grammar/fields'
import { type SilenceMark, silenceMarks } from '../rules/silence'

/** Nobody of the county: what is a place to visit would be a list of the worst there. */
export const showSilence = get('/towns/:town/silence', {
  who: 'followSilence',
  says: '半年里哪些村没有人说话：按人口该有几件、来了几件；小组长只看本组的村；下次走访先去这些地方',
  output: z.strictObject({
    /** Of the town in the last six months, by village; how many named none. */
    messages: z.int(),
    withoutVillage: z.int(),
    /** Villages of which nobody has written down how many live there. */
    withoutPeople: z.array(z.string()),
    /** The whole town has too few for anything to be told. */
    tooFew: z.boolean(),
    villages: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        population: z.int(),
        messages: z.int(),
        /** With one decimal. */
        expected: z.number(),
        mark: z.enum(Object.keys(silenceMarks) as SilenceMark[]),
        together: z.array(z.string()),
        /** Where messages named a part of it: each with those of its groups; none where nobody named any. */
        parts: z.array(
          z.strictObject({
            name: z.string(),
            messages: z.int(),
            below: z.array(z.strictObject({ name: z.string(), messages: z.int() })),
          }),
        ),
      }),
    ),
    /** Months in which nothing came from a village that has three or more a month. */
    months: z.array(z.strictObject({ village: z.string(), month: z.string() })),
  }),
})

/** A proposal for the deputies of a group, and nothing that is owed: nobody is asked afterwards whether they went. */
export const proposeVisits = get('/towns/:town/proposed-visits', {
  who: 'followSilence',
  says: '建议本组代表下次去走访的村：半年没有人说话，三个月里没有代表去过；不是任务',
  output: z.strictObject({
    villages: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        /** How many messages of half a year would be expected, with one decimal. */
        expected: z.number(),
        /** With which others it was looked at, where it is small. */
        together: z.array(z.string()),
      }),
    ),
  }),
})
