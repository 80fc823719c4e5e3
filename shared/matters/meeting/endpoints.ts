import * as z from 'zod/mini'
import { stateNames } from '../../grammar/decide'
import { cursor, get, named, pageOf, post } from '../../grammar/endpoint'
import { choice, day, id, line, maybe, picked } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { paper, word } from '../../papers/paper'
import { type OpinionKind, opinionKinds } from '../../words/words'
import { type NoteKind, noteKinds } from '../deliberation-summary/words'
import { resolutionTable } from '../resolution/table'
import { type MeetingKind, meetingKinds, votingWords } from './kinds'
import { meetingActions, meetingFolder as folder, meetingTable } from './table'
import {
  type Attendance,
  attendances,
  type AttendStanding,
  attendStandings,
  type Gone,
  goneWords,
  type ItemOutcome,
  outcomeWords,
  type ReviewDecision,
  reviewDecisions,
  type VoteMethod,
  voteMethods,
} from './words'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

const meeting = {
  id: id(),
  meetingKind: z.enum(keys<MeetingKind>(meetingKinds)),
  title: z.string(),
  /** Null where it is no group that meets. */
  group: z.nullable(named),
  /** The last day of the time that it is for. */
  heldBy: z.iso.date(),
  day: z.nullable(z.iso.date()),
  startsAt: z.nullable(z.string()),
  place: z.nullable(z.string()),
}

/** How many came, and what was decided how often: a figure of the group, never of a person. */
const figures = {
  expected: z.int(),
  present: z.int(),
  decided: z.record(z.string(), z.int()),
}

/** Of a message no more than its day and whom it went to: neither its words nor whoever wrote it. */
const item = z.strictObject({
  id: id(),
  deputy: named,
  kind: z.enum(keys<OpinionKind>(opinionKinds)),
  receivedOn: z.iso.date(),
  /** In the words of a deputy. */
  gist: z.nullable(z.string()),
  decision: z.nullable(z.enum(keys<ReviewDecision>(reviewDecisions))),
  /** What was written with the decision. */
  said: z.nullable(z.string()),
  /** Who wrote the decision down. */
  notedBy: z.nullable(z.string()),
  lead: z.nullable(z.string()),
  gone: z.nullable(z.enum(keys<Gone>(goneWords))),
})

/** What was voted on: the figures as they were then, and what they come to, in words. */
const vote = z.strictObject({
  id: id(),
  text: z.string(),
  method: z.enum(keys<VoteMethod>(voteMethods)),
  inOffice: z.int(),
  present: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  passed: z.boolean(),
  says: z.string(),
})

/** What was counted, and who is elected by it, in words. */
const election = z.strictObject({
  id: id(),
  office: z.string(),
  seats: z.int(),
  issued: z.int(),
  returned: z.int(),
  valid: z.int(),
  lines: z.array(
    z.strictObject({
      name: z.string(),
      yes: z.int(),
      no: z.nullable(z.int()),
      abstain: z.nullable(z.int()),
      elected: z.boolean(),
    }),
  ),
  says: z.string(),
})

