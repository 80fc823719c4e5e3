import type { Profile } from './profile'

export type { NumberField, Profile, SpanField } from './profile'

/**
 * 河南省人民代表大会代表建议、批评和意见办理办法 (2017); township congresses may follow it (art. 31). It is also
 * the default: what another regulation leaves open is filled from here, and what this one leaves open as noted.
 */
const henan = {
  name: '河南',
  clockStart: 'handOver', // 代表法 51
  replyMonths: 3, // 代表法 51; Henan 2017
  hardReplyMonths: 6, // 代表法 51; Henan 2017
  extensionNeedsApproval: true, // source report 002 (catalogue 69): the presidium approves; Henan 2017 asks for an explanation only
  extensionDecisionWorkingDays: 5, // not regulated
  rehandleMonths: 1, // Henan 2017
  maxRounds: 2, // rules of re-handling stop after the second round everywhere
  summonsWorkingDays: 10, // not regulated
  reviewWorkingDays: 5, // not regulated: the catalogue's "no item may rest unseen"
  revisionWorkingDays: 10, // not regulated
  handOverWorkingDays: 10, // Chongqing 2017; Henan is silent
  returnSpan: { workingDays: 10 }, // Henan 2017: in writing, with the reason
  reassignWorkingDays: 10, // Henan 2017
  receiptWorkingDays: 5, // not regulated
  firstContactWorkingDays: 20, // Chongqing 2017, as a soft reminder
  consultationWorkingDays: 5, // not regulated
  silenceWorkingDays: 15, // not regulated: longer than any reminder takes
  objectionWorkingDays: 10, // not regulated: as long as the evaluation of Henan 2017
  recordCheckWorkingDays: 10, // not regulated
  coUnitDays: { months: 2 }, // Henan 2017
  coUnitRedoWorkingDays: 5, // Chongqing 2017; Henan is silent
  informationWorkingDays: 10, // not regulated
  progressMonths: 2, // not regulated: source report 002, 每两个月听取一次办理进展
  replyToCosigners: 'each', // Henan 2017
  classMarks: 'none', // rules §3.6: conventions differ, a town turns it on
  redHead: 'none', // not regulated: many towns print on paper that bears it
  evaluationWorkingDays: 10, // Henan 2017
  promiseMonths: 24, // not regulated: this budget year and the next
  examinationWorkingDays: 5, // not regulated
  swapWorkingDays: 2, // not regulated
  visitPersonsMonthly: '2', // source report 002: 每月至少走访2名以上群众
  visitQuarterly: true, // source report 003, 双联系: 每季度至少走访一次选民
  visitYearly: true, // source report 003, 六个一: 每年至少到选区走访一次选民
  deedsYearly: '1', // source report 003, 六个一: 每年至少办一件实事
  mediationsYearly: '1', // source report 003, 六个一: 每年至少调处一起纠纷
  goalSets: 'both', // source reports 000, 003
  contactVoters: '5', // source report 003: 至少联系本选区内具有代表性的5名选民
  presidiumGroup: true, // source report 003, 双联系: 主席团成员每人联系1个代表小组
  presidiumFewest: '3', // source report 003, 双联系: 和3至10名镇人大代表
  presidiumMost: '10', // likewise
  governmentFewest: '2', // source report 003, 双联系: 政府成员分别联系两名以上的代表
  groupReviews: true, // source report 003: 每三个月召开一次代表小组会议
  sessionNoticeDays: 7, // not regulated here: Zhejiang 2016, art. 20
  reconveneWorkingDays: 10, // not regulated
  deliberationMonths: 2, // not regulated: Zhejiang 2016, art. 23 says 及时
  draftWorkingDays: 15, // not regulated
  answerHours: 24, // practice of 阜宁 “云家”
  callBackWorkingDays: 2, // not regulated: a call has to suit two people
  checkHours: 1, // not regulated
  heldHours: 24, // not regulated
  conversationWorkingDays: 15, // not regulated
  tellWorkingDays: 5, // not regulated
  unitAnswerWorkingDays: 5, // not regulated: as long as the receipt of what is handed over
  activityReportWorkingDays: 10, // not regulated
  rectificationWorkingDays: 15, // not regulated
  reportLetterWorkingDays: 5, // not regulated
  reportResponseMonths: 1, // not regulated
  petitionNotice: { days: 15 }, // 信访工作条例 23
  petitionObjectionWorkingDays: 5, // 信访工作条例: objection to what was passed on
  dueSoonDays: 10, // not regulated
  longOverdueDays: 30, // not regulated: the month that a second round would have
  awardDecisionWorkingDays: 20, // not regulated: a presidium meets about once a month
  awardNoticeWorkingDays: 5, // not regulated
  warningAskWorkingDays: 5, // not regulated
  warningReplyWorkingDays: 10, // not regulated
  feedbackWorkingDays: 10, // not regulated
  appealAnswerWorkingDays: 20, // not regulated: likewise
  standingYear: 'calendar', // not regulated: source report 002, 一年内
} as const satisfies Profile

