import type { DutyKindName } from '../../duty/kinds'

interface ActivityKindRow {
  word: string
  /** What a figure of the town counts it as: each is one of them, and none is two. */
  countsAs: CountsAs
  /** As what it stands in the duty file of whoever came. */
  dutyKind: DutyKindName
  /** It goes with questions, and ends with findings. */
  inspects?: true
}

/** What person-times are counted by. */
export const countsAs = {
  inspection: '视察、调研、检查',
  training: '学习培训',
  activity: '其他活动',
} as const
export type CountsAs = keyof typeof countsAs

/** The kinds of activity: a meeting deliberates and decides, an activity goes and does. */
export const activityKinds = {
  inspection: { word: '视察', countsAs: 'inspection', dutyKind: 'inspectionJoined', inspects: true },
  thematicStudy: { word: '专题调研', countsAs: 'inspection', dutyKind: 'studyJoined', inspects: true },
  lawEnforcementInspection: {
    word: '执法检查',
    countsAs: 'inspection',
    dutyKind: 'inspectionJoined',
    inspects: true,
  },
  studyTrip: { word: '外出考察', countsAs: 'training', dutyKind: 'trainingAttended' },
  trainingClass: { word: '培训班', countsAs: 'training', dutyKind: 'trainingAttended' },
  exchangeVisit: { word: '观摩', countsAs: 'activity', dutyKind: 'activityJoined' },
  campaign: { word: '宣传', countsAs: 'activity', dutyKind: 'activityJoined' },
  groupOuting: { word: '小组其他活动', countsAs: 'activity', dutyKind: 'activityJoined' },
  other: { word: '其他活动', countsAs: 'activity', dutyKind: 'activityJoined' },
} as const satisfies Record<string, ActivityKindRow>
export type ActivityKind = keyof typeof activityKinds

export const activityKindNames = Object.keys(activityKinds) as readonly ActivityKind[]
export const activityKindWords = Object.fromEntries(
  activityKindNames.map((name) => [name, activityKinds[name].word]),
) as Readonly<Record<ActivityKind, string>>

export const kindsThatCountAs = (wanted: CountsAs) =>
  activityKindNames.filter((name) => activityKinds[name].countsAs === wanted)

export const inspectingKinds = activityKindNames.filter(
  (name) => (activityKinds[name] as ActivityKindRow).inspects === true,
)

/** Who is asked to come. */
export const openTo = { all: '全体镇人大代表', groups: '几个小组的代表', named: '点名邀请的代表' } as const
export type OpenTo = keyof typeof openTo
