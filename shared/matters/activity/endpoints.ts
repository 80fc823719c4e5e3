import * as z from 'zod/mini'
import { stateNames } from '../../grammar/decide'
import { cursor, get, named, pageOf, post } from '../../grammar/endpoint'
import { id } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { rectificationTable } from '../rectification/table'
import { type ActivityKind, activityKinds, type OpenTo, openTo } from './kinds'
import { activityActions, activityFolder as folder, activityForm, activityTable } from './table'
import { type JoinStanding, joinStandings } from './words'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

const activity = {
  id: id(),
  activityKind: z.enum(keys<ActivityKind>(activityKinds)),
  title: z.string(),
  day: z.iso.date(),
  until: z.nullable(z.iso.date()),
  meetAt: z.string(),
  place: z.string(),
  /** How many were asked, come, wait for a seat, and came: figures, never of a person. */
  asked: z.int(),
  coming: z.int(),
  waiting: z.int(),
  /** Null before the roll is called. */
  came: z.nullable(z.int()),
}

export const activityView = z.strictObject({
  ...matterView(activityTable),
  ...activity,
  purpose: z.string(),
  openTo: z.enum(keys<OpenTo>(openTo)),
  /** Whose activity it is, where a leader has announced it. */
  group: z.nullable(named),
  answerBy: z.iso.date(),
  capacity: z.nullable(z.int()),
  shortNoticeReason: z.nullable(z.string()),
  people: z.array(
    z.strictObject({
      ...named.shape,
      /** What they have said of coming. */
      joins: z.nullable(z.enum(keys<JoinStanding>(joinStandings))),
      /** By the roll; null before it is called. */
      came: z.nullable(z.boolean()),
      /** Why somebody is on leave, for those who keep it. */
      leave: z.nullable(z.string()),
    }),
  ),
  report: z.nullable(z.string()),
  sites: z.array(z.string()),
  unit: z.nullable(named),
  law: z.nullable(z.string()),
  articles: z.array(z.string()),
  questions: z.array(z.string()),
  findings: z.array(
    z.strictObject({
      id: id(),
      site: z.nullable(z.string()),
      seen: z.string(),
      problem: z.string(),
      lawArticle: z.nullable(z.string()),
      unit: named,
      dueOn: z.iso.date(),
      /** How it stands, once it was handed over. */
      state: z.nullable(z.enum(stateNames(rectificationTable))),
    }),
  ),
  noFindingBecause: z.nullable(z.string()),
})
export type ActivityView = z.output<typeof activityView>

export const announceActivity = post(folder, {
  who: 'announceActivities',
  says: '发活动通知：镇人大办请谁都行，组长请本组的；每位收到通知，来不来回一声。已经办过的照纸上补记',
  input: activityForm,
  output: activityView,
})

export const listActivities = get(folder, {
  who: 'followMeetings',
  says: '代表活动，后办的在前：代表看请了自己的，镇人大办和主席团看全部；请了几位，到了几位',
  query: z.strictObject({ cursor }),
  output: z.strictObject({
    ...pageOf(z.strictObject({ ...activity, state: z.enum(stateNames(activityTable)) })).shape,
    /** The own group, where whoever asks leads it and may announce one for it. */
    leads: z.nullable(named),
  }),
})

/** Whoever is asked to come, the leader who announced it, the office and the presidium. */
export const showActivity = get(`${folder}/:id`, {
  who: 'followMeetings',
  says: '一次代表活动：去做什么、谁来、谁到了，报告',
  output: activityView,
})

export const activitySteps = stepEndpoints(activityActions, folder, 'followMeetings', activityView)
