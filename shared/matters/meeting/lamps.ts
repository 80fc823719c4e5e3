import * as z from 'zod/mini'
import { get } from '../../grammar/endpoint'
import { type MeetingKind, meetingKinds } from './kinds'
import { meetingFolder } from './table'

/** 该开会了: of bodies, in the order of the register; nobody is named. */
export const listMeetingLamps = get(`${meetingFolder}-lamps`, {
  who: 'followMeetings',
  says: '人代会、主席团、各小组按规定哪天以前要再开会、定了日子没有；组长只看本组，别的代表没有',
  output: z.strictObject({
    lamps: z.array(
      z.strictObject({
        kind: z.enum(Object.keys(meetingKinds) as MeetingKind[]),
        body: z.string(),
        tone: z.enum(['calm', 'soon', 'late']),
        says: z.string(),
      }),
    ),
  }),
})
