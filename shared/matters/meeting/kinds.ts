import type { QuorumRule } from '../../rules/quorum'
import type { Party } from '../../words/parties'

/** What may stand on an agenda. */
export const agendaItems = {
  /** 汇总: the open opinions of the group, one after another. */
  opinionReview: '把群众意见逐条议一遍',
} as const
export type AgendaItem = keyof typeof agendaItems

export type MeetingBody = 'group' | 'presidium' | 'congress' | 'leaders' | 'deputies'

interface MeetingKindRow {
  word: string
  /** What it is in the middle of a sentence, after the name of whoever meets. */
  what: string
  /** Who meets: whoever sits there is expected. */
  body: MeetingBody
  /** As which party of other matters it decides; null where it decides of none. */
  decidesAs: Party | null
  /** Those present have to be so many before anything may be decided; null where no rule says so. */
  quorum: QuorumRule
  /** Of which meetings it approves the minutes: those of its own body, and of whom it stands in for. */
  approves: readonly string[]
  agenda: readonly AgendaItem[]
  /** How often it is held at least. */
  every: 'quarter' | null
}

/** The kinds of meeting: each a row, all with the states, the roll and the minutes of the one table. */
export const meetingKinds = {
  groupMeeting: {
    word: '小组会议',
    what: '意见汇总会',
    body: 'group',
    decidesAs: 'groupMeeting',
    quorum: null,
    approves: ['groupMeeting'],
    agenda: ['opinionReview'],
    every: 'quarter',
  },
  /** 河南 5, 浙江 24, 重庆 34: it decides with more than half of all its members. */
  presidiumMeeting: {
    word: '主席团会议',
    what: '主席团会议',
    body: 'presidium',
    decidesAs: 'presidiumMeeting',
    quorum: 'half',
    approves: ['presidiumMeeting', 'congressSession', 'leadersMeeting', 'midYearDeliberation'],
    agenda: [],
    every: null,
  },
  /** 地方组织法 14, 25: two thirds of all deputies are there, more than half of all say yes. */
  congressSession: {
    word: '人代会',
    what: '人民代表大会会议',
    body: 'congress',
    decidesAs: null,
    quorum: 'twoThirds',
    approves: [],
    agenda: [],
    every: null,
  },
  /** Catalogue 111: the leaders of the groups talk first, then the groups do. */
  leadersMeeting: {
    word: '代表小组长会议',
    what: '代表小组长会议',
    body: 'leaders',
    decidesAs: null,
    quorum: null,
    approves: [],
    agenda: [],
    every: null,
  },
  /** Catalogue 103: around August; it is no session, and decides nothing. */
  midYearDeliberation: {
    word: '年中议政会',
    what: '年中议政会',
    body: 'deputies',
    decidesAs: null,
    quorum: null,
    approves: [],
    agenda: [],
    every: null,
  },
} as const satisfies Record<string, MeetingKindRow>
export type MeetingKind = keyof typeof meetingKinds

/** Those that go through the items of an agenda; which of them decides by votes, its quorum says. */
export const votingKinds = [
  'presidiumMeeting',
  'congressSession',
  'leadersMeeting',
  'midYearDeliberation',
] as const satisfies readonly MeetingKind[]
export const votingWords = {
  presidiumMeeting: meetingKinds.presidiumMeeting.word,
  congressSession: meetingKinds.congressSession.word,
  leadersMeeting: meetingKinds.leadersMeeting.word,
  midYearDeliberation: meetingKinds.midYearDeliberation.word,
} as const satisfies Record<(typeof votingKinds)[number], string>
/** 代表小组长会议、年中议政会: they talk and settle nothing. */
export const isDeciding = (kind: MeetingKind) => meetingKinds[kind].quorum !== null
export const isVoting = (kind: MeetingKind) => (votingKinds as readonly MeetingKind[]).includes(kind)
