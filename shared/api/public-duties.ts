import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'
import { id } from '../grammar/fields'
import { outcomes, type Outcome } from '../words/words'
import { dutyKind } from './duty-files'
import { publicDeputy } from './stations'

/** How often something was done; what there is none of is not named, so that no “0” stands beside a name. */
const counted = z.array(z.strictObject({ kind: dutyKind, lines: z.int() }))

/**
 * 代表公示 (代表法 58): what everyone may read of what a deputy does. Numbers of one kind each, suggestions that are public
 * themselves, reports to voters, awards; no line of the file, no title, nobody else.
 */
export const showPublicDuties = get('/towns/:town/deputies/:id/duties', {
  who: 'anyone',
  says: '代表公示：今年和本届做了什么、各几次，公开的建议和结果，述职，表彰；没有做过的不写',
  output: z.strictObject({
    deputy: publicDeputy,
    year: z.int(),
    inYear: counted,
    /** Null where no session of the town is registered. */
    term: z.nullable(z.strictObject({ no: z.int(), from: z.iso.date(), counted })),
    suggestions: z.array(
      z.strictObject({
        id: id(),
        item: z.string(),
        /** Null while it is being handled. */
        outcome: z.nullable(z.enum(Object.keys(outcomes) as Outcome[])),
      }),
    ),
    reports: z.array(
      z.strictObject({
        on: z.iso.date(),
        district: z.string(),
        place: z.string(),
        presentVoters: z.nullable(z.int()),
        says: z.nullable(z.string()),
      }),
    ),
    awards: z.array(z.strictObject({ year: z.int(), title: z.string() })),
  }),
})
