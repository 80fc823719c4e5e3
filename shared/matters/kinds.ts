import type { KindName } from '../workflow'

/**
 * Every kind of matter and its word, made from the tables (`npm run docs`): a first page lists kinds, and is not to wait
 * for their rules.
 */
export const kindWords = {
  suggestion: '建议',
  opinion: '群众留言',
  contentCheck: '公开内容的核对',
  siteReview: '现场评议',
  awardStanding: '评先资格',
  externalSuggestion: '上级代表建议',
  groupBallot: '小组评议',
  poster: '五公开海报',
  toldHow: '告诉群众',
  petition: '信访登记',
  reception: '接访',
  unitLine: '直接问单位',
  dutyRecord: '补记',
  meeting: '会议',
  letterBox: '群众信箱',
  activity: '代表活动',
  rectification: '视察整改',
  deliberationSummary: '审议意见',
  resolution: '议定事项',
  groupQuestion: '请各组讨论',
  dutyReportMeeting: '述职评议会',
  dutyReport: '述职反馈',
  award: '表彰',
  dutyWarning: '警示',
  appFeedback: '对小程序的意见',
  activityPlan: '年度活动计划',
} as const satisfies Readonly<Record<KindName, string>>

export const kindNames = Object.keys(kindWords) as [KindName, ...KindName[]]
