import type { StateRow } from '../../grammar/matter'

/** Where a summary can stand, and who stands to it. */
export type SummaryParty = 'congressOffice' | 'presidium' | 'governmentUnit' | 'expected' | 'system'
export type SummaryGate = 'notesFree' | 'everyNoteUsed' | 'itemsThere' | 'noItems' | 'askedOnce'

const saysOfGovernment = {
  dueSoon: '{subject}还有 {count} 条没有答复，请在{deadline}前一条一条答复。',
  overdue: '{subject}还有 {count} 条没有答复，过了{deadline}，请今天就答复。',
  overdueToOthers: '{subject}还有 {count} 条没有答复，{whose}过了{deadline}，请提醒一下。',
}

export const summaryStates = {
  sorting: {
    label: '正在整理',
    plain: '各组的发言记好了，正在一条一条整理，整理好就交镇政府研究办理。',
    step: 'gather',
    waitsFor: 'congressOffice',
    waitsInsteadFor: { everyNoteUsed: 'presidium' },
    limit: { workingDays: 'examinationWorkingDays' },
    says: {
      dueSoon: '{subject}请在{deadline}前整理好，交镇政府。',
      overdue: '{subject}过了{deadline}还没有交镇政府，请今天就整理好、交出去。',
      overdueToOthers: '{subject}过了{deadline}还没有交镇政府，请提醒一下。',
    },
  },
  handedOver: {
    label: '等镇政府答复',
    plain: '{count} 条还没有答复，{whose}在{deadline}前一条一条答复。',
    step: 'supervise',
    waitsFor: 'governmentUnit',
    limit: { day: 'dueOn' },
    late: 'unit',
    says: saysOfGovernment,
  },
  answered: {
    label: '都答复了，等主席团听取',
    plain: '{whose}都答复了，请主席团安排听取；哪几条答复得不够的，可以请镇政府再答复一次。',
    step: 'appraise',
    waitsFor: 'presidium',
    limit: { months: 'progressMonths' },
    says: {
      dueSoon: '{subject}都答复了，请在{deadline}前安排听取。',
      overdue: '{subject}都答复了，过了{deadline}还没有听取，请尽快安排。',
      overdueToOthers: '{subject}都答复了，过了{deadline}主席团还没有听取，请提醒一下。',
    },
  },
  sentBack: {
    label: '请镇政府再答复',
    plain: '主席团听了，有 {count} 条请{whose}在{deadline}前再答复。',
    step: 'supervise',
    waitsFor: 'governmentUnit',
    limit: { day: 'dueOn' },
    late: 'unit',
    says: saysOfGovernment,
    saidNo: true,
  },
  heard: {
    label: '听取了',
    plain: '主席团听取了答复，说过话、留了名字的代表都收到了。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  withoutItems: {
    label: '没有要交办的',
    plain: '发言都看过了，没有要交镇政府办的，原因写在下面。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<SummaryParty, SummaryGate>>
export type SummaryState = keyof typeof summaryStates
