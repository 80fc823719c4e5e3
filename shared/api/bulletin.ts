import * as z from 'zod/mini'
import { halfYearPattern } from '../rules/half-years'
import { fiveDisclosures } from './board'
import { cursor, get, pageOf } from '../grammar/endpoint'

const half = z.string().check(z.regex(halfYearPattern, '请选一个半年，例如“2026-1”是 2026 年上半年。'))

export const showBulletin = get('/towns/:town/bulletin', {
  who: 'anyone',
  says: '半年公开通报：这半年受理、答复、办结了多少',
  query: z.strictObject({ half }),
  output: z.strictObject({
    accepted: z.int(),
    replied: z.int(),
    closed: z.int(),
    /** Of those closed in the period. */
    solved: z.int(),
    confirmed: z.int(),
    /** As it stands today. */
    inHand: z.int(),
    overdue: z.int(),
  }),
})

export const listBulletin = get('/towns/:town/bulletin/items', {
  who: 'anyone',
  says: '半年公开通报：这半年里办过的每件建议的五公开',
  query: z.strictObject({ half, cursor }),
  output: pageOf(fiveDisclosures),
})
