import * as z from 'zod/mini'
import { day, id, line, maybe } from '../grammar/fields'
import { assignment, seenVersion } from '../matters/suggestion/inputs'
import { cursor, get, named, pageOf, post } from '../grammar/endpoint'

/** 交办会: many suggestions are handed over at once; the printed list shows what was handed over and who has signed for it. */
const item = z.strictObject({
  id: id(),
  no: z.nullable(z.string()),
  subject: z.string(),
  leadDeputy: z.string(),
  unit: z.nullable(z.string()),
  coUnits: z.array(z.string()),
  deadlineOn: z.nullable(z.iso.date()),
  /** 签收: the day on which the unit named its three responsibles. */
  receivedOn: z.nullable(z.iso.date()),
  handler: z.nullable(z.string()),
})

const meeting = { id: id(), heldOn: z.iso.date(), place: z.string(), count: z.int(), received: z.int() }
const meetingView = z.strictObject({ ...meeting, items: z.array(item) })
export type MeetingView = z.output<typeof meetingView>

/** No town hands over more than this at one meeting. */
const mostItems = 200

export const listMeetings = get('/towns/:town/hand-over-meetings', {
  who: 'handOver',
  says: '开过的交办会，新的在前',
  query: z.strictObject({ cursor }),
  output: pageOf(z.strictObject(meeting)),
})

export const showMeeting = get('/towns/:town/hand-over-meetings/:id', {
  who: 'handOver',
  says: '一次交办会的清单和签收情况',
  output: meetingView,
})

const waitingItem = z.strictObject({
  id: id(),
  version: z.int(),
  no: z.nullable(z.string()),
  subject: z.string(),
  leadDeputy: z.string(),
  village: z.nullable(z.string()),
  /** The unit that the deputy wishes for, as long as there is such a unit. */
  wishedUnit: z.nullable(named),
  /** Until when the unit has to reply if it is handed over on the day asked about. */
  deadlineOn: z.iso.date(),
})
export type WaitingItem = z.output<typeof waitingItem>

export const listToHandOver = get('/towns/:town/to-hand-over', {
  who: 'handOver',
  says: '等着交办的建议：代表希望由谁办，那一天交办的话答复限期是哪天',
  query: z.strictObject({
    /** The day of the meeting; today where it is not said. */
    on: maybe(day('交办会日期', 'counted')),
  }),
  output: z.strictObject({ items: z.array(waitingItem) }),
})

export const meetingForm = z.strictObject({ heldOn: day('交办会日期', 'happened'), place: line('地点', 60) })

export const holdMeeting = post('/towns/:town/hand-over-meetings', {
  who: 'handOver',
  says: '交办会：一次交办多件建议，一件不成全部不办',
  input: z.strictObject({
    ...meetingForm.shape,
    items: z
      .array(z.strictObject({ id: id(), ...seenVersion.shape, form: assignment }), '请至少选一件建议。')
      .check(
        z.minLength(1, '请至少选一件建议。'),
        z.maxLength(mostItems, `一次最多交办 ${mostItems} 件，请分两次。`),
      ),
  }),
  output: meetingView,
})
