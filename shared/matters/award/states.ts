import type { StateRow } from '../../grammar/matter'

/** Where an award stands, and who stands to it. */
export type AwardParty = 'honoured' | 'presidium' | 'congressOffice'
export type AwardGate =
  'noticeRuns' | 'noticeOver' | 'objectionsAnswered' | 'objectionOpen' | 'decidesOnOthers'

export const awardStates = {
  proposed: {
    label: '提了名',
    plain: '提名{whose}评{subject}，等主席团决定公示。公示以前不公开。',
    step: 'gather',
    waitsFor: 'presidium',
    limit: { workingDays: 'awardDecisionWorkingDays' },
    says: {
      dueSoon: '提名{whose}评{subject}，请在{deadline}前决定要不要公示。',
      overdue: '提名{whose}评{subject}，过了{deadline}还没有决定，请安排。',
      overdueToOthers: '提名{whose}评{subject}，过了{deadline}主席团还没有决定，请提醒。',
    },
  },
  onNotice: {
    label: '正在公示',
    plain: '{whose}评{subject}，公示到{latest}。有意见的记下来、答复以后，再由主席团决定。',
    step: 'gather',
    waitsFor: 'presidium',
    waitsInsteadFor: { noticeRuns: 'congressOffice', objectionOpen: 'congressOffice' },
    limit: { day: 'decideBy' },
    says: {
      dueSoon: '{whose}评{subject}公示过了，请在{deadline}前决定。',
      overdue: '{whose}评{subject}公示过了，到{deadline}还没有决定，请安排。',
      overdueToOthers: '{whose}评{subject}公示过了，到{deadline}主席团还没有决定，请提醒。',
    },
  },
  granted: {
    label: '授予了',
    plain: '{whose}被评为{subject}。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  notGranted: {
    label: '没有评上',
    plain: '{subject}这次没有评，原因写在下面，不公开。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  revoked: {
    label: '撤销了',
    plain: '{whose}的{subject}撤销了，证书号不再给别人。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<AwardParty, AwardGate>>
export type AwardState = keyof typeof awardStates

/** Everyone may read of it: the notice, and what was granted. */
export const publicIn = ['onNotice', 'granted'] as const satisfies readonly AwardState[]
