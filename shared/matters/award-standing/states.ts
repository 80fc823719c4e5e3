import type { StateRow } from '../../grammar/matter'

/** Who has to do with the award standing of a unit in one year. */
export type AwardStandingParty = 'handlingUnit' | 'presidium' | 'congressOffice' | 'system'

const rests = { step: 'supervise', waitsFor: null, limit: null } as const

export const awardStandingStates = {
  clear: { label: '没有问题', plain: '计入的建议不多，评先资格没有问题。', ...rests },
  warned: { label: '已提醒', plain: '再有一件就超过了，请单位抓紧办好手上的建议。', ...rests },
  over: {
    label: '等主席团决定',
    plain: '计入的建议超过了，等主席团看有没有正当理由，再决定是否取消评先资格。',
    step: 'supervise',
    waitsFor: 'presidium',
    limit: { workingDays: 'awardDecisionWorkingDays' },
    late: 'awardAppeal',
    says: {
      dueSoon: '{whose}计入的建议超过了，请主席团在{deadline}前决定是否取消评先资格。',
      overdue: '{whose}计入的建议超过了，到{deadline}主席团还没有决定是否取消评先资格，请安排。',
      overdueToOthers: '{whose}计入的建议超过了，到{deadline}主席团还没有决定是否取消评先资格，请提醒。',
    },
  },
  disqualified: { label: '已取消评先资格', plain: '主席团作了决定，单位可以提出一次申诉。', ...rests },
  appealed: {
    label: '申诉中',
    plain: '单位提出了申诉，等主席团答复。',
    step: 'supervise',
    waitsFor: 'presidium',
    limit: { workingDays: 'appealAnswerWorkingDays' },
    late: 'awardAppeal',
    says: {
      dueSoon: '{whose}对取消 {year} 年评先资格提出了申诉，请主席团在{deadline}前答复。',
      overdue: '{whose}对取消 {year} 年评先资格的申诉，到{deadline}还没有答复，请马上答复。',
      overdueToOthers: '{whose}对取消 {year} 年评先资格的申诉，到{deadline}主席团还没有答复，请提醒。',
    },
  },
  upheld: { label: '维持决定', plain: '主席团看过申诉，维持原来的决定。', ...rests },
  lifted: { label: '已恢复资格', plain: '主席团看过申诉，撤销了决定。', ...rests },
} as const satisfies Record<string, StateRow<AwardStandingParty>>
export type AwardStandingState = keyof typeof awardStandingStates
