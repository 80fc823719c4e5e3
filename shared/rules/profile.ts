import type { GoalSetChoice } from '../duty/goals'
import type { StandingYear } from '../matters/award-standing/standing'
import type { Span } from './spans'

/** The local rules that differ between provinces, as data. Each number names its source. */
export interface Profile {
  name: string
  /** What starts the clock of a suggestion raised in session: its hand-over, or the close of that session. */
  clockStart: 'handOver' | 'sessionClose'
  /** 代表法 art. 51: reply within this many calendar months from the start of the clock. */
  replyMonths: number
  /** 延办: however hard the matter, the reply comes within this many calendar months from the start of the clock. */
  hardReplyMonths: number
  /** Whether the presidium must approve an extension, or the unit only has to explain it to the deputy. */
  extensionNeedsApproval: boolean
  /** The presidium decides on an extension that was asked for. */
  extensionDecisionWorkingDays: number
  /** A new reply after "not satisfied", calendar months. */
  rehandleMonths: number
  /** How many rounds of handling there are before the presidium concludes. */
  maxRounds: number
  /** 约见: the head of the unit is heard within this time after the second "not satisfied". */
  summonsWorkingDays: number
  /** Taking up a submitted suggestion, and checking it. */
  reviewWorkingDays: number
  /** The deputy's time for a revision that the office asked for. */
  revisionWorkingDays: number
  /** From acceptance to hand-over. */
  handOverWorkingDays: number
  /** 退办: from hand-over, the unit may ask to return the suggestion. */
  returnSpan: Span
  /** 改办: office or presidium decides on a return, and names the new unit. */
  reassignWorkingDays: number
  /** The unit names its three responsible persons. */
  receiptWorkingDays: number
  /** First contact with the deputy after hand-over. */
  firstContactWorkingDays: number
  /** 面商: the deputy confirms it or says what was not so. */
  consultationWorkingDays: number
  /** After so long without a word of the deputy to a 面商 the presidium may open the reply. */
  silenceWorkingDays: number
  /** Against what was typed for somebody who has not done it on a phone. */
  objectionWorkingDays: number
  /** 补记: the office looks at what a deputy recorded of the own duties; the deputy adds what it asked for. */
  recordCheckWorkingDays: number
  /** 协办意见: from hand-over, the co-unit gives its opinion to the lead unit. */
  coUnitDays: Span
  /** The co-unit gives an opinion that was sent back anew. */
  coUnitRedoWorkingDays: number
  /** The deputy answers a unit's question; the clock of the unit stands meanwhile. */
  informationWorkingDays: number
  /** Each time this many calendar months have gone by, the presidium hears how the handling stands. */
  progressMonths: number
  /** A joint suggestion is answered to each who signed it, or to the lead deputy, who passes it on. */
  replyToCosigners: 'each' | 'leadDeputy'
  /** Whether the letter mark A–D stands beside the outcome. A way of showing it, of the town as it is now. */
  classMarks: 'none' | 'four'
  /** Whether papers bear the name of whoever issues them in red. Likewise of the town as it is now. */
  redHead: 'none' | 'issuer'
  /** 承诺: what is promised for a day beyond this many calendar months needs a reason, and the presidium hears it. */
  promiseMonths: number
  /** The deputy's time for the evaluation form. */
  evaluationWorkingDays: number
  /** The office examines a "not satisfied". */
  examinationWorkingDays: number
  /** 换班: whoever is asked to stand in at a reception answers. */
  swapWorkingDays: number
  /** 走访 (catalogue 25, 26): a deputy sees so many people each month; visits at least once each quarter, each year. */
  visitPersonsMonthly: '0' | '1' | '2' | '3' | '5'
  visitQuarterly: boolean
  visitYearly: boolean
  /** 办实事、调处纠纷 (catalogue 121): so many each year. */
  deedsYearly: '0' | '1' | '2' | '3'
  mediationsYearly: '0' | '1' | '2' | '3'
  /** 四个一, 六个一 (catalogue 120, 121): what a deputy alone reads as still open. */
  goalSets: GoalSetChoice
  /** 固定联系选民 (catalogue 17): so many of one's own district. */
  contactVoters: '0' | '3' | '5' | '10'
  /** 双联系 (catalogue 16, 18): a member of the presidium keeps in touch with a group and so many deputies; no most is `0`. */
  presidiumGroup: boolean
  presidiumFewest: '0' | '2' | '3' | '5'
  presidiumMost: '0' | '5' | '10' | '15'
  /** A member of the government with so many. */
  governmentFewest: '0' | '1' | '2' | '3' | '5'
  /** 汇总 (catalogue 34): each group looks at its opinions once a quarter, and its meeting stands there by itself. */
  groupReviews: boolean
  /** 人代会 is announced so many days before. */
  sessionNoticeDays: number
  /** A meeting that too few came to gets another day. */
  reconveneWorkingDays: number
  /** 审议意见: the government answers what was said at a session. */
  deliberationMonths: number
  /** A draft that lies this long is brought back to its author's mind. */
  draftWorkingDays: number
  /** A deputy answers a resident. */
  answerHours: number
  /** A deputy calls whoever asked to be called and named no day. */
  callBackWorkingDays: number
  /** The content check of a resident's text; where it is held, a person looks. */
  checkHours: number
  heldHours: number
  /** A conversation without a new word is closed by the deputy. */
  conversationWorkingDays: number
  /** The deputy, and after them the office, tell a resident what became of a matter that has ended. */
  tellWorkingDays: number
  /** 直接问单位: the unit that a deputy writes to answers. */
  unitAnswerWorkingDays: number
  /** 代表活动: what was seen or learnt is written down, and told to those who came. */
  activityReportWorkingDays: number
  /** 整改: what a unit says it has mended is looked at. 述职评议会: what was said there is written down, and answered. */
  rectificationWorkingDays: number
  reportLetterWorkingDays: number
  reportResponseMonths: number
  /** 信访工作条例 art. 23: who wrote is told in writing where it is handled; whoever it is passed on to may send it back. */
  petitionNotice: Span
  petitionObjectionWorkingDays: number
  /** A deadline counts as close when this many calendar days or fewer are left. */
  dueSoonDays: number
  /** 严重逾期: late by more calendar days than this. A way of showing it, of the town as it is now. */
  longOverdueDays: number
  /** 评先资格: the presidium decides about a unit that has too many. */
  awardDecisionWorkingDays: number
  /** 表彰公示: a name stands there before it is decided on. */
  awardNoticeWorkingDays: number
  /** 警示: whoever chairs looks at the facts; the deputy is heard, then the presidium decides. */
  warningAskWorkingDays: number
  warningReplyWorkingDays: number
  /** 对小程序的意见: whoever keeps it answers. */
  feedbackWorkingDays: number
  /** The presidium answers the one appeal of a unit. */
  appealAnswerWorkingDays: number
  /** 评先资格: what the suggestions whose result a deputy does not accept are counted over. */
  standingYear: StandingYear
}

/** The fields of a profile that hold a value of this kind. */
type FieldOf<Value> = { [F in keyof Profile]: Profile[F] extends Value ? F : never }[keyof Profile]
export type NumberField = FieldOf<number>
export type SpanField = FieldOf<Span>
