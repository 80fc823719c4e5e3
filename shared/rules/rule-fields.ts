import { goalSetChoices } from '../duty/goals'
import { standingYears } from '../matters/award-standing/standing'
import type { Profile } from './profile'

/** What a town may set apart from its profile: every rule but the name. */
export type RuleField = Exclude<keyof Profile, 'name'>

/** How people read a rule, and what it may be. The most that a number may be is the law's, or what makes sense. */
export interface RuleRow {
  label: string
  kind: 'months' | 'workingDays' | 'days' | 'hours' | 'rounds' | 'span' | 'options'
  most?: number
  options?: Readonly<Record<string, string>>
}

export const ruleFields = {
  clockStart: {
    label: '会议期间建议的办理期限从哪天起算',
    kind: 'options',
    options: { handOver: '交办之日', sessionClose: '会议闭幕之日' },
  },
  // 代表法 51: 3 months, 6 for what is wide and hard. A town may be stricter, never more lenient.
  replyMonths: { label: '答复期限', kind: 'months', most: 3 },
  hardReplyMonths: { label: '延办后最长的答复期限', kind: 'months', most: 6 },
  extensionNeedsApproval: {
    label: '延办',
    kind: 'options',
    options: { true: '要经主席团同意', false: '由单位向代表说明' },
  },
  extensionDecisionWorkingDays: { label: '主席团决定延办申请', kind: 'workingDays', most: 30 },
  rehandleMonths: { label: '代表不满意后重新答复', kind: 'months', most: 3 },
  maxRounds: { label: '最多办几轮', kind: 'rounds', most: 5 },
  summonsWorkingDays: { label: '第二次不满意后约见单位负责人', kind: 'workingDays', most: 60 },
  reviewWorkingDays: { label: '审查建议', kind: 'workingDays', most: 30 },
  revisionWorkingDays: { label: '代表修改建议', kind: 'workingDays', most: 60 },
  handOverWorkingDays: { label: '受理后交办', kind: 'workingDays', most: 30 },
  returnSpan: { label: '单位可以申请退办', kind: 'span', most: 60 },
  reassignWorkingDays: { label: '决定退办、改交别的单位', kind: 'workingDays', most: 30 },
  receiptWorkingDays: { label: '单位签收', kind: 'workingDays', most: 30 },
  firstContactWorkingDays: { label: '交办后第一次联系代表', kind: 'workingDays', most: 60 },
  consultationWorkingDays: { label: '代表确认面商', kind: 'workingDays', most: 30 },
  silenceWorkingDays: { label: '代表一直不确认面商，主席团可以同意先答复', kind: 'workingDays', most: 60 },
  recordCheckWorkingDays: { label: '核实代表补记的履职', kind: 'workingDays', most: 60 },
  objectionWorkingDays: { label: '代表对代录的内容提出异议', kind: 'workingDays', most: 60 },
  coUnitDays: { label: '协办单位提出意见', kind: 'span', most: 120 },
  coUnitRedoWorkingDays: { label: '协办单位重提意见', kind: 'workingDays', most: 30 },
  informationWorkingDays: { label: '代表补充情况', kind: 'workingDays', most: 60 },
  progressMonths: { label: '听取一次办理进展', kind: 'months', most: 12 },
  replyToCosigners: {
    label: '联名建议答复谁',
    kind: 'options',
    options: { each: '每位代表', leadDeputy: '领衔代表' },
  },
  classMarks: {
    label: '办理结果旁的类别标记',
    kind: 'options',
    options: { none: '不显示', four: '显示 A、B、C、D 类' },
  },
  redHead: {
    label: '文书的红头',
    kind: 'options',
    options: { none: '不印，用印好红头的纸', issuer: '印发文单位的名称' },
  },
  promiseMonths: { label: '承诺最晚多久办成；更久的要写原因，并告诉主席团', kind: 'months', most: 60 },
  evaluationWorkingDays: { label: '代表评价', kind: 'workingDays', most: 60 },
  examinationWorkingDays: { label: '处理“不满意”', kind: 'workingDays', most: 30 },
  swapWorkingDays: { label: '换班等对方回答', kind: 'workingDays', most: 10 },
  goalSets: { label: '代表每年的目标', kind: 'options', options: goalSetChoices },
  visitPersonsMonthly: {
    label: '代表每月走访几位群众',
    kind: 'options',
    options: { '0': '不作要求', '1': '1 位', '2': '2 位', '3': '3 位', '5': '5 位' },
  },
  visitQuarterly: {
    label: '代表每季度走访一次选民',
    kind: 'options',
    options: { true: '要', false: '不作要求' },
  },
  visitYearly: {
    label: '代表每年到选区走访一次',
    kind: 'options',
    options: { true: '要', false: '不作要求' },
  },
  deedsYearly: {
    label: '代表每年办几件实事',
    kind: 'options',
    options: { '0': '不作要求', '1': '1 件', '2': '2 件', '3': '3 件' },
  },
  mediationsYearly: {
    label: '代表每年调处几起纠纷',
    kind: 'options',
    options: { '0': '不作要求', '1': '1 起', '2': '2 起', '3': '3 起' },
  },
  contactVoters: {
    label: '代表固定联系几位选民',
    kind: 'options',
    options: { '0': '不作要求', '3': '3 位', '5': '5 位', '10': '10 位' },
  },
  presidiumGroup: {
    label: '主席团成员每人联系一个代表小组',
    kind: 'options',
    options: { true: '要', false: '不作要求' },
  },
  presidiumFewest: {
    label: '主席团成员每人最少联系几名代表',
    kind: 'options',
    options: { '0': '不作要求', '2': '2 名', '3': '3 名', '5': '5 名' },
  },
  presidiumMost: {
    label: '主席团成员每人最多联系几名代表',
    kind: 'options',
    options: { '0': '不限', '5': '5 名', '10': '10 名', '15': '15 名' },
  },
  governmentFewest: {
    label: '政府成员每人最少联系几名代表',
    kind: 'options',
    options: { '0': '不作要求', '1': '1 名', '2': '2 名', '3': '3 名', '5': '5 名' },
  },
  groupReviews: {
    label: '代表小组每季度开一次意见汇总会',
    kind: 'options',
    options: { true: '到了季度自己列出来', false: '不自己列，小组另外开' },
  },
  sessionNoticeDays: { label: '人代会提前多少天发通知；来不及的写明原因', kind: 'days', most: 30 },
  deliberationMonths: { label: '镇政府答复审议意见', kind: 'months', most: 6 },
  reconveneWorkingDays: { label: '人数不够没有开成，重新定日子', kind: 'workingDays', most: 30 },
  draftWorkingDays: { label: '草稿放多久提醒', kind: 'workingDays', most: 120 },
  answerHours: { label: '代表回复群众留言', kind: 'hours', most: 240 },
  callBackWorkingDays: { label: '群众请代表打电话，没有说哪天的', kind: 'workingDays', most: 10 },
  checkHours: { label: '留言内容检查', kind: 'hours', most: 72 },
  heldHours: { label: '镇人大办查看存疑的留言', kind: 'hours', most: 240 },
  conversationWorkingDays: { label: '没有新话的留言办结', kind: 'workingDays', most: 120 },
  tellWorkingDays: { label: '办结后告诉群众', kind: 'workingDays', most: 60 },
  unitAnswerWorkingDays: { label: '单位回答代表直接问的事', kind: 'workingDays', most: 30 },
  rectificationWorkingDays: { label: '看整改结果', kind: 'workingDays', most: 60 },
  reportLetterWorkingDays: { label: '述职评议会以后写记录、发反馈函', kind: 'workingDays', most: 30 },
  reportResponseMonths: { label: '代表回应选民意见', kind: 'months', most: 6 },
  activityReportWorkingDays: { label: '代表活动写报告', kind: 'workingDays', most: 60 },
  petitionNotice: { label: '告知信访人该由哪里办', kind: 'span', most: 15 },
  petitionObjectionWorkingDays: { label: '收到信访转办的机关可以退回', kind: 'workingDays', most: 5 },
  dueSoonDays: { label: '提前几天算快到期', kind: 'days', most: 30 },
  longOverdueDays: { label: '逾期超过几天算严重逾期', kind: 'days', most: 180 },
  awardDecisionWorkingDays: { label: '主席团决定评先资格、表彰', kind: 'workingDays', most: 60 },
  awardNoticeWorkingDays: { label: '表彰公示', kind: 'workingDays', most: 30 },
  warningAskWorkingDays: { label: '警示：主席看要不要请本人说明', kind: 'workingDays', most: 30 },
  warningReplyWorkingDays: { label: '警示：等本人说明，等主席团决定', kind: 'workingDays', most: 60 },
  feedbackWorkingDays: { label: '对小程序的意见：几个工作日内答复', kind: 'workingDays', most: 60 },
  appealAnswerWorkingDays: { label: '主席团答复评先资格的申诉', kind: 'workingDays', most: 60 },
  standingYear: { label: '评先资格按哪一年算', kind: 'options', options: standingYears },
} as const satisfies Record<RuleField, RuleRow>