/** 青岛市 2021. Silent, so as in Henan: new unit (a refused return goes on), first contact, evaluation, re-handling. */
const qingdao = {
  ...henan,
  name: '青岛',
  handOverWorkingDays: 5, // Qingdao 2021
  returnSpan: { workingDays: 5 }, // Qingdao 2021
  coUnitDays: { months: 1 }, // Qingdao 2021
  extensionNeedsApproval: true, // Qingdao 2021: up to 6 months with approval
  replyToCosigners: 'leadDeputy', // Qingdao 2021: the lead deputy mainly
} as const satisfies Profile

/** 重庆市 2017. Reply in 3 months, 6 for hard matters, each co-signer, return and new unit in 10 days: as in Henan. */
const chongqing = {
  ...henan,
  name: '重庆',
  sessionNoticeDays: 10, // Chongqing townships 2016, art. 11
  handOverWorkingDays: 10, // Chongqing 2017
  firstContactWorkingDays: 20, // Chongqing 2017
  coUnitDays: { workingDays: 30 }, // Chongqing 2017
  coUnitRedoWorkingDays: 5, // Chongqing 2017
  evaluationWorkingDays: 20, // Chongqing 2017; no answer counts as none, art. 29
  rehandleMonths: 2, // Chongqing 2017
} as const satisfies Profile

/** 重庆市乡镇人民代表大会工作条例 (2016) shortens the reply; where it is silent the city's rules of 2017 count. */
const chongqingTownship = {
  ...chongqing,
  name: '重庆（乡镇）',
  replyMonths: 2, // Chongqing townships 2016
  hardReplyMonths: 4, // Chongqing townships 2016
} as const satisfies Profile

/** 山东省 2017. Silent, so as in Henan: new unit, first contact, the time for the evaluation. */
const shandong = {
  ...henan,
  name: '山东',
  handOverWorkingDays: 3, // Shandong 2017: 5 days (日); three working days keep within them in any common week
  returnSpan: { days: 5 }, // Shandong 2017
  coUnitDays: { months: 1 }, // Shandong 2017
  extensionNeedsApproval: true, // Shandong 2017: up to 6 months with approval
  rehandleMonths: 1, // Shandong 2017
  replyToCosigners: 'each', // Shandong 2017: or the lead deputy passes it on where the others agree
} as const satisfies Profile

/** 山东省乡镇人民代表大会工作若干规定 (2015) on clock and reply; where it is silent the province's rules of 2017 count. */
const shandongTownship = {
  ...shandong,
  name: '山东（乡镇）',
  clockStart: 'sessionClose', // Shandong townships 2015
  replyMonths: 2, // Shandong townships 2015
  hardReplyMonths: 4, // Shandong townships 2015
} as const satisfies Profile

/** 浙江省 2016. Silent, so as in Henan: new unit ("promptly"), first contact, the time for the evaluation. */
const zhejiang = {
  ...henan,
  name: '浙江',
  handOverWorkingDays: 5, // Zhejiang 2016: deputy told within 7 days (日) of acceptance; five working days in any common week
  returnSpan: { days: 10 }, // Zhejiang 2016
  coUnitDays: { months: 2 }, // Zhejiang 2016
  extensionNeedsApproval: true, // Zhejiang 2016: up to 6 months with approval
  rehandleMonths: 1, // Zhejiang 2016
} as const satisfies Profile

/** 北京市 2014. Silent, so as in Henan: hand-over, return, new unit, first contact, co-units, joint suggestions. */
const beijing = {
  ...henan,
  name: '北京',
  extensionNeedsApproval: true, // Beijing 2014: up to 6 months with approval; townships 2016: 3, at most 6
  evaluationWorkingDays: 15, // Beijing 2014
  rehandleMonths: 2, // Beijing 2014, where the handling was perfunctory
} as const satisfies Profile

/** 上海市 2015. Silent, so as in Henan: new unit ("promptly"), first contact, the time for the evaluation. */
const shanghai = {
  ...henan,
  name: '上海',
  handOverWorkingDays: 7, // Shanghai 2015
  returnSpan: { workingDays: 7 }, // Shanghai 2015
  coUnitDays: { months: 1 }, // Shanghai 2015
  hardReplyMonths: 6, // Shanghai 2015: 3 and 3 more with approval, the deputy is told
  extensionNeedsApproval: true, // Shanghai 2015
  rehandleMonths: 1, // Shanghai 2015, after the office has examined the complaint
} as const satisfies Profile

/** What a town can choose from, by the word that its row keeps. */
export const profiles = {
  henan,
  qingdao,
  chongqing,
  chongqingTownship,
  shandong,
  shandongTownship,
  zhejiang,
  beijing,
  shanghai,
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof profiles
