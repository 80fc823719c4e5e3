import type { StateRow } from '../../grammar/matter'
import type { AskGate } from '../../grammar/ask'
import type { LateSentences } from '../../words/messages'

/** Where a meeting can stand, and who stands to it. The steps are in `convening.ts`, `sitting.ts` and `minutes.ts`. */
export type MeetingParty =
  'convener' | 'expected' | 'groupMeeting' | 'presidiumMeeting' | 'congressOffice' | 'presidium' | 'system'
export type MeetingGate =
  | ('notCalled' | 'rollBegun' | 'rollCalled' | 'somebodyThere' | 'itemsLeft' | 'itemsDecided')
  | ('leaveAsked' | 'wasAway' | 'leaveInTime' | 'hasAnswered' | 'minutesAwait')
  | (
      | 'reviews'
      | 'votes'
      | 'decides'
      | 'resolutionsLeft'
      | 'quorate'
      | 'notQuorate'
      | 'agendaOpen'
      | 'agendaEnded'
      | 'everybodyCalled'
    )
  | AskGate<'attend'>

const saysOfPlanned: LateSentences = {
  dueSoon: '{subject}请在{latest}前开：定个日子，发个通知。{result}',
  overdue: '{subject}过了{latest}还没有开，请尽快定日子；这次不开的，点“这次不开”写一句为什么。',
  overdueToOthers: '{subject}过了{latest}还没有开，请提醒{leader}，也可以代他发通知。',
}
const saysOfConvened: LateSentences = {
  dueSoon: '{subject}定在{latest}，到时候请宣布开会、点名。',
  overdue: '{subject}（{latest}）还没有记，请点名、记下议定了什么；没有开成的，改期或者取消。',
  overdueToOthers: '{subject}（{latest}）还没有记，请问一问{leader}，也可以代他记。',
}
const saysOfOpen: LateSentences = {
  dueSoon: '{subject}正在开，议完请点“散会”。',
  overdue: '{subject}还没有点散会，请把没议完的记好，点“散会”。',
  overdueToOthers: '{subject}还没有点散会，请提醒{leader}。',
}
const saysOfEnded: LateSentences = {
  dueSoon: '{subject}的纪要请在{deadline}前拟好，内容已经按记录写好了。',
  overdue: '{subject}的纪要逾期（{deadline}）没有拟好，请今天就拟。',
  overdueToOthers: '{subject}的纪要逾期（{deadline}）没有拟好，请提醒{leader}，也可以代拟。',
}
const saysOfDrafted: LateSentences = {
  dueSoon: '{subject}的纪要还没有在会上通过，请在下次会上通过（{deadline}前）。',
  overdue: '{subject}的纪要过了{deadline}还没有通过：下次会上先通过它；不再开会的，请镇人大办定稿。',
  overdueToOthers:
    '{subject}的纪要过了{deadline}还没有在会上通过，请提醒{leader}；不再开会的，可以点“不等下次会，定稿”。',
}

const saysOfNotQuorate: LateSentences = {
  dueSoon: '{subject}人数不够没有开成，请在{deadline}前重新定日子，发通知。',
  overdue: '{subject}人数不够没有开成，过了{deadline}还没有重新定日子，请尽快定。',
  overdueToOthers:
    '{subject}人数不够没有开成，过了{deadline}还没有重新定日子，请提醒{leader}，也可以代发通知。',
}

/** To each who is expected, on the day before. */
export const saysOnEve: LateSentences = {
  dueSoon: '明天开{subject}：{latest}。来不了请说一声，打电话也行。',
  overdue: '',
}

export const meetingStates = {
  planned: {
    label: '还没定日子',
    plain: '要开一次会。{result}请定日子，发通知。',
    step: 'gather',
    waitsFor: 'convener',
    limit: { day: 'heldBy' },
    late: 'reception',
    says: saysOfPlanned,
  },
  convened: {
    label: '发了通知',
    plain: '日子定了，到会的人都收到了通知。要议的已经列在下面。',
    step: 'gather',
    waitsFor: 'convener',
    limit: { day: 'day' },
    late: 'reception',
    says: saysOfConvened,
  },
  notQuorate: {
    label: '人数不够，没有开成',
    plain: '到会的人数不够，没有开成。请重新定日子，发通知。',
    step: 'gather',
    waitsFor: 'convener',
    limit: { workingDays: 'reconveneWorkingDays' },
    late: 'reception',
    says: saysOfNotQuorate,
    saidNo: true,
  },
  open: {
    label: '正在开',
    plain: '一项一项议，议定一项记一项。',
    step: 'gather',
    waitsFor: 'convener',
    limit: { day: 'day' },
    late: 'reception',
    says: saysOfOpen,
  },
  ended: {
    label: '散会了，等纪要',
    plain: '纪要已经按记录写好，补几句就可以发给到会的人看。',
    step: 'gather',
    waitsFor: 'convener',
    limit: { workingDays: 'examinationWorkingDays' },
    late: 'reception',
    says: saysOfEnded,
  },
  drafted: {
    label: '纪要等下次会通过',
    plain: '纪要已经上报，到会的人在看，有不对的可以提；下次会上通过以后就不再改。',
    step: 'gather',
    waitsFor: 'convener',
    limit: { day: 'approveBy' },
    late: 'reception',
    says: saysOfDrafted,
  },
  approved: {
    label: '纪要通过了',
    plain: '纪要通过了，不再改动，镇人大办和主席团都看得到。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
  calledOff: {
    label: '没有开',
    plain: '这次没有开。意见都还在各位代表手里，照常办理。',
    step: 'gather',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<MeetingParty, MeetingGate>>
export type MeetingState = keyof typeof meetingStates
