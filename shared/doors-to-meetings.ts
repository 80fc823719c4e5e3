import type { Door } from './door'

const note = '小组每季度议意见；人代会、主席团会议：议程，点名，表决，纪要'

/** 会议、代表活动: one page each, which each comes to from where their other work is. */
const activity = '视察、调研、培训、外出考察：来不来、谁到了、报告'

export const doorsToMeetings: readonly Door[] = [
  {
    name: 'ownActivities',
    word: '代表活动',
    note: activity,
    group: 'work',
    to: ['deputy', 'higherDeputy'],
    page: 'duty/activities',
    waits: ['activity'],
  },
  {
    name: 'activities',
    word: '代表活动',
    note: activity,
    group: 'service',
    to: ['congressOffice'],
    page: 'duty/activities',
    waits: ['activity'],
  },
  {
    name: 'activityReports',
    word: '代表活动',
    note: '视察、调研、培训、外出考察：请了几位、到了几位，报告',
    group: 'oversight',
    to: ['presidiumMember'],
    page: 'duty/activities',
  },
  {
    name: 'groupMeetings',
    word: '会议',
    note,
    group: 'work',
    to: ['deputy', 'higherDeputy'],
    page: 'duty/meetings',
    waits: ['meeting'],
  },
  {
    name: 'meetings',
    word: '会议',
    note: '各组议了几条；人代会、主席团会议的议程、点名、表决、纪要',
    group: 'service',
    to: ['congressOffice'],
    page: 'duty/meetings',
    waits: ['meeting'],
  },
  {
    name: 'activityPlan',
    word: '年度活动计划',
    note: '一年的会议和活动，办了几次自己数',
    group: 'oversight',
    to: 'followMeetings',
    page: 'duty/activity-plan',
    waits: ['activityPlan'],
  },
  {
    name: 'groupQuestions',
    word: '请各组讨论',
    note: '一个题目发到各组，报上来汇总成一张表',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember'],
    page: 'desk/list?kind=groupQuestion',
    waits: ['groupQuestion'],
  },
  {
    name: 'meetingReports',
    word: '会议',
    note: '各组议了几条；人代会、主席团会议的议程、点名、表决、纪要',
    group: 'oversight',
    to: ['presidiumMember'],
    page: 'duty/meetings',
  },
]
