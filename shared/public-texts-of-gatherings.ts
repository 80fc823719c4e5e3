/** What everybody may read of sessions, of meetings at which deputies report, of praise, and of what else stands on the calendar. */
const calendar = '/towns/:town/public-calendar'
const awards = '/towns/:town/public-awards'
const dutyReports = '/towns/:town/public-reports'
const duties = '/towns/:town/deputies/:id/duties'
const item = '/towns/:town/board/:id'

export const textsOfGatherings = {
  sessionName: {
    label: '人代会名称',
    kept: ['meeting', 'title'],
    check: 'register',
    at: [`${calendar} sessions.title`],
  },
  sessionTime: {
    label: '人代会时间',
    kept: ['meeting', 'starts_at'],
    check: 'register',
    at: [`${calendar} sessions.at`],
  },
  sessionPlace: {
    label: '人代会地点',
    kept: ['meeting', 'place'],
    check: 'register',
    at: [`${calendar} sessions.place`],
    allows: ['door'],
  },
  entryTitle: {
    label: '日历上的事',
    kept: ['calendar_entry', 'title'],
    check: 'register',
    at: [`${calendar} entries.title`],
  },
  entryTime: {
    label: '日历上的时间',
    kept: ['calendar_entry', 'at'],
    check: 'register',
    at: [`${calendar} entries.at`],
  },
  entryPlace: {
    label: '日历上的地点',
    kept: ['calendar_entry', 'place'],
    check: 'register',
    at: [`${calendar} entries.place`],
    allows: ['door'],
  },
  reportTime: {
    label: '述职评议会的时间',
    kept: ['duty_report_meeting', 'starts_at'],
    check: 'register',
    at: [`${dutyReports} items.startsAt`, `${calendar} reports.at`],
  },
  reportPlace: {
    label: '述职评议会的地点',
    kept: ['duty_report_meeting', 'place'],
    check: 'register',
    at: [`${dutyReports} items.place`, `${calendar} reports.place`, `${duties} reports.place`],
    allows: ['door'],
  },
  reportOpinion: {
    label: '选民对述职代表提的意见',
    kept: ['report_opinion', 'text'],
    check: 'matter',
    at: [`${dutyReports} items.reports.answers.opinion`],
  },
  reportAnswer: {
    label: '代表对选民意见的回应',
    kept: ['report_opinion', 'answer'],
    check: 'matter',
    at: [`${dutyReports} items.reports.answers.answer`],
  },
  awardTitle: {
    label: '表彰的名称',
    kept: ['award', 'title'],
    check: 'register',
    at: [`${awards} items.title`, `${duties} awards.title`, `${item} awards.title`],
  },
  awardDeeds: {
    label: '表彰公示的事迹',
    kept: ['award', 'deeds'],
    check: 'register',
    at: [`${awards} items.deeds`],
  },
} as const
