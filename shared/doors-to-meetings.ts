import type { Door } from './door'

const note = '每季度把收到的意见议一遍，点名、记议定的事、出纪要'

/** 小组会议: one page, which each comes to from where their other work is. */
export const doorsToMeetings: readonly Door[] = [
  {
    name: 'groupMeetings',
    word: '小组会议',
    note,
    group: 'work',
    to: ['deputy', 'higherDeputy'],
    page: 'desk/meetings',
    waits: ['meeting'],
  },
  {
    name: 'meetings',
    word: '小组会议',
    note: '各组每季度议了几条、怎么定的，纪要',
    group: 'service',
    to: ['congressOffice'],
    page: 'desk/meetings',
    waits: ['meeting'],
  },
  {
    name: 'meetingReports',
    word: '小组会议',
    note: '各组每季度议了几条、怎么定的，纪要',
    group: 'oversight',
    to: ['presidiumMember'],
    page: 'desk/meetings',
  },
]
