import type { StateRow } from '../../grammar/matter'

/** Where a warning stands, and who stands to it. */
export type DutyWarningParty = 'chair' | 'congressOffice' | 'fileOwner' | 'presidium' | 'system'
export type DutyWarningGate = 'heardOwn' | 'decidesOnOthers' | 'daysOver'

/** What is asked, and how late it is, never says what it is about: that is read on its page alone (D.L7). */
export const dutyWarningStates = {
  proposed: {
    label: '等主席看',
    plain: '事实写好了，等主席决定：请本人说明，还是不提了。本人现在看不到，别人也看不到。',
    step: 'appraise',
    waitsFor: 'chair',
    limit: { workingDays: 'warningAskWorkingDays' },
    late: 'upkeep',
    says: {
      dueSoon: '',
      overdue: '有一件提醒代表履职的事到了{deadline}还没有定：请本人说明，还是不提了。',
      overdueToOthers: '有一件提醒代表履职的事到了{deadline}还没有定。',
    },
  },
  replyWanted: {
    label: '等本人说明',
    plain: '主席团想听听本人的说明。可以写，可以说，也可以约时间谈；没有说明以前不会决定。',
    step: 'appraise',
    waitsFor: 'fileOwner',
    limit: { workingDays: 'warningReplyWorkingDays' },
    late: 'sentBackWords',
    says: {
      dueSoon: '主席团请您说明的事，请在{deadline}前写一写、说一说，或者约时间谈。',
      overdue: '主席团请您说明的事过了{deadline}，还可以说；镇人大办会约您谈一谈。',
      overdueToOthers:
        '请{deputy}说明的事过了{deadline}还没有回音，请约一次谈话：两人以上，有一位主席团成员。',
    },
  },
  heard: {
    label: '听了说明，等决定',
    plain: '本人的说明记在下面，等主席团决定警示还是不予警示。',
    step: 'appraise',
    waitsFor: 'presidium',
    limit: { workingDays: 'warningReplyWorkingDays' },
    late: 'presidium',
    says: {
      dueSoon: '有一件听过本人说明的事，请主席团在{deadline}前决定。',
      overdue: '有一件听过本人说明的事，过了{deadline}主席团还没有决定，请安排。',
      overdueToOthers: '有一件听过本人说明的事，过了{deadline}主席团还没有决定，请提醒。',
    },
  },
  warned: {
    label: '警示',
    plain: '警示到{latest}为止，到了那天自己结束。只有本人、主席和镇人大办看得到。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  notWarned: {
    label: '不予警示',
    plain: '主席团听了说明，不予警示。只有本人、主席和镇人大办看得到。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  dropped: {
    label: '不提了',
    plain: '主席决定不提了，没有告诉任何人。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  /** Nobody stands to it any more: it is gone from every page. */
  ended: {
    label: '到期了',
    plain: '警示到期了。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
    unlisted: true,
  },
} as const satisfies Record<string, StateRow<DutyWarningParty, DutyWarningGate>>
export type DutyWarningState = keyof typeof dutyWarningStates
