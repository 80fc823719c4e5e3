import * as z from 'zod/mini'
import { get, named, pageOf, post } from '../../grammar/endpoint'
import { id } from '../../grammar/fields'
import { reportResult } from './endpoints'
import { type Rating, ratings } from './words'

/** 选民表决: without sign-in, and with nothing that leads to whoever votes. A vote carries its slip and nothing else. */

const roomCode = z.string().check(z.regex(/^\d{6}$/, '号码是大屏上的六位数字，请看清楚再填。'))
/** Random bits that only the phone keeps; the server knows their digest. */
const slip = z.string().check(z.regex(/^[0-9a-z]{26}$/, '这张表决票读不出来，请重新扫码。'))

export const drawSlip = post('/towns/:town/ballots/slips', {
  who: 'anyone',
  says: '述职评议会上扫码领一张表决票；已经领过的拿回同一页。不登录，不记是谁',
  input: z.strictObject({
    roomCode,
    /** What the phone has drawn before. */
    slip: z.optional(slip),
  }),
  output: z.strictObject({
    slip,
    used: z.boolean(),
    title: z.string(),
    reports: z.array(z.strictObject({ id: id(), deputy: z.string() })),
  }),
})

export const castBallot = post('/towns/:town/ballots/votes', {
  who: 'anyone',
  says: '交一张表决票：每位代表三项里选一项，也可以空着；交过的不再算',
  input: z.strictObject({
    roomCode,
    slip,
    ratings: z
      .array(z.strictObject({ reportId: id(), rating: z.enum(ratings as readonly Rating[]) }))
      .check(z.maxLength(20, '选得太多，请重新扫码。')),
  }),
  output: z.strictObject({
    done: z.literal(true),
    /** It had been handed in before. */
    already: z.boolean(),
  }),
})

/** 述职公告和结果, for everyone. */
export const listPublicReports = get('/towns/:town/public-reports', {
  who: 'anyone',
  says: '代表向选民述职的公告和结果，后开的在前',
  query: z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(200))) }),
  output: pageOf(
    z.strictObject({
      district: named,
      heldOn: z.iso.date(),
      startsAt: z.string(),
      place: z.string(),
      chair: z.nullable(z.string()),
      /** Null before the result is announced. */
      presentVoters: z.nullable(z.int()),
      tooFewVoters: z.nullable(z.string()),
      reports: z.array(
        z.strictObject({
          deputy: z.string(),
          result: z.nullable(reportResult),
          /** 选民意见回应, once it is public. */
          answers: z.array(z.strictObject({ opinion: z.string(), answer: z.string() })),
        }),
      ),
    }),
  ),
})