export const meetingView = z.strictObject({
  ...matterView(meetingTable),
  ...meeting,
  ...figures,
  /** The line of the roll, as it is read aloud; of a group's meeting once it is called. */
  hall: z.string(),
  /** Whoever looks may call the roll now, on its own page. */
  callsRoll: z.boolean(),
  /** Why the notice came late. */
  shortNotice: z.nullable(z.string()),
  agenda: z.array(
    z.strictObject({
      id: id(),
      title: z.string(),
      outcome: z.nullable(z.enum(keys<ItemOutcome>(outcomeWords))),
      note: z.nullable(z.string()),
      /** Of an earlier meeting, which is talked about under it; and whether this one has still to say what became of it. */
      resolutionId: z.nullable(id()),
      toFollowUp: z.boolean(),
      votes: z.array(vote),
      elections: z.array(election),
    }),
  ),
  /** What was said to the items: all of it for whoever keeps the meeting and the presidium, for others that of their group. */
  notes: z.array(
    z.strictObject({
      id: id(),
      agendaItemId: id(),
      group: z.nullable(z.string()),
      kind: z.enum(keys<NoteKind>(noteKinds)),
      text: z.string(),
      speaker: z.nullable(z.string()),
    }),
  ),
  /** What became of it, where whoever looks may open that. */
  summary: z.nullable(z.strictObject({ id: id(), says: z.string() })),
  /** What it decided of suggestions, as the decisions name it. */
  onSuggestions: z.array(
    z.strictObject({
      ...{ id: id(), suggestionId: id(), no: z.nullable(z.string()), name: z.string() },
      decision: z.string(),
    }),
  ),
  /** What it gave somebody to do, as it was decided, and where that stands now. */
  given: z.array(
    z.strictObject({
      id: id(),
      what: z.string(),
      whose: z.string(),
      dueOn: z.iso.date(),
      state: z.enum(stateNames(resolutionTable)),
    }),
  ),
  /** Of a group all of them; elsewhere, for whoever does not keep the roll, oneself. */
  members: z.array(
    z.strictObject({
      ...named.shape,
      leads: z.boolean(),
      /** May lead a suggestion of this congress. */
      ofTownship: z.boolean(),
      /** By the roll; null before it is called. */
      attendance: z.nullable(z.enum(keys<Attendance>(attendances))),
      /** What they have said of coming, and what was answered. */
      attends: z.nullable(z.enum(keys<AttendStanding>(attendStandings))),
      /** Asked for before it; why, for those who convene it. */
      leave: z.nullable(z.string()),
    }),
  ),
  /** Of earlier meetings, what waits to be approved at this one: it stands before everything else. */
  lastMinutes: z.array(z.strictObject({ id: id(), title: z.string(), objections: z.int() })),
  items: z.array(item),
  /** Suggestions that an opinion may join. */
  mergeTargets: z.array(named),
  /** The minutes as they are written so far, or as they were approved; null before it has ended. */
  minutes: z.nullable(paper),
  /** Who may agree to a correction of approved minutes, for whoever may type one. */
  presidium: z.array(named),
  remarks: z.nullable(z.string()),
  /** Of approved minutes, the first signs of their digest. */
  checkCode: z.nullable(z.string()),
})
export type MeetingView = z.output<typeof meetingView>
export type ReviewItemView = MeetingView['items'][number]

export const planMeeting = post(folder, {
  who: 'planMeetings',
  says: '安排一次代表小组的意见汇总会：组长安排本组的，镇人大办安排哪个组的都行；这个季度已经有的不再排',
  input: z.strictObject({ groupId: maybe(picked('哪个小组', 'group')) }),
  output: meetingView,
})

/** Of the congress and its presidium; its day is set when it is convened. */
export const planBodyMeeting = post('/towns/:town/body-meetings', {
  who: 'keepSessions',
  says: '安排一次人代会会议或者主席团会议，先不定日子',
  input: z.strictObject({
    meetingKind: choice('开什么会', votingWords),
    title: line('叫什么', 60, { help: '例如：第19届第3次会议，或者“主席团第十次会议”。' }),
    heldBy: day('最迟哪天开', 'arranged'),
  }),
  output: meetingView,
})

export const listMeetingMatters = get(folder, {
  who: 'followMeetings',
  says: '会议，后开的在前：代表看本组的，镇人大办和主席团看全部；到了几位，议了几条、怎么定的',
  query: z.strictObject({ cursor, meetingKind: z.optional(z.enum(keys<MeetingKind>(meetingKinds))) }),
  output: z.strictObject({
    ...pageOf(z.strictObject({ ...meeting, ...figures, state: z.enum(stateNames(meetingTable)) })).shape,
    /** Whether whoever asks may plan one for their own group. */
    leads: z.boolean(),
    /** Whether whoever asks may plan a meeting of the congress or its presidium. */
    plansBodies: z.boolean(),
  }),
})

/** Whoever is expected there, who convenes it, the office and the presidium. */
export const showMeetingMatter = get(`${folder}/:id`, {
  who: 'followMeetings',
  says: '一次会议：谁到了，议了什么、怎么定的，纪要',
  output: meetingView,
})

export const takeMinutes = get(`${folder}/:id/minutes/word`, {
  who: 'followMeetings',
  says: '会议纪要，Word 文件',
  mediaType: word,
  output: z.unknown(),
})

export const meetingSteps = stepEndpoints(meetingActions, folder, 'followMeetings', meetingView)
