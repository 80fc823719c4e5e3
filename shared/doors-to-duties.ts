import type { Door } from './door'
import { doorsToHonours } from './doors-to-honours'

/** 代表履职: what deputies do between sessions, and the file that writes itself of it. */
export const doorsToDuties: readonly Door[] = [
  {
    name: 'publicReports',
    word: '代表述职',
    note: '代表哪天向选民述职，选民怎么评',
    group: 'publicity',
    to: 'everyone',
    page: 'duty/reports',
  },
  {
    name: 'ownDutyFile',
    word: '履职档案',
    note: '做过的每一件自己就在里面，一年一本，可以打印',
    group: 'duties',
    to: 'followOwnDuties',
    page: 'duty/duty-file',
  },
  {
    name: 'dutyFiles',
    word: '代表档案',
    note: '每位代表的履职档案，按名册的顺序',
    group: 'duties',
    to: ['congressOffice', 'presidiumMember'],
    page: 'duty/duty-files',
  },
  {
    name: 'ownReports',
    word: '向选民述职',
    note: '写述职稿，哪天在哪里讲，选民怎么评',
    group: 'duties',
    to: ['deputy'],
    page: 'duty/report-meetings',
    waits: ['dutyReportMeeting', 'dutyReport'],
  },
  {
    name: 'reportMeetings',
    word: '述职评议会',
    note: '今年哪几个选区述职：计划、公告、表决、结果',
    group: 'duties',
    to: 'planReports',
    page: 'duty/report-meetings',
    waits: ['dutyReportMeeting', 'dutyReport'],
  },
  {
    name: 'ownDuties',
    word: '走访和联系',
    note: '记走访、办的实事、联系的选民，看还差什么',
    group: 'duties',
    to: ['deputy'],
    page: 'duty/own-duties',
  },
  {
    name: 'visits',
    word: '代记走访和实事',
    note: '没有手机的代表说的，核实办的实事',
    group: 'duties',
    to: 'keepAllRecords',
    page: 'duty/own-duties',
  },
  {
    name: 'trainings',
    word: '学习培训',
    note: '办过哪些学习和考察，谁到了',
    group: 'duties',
    to: 'followWork',
    page: 'register/list?name=training',
  },
  ...doorsToHonours,
]
