import type { Party } from '../../words/parties'

/** What may stand on an agenda. */
export const agendaItems = {
  /** 汇总: the open opinions of the group, one after another. */
  opinionReview: '把群众意见逐条议一遍',
} as const
export type AgendaItem = keyof typeof agendaItems

interface MeetingKindRow {
  word: string
  /** What it is in the middle of a sentence, after the name of whoever meets. */
  what: string
  /** As which party of other matters it decides. */
  decidesAs: Party
  /** Those present have to be so many before anything may be decided; null where no rule says so. */
  quorum: 'twoThirds' | 'half' | null
  agenda: readonly AgendaItem[]
  /** How often it is held at least. */
  every: 'quarter' | null
}

/** The kinds of meeting: each a row, all with the states, the roll and the minutes of the one table. */
export const meetingKinds = {
  groupMeeting: {
    word: '小组会议',
    what: '意见汇总会',
    decidesAs: 'groupMeeting',
    quorum: null,
    agenda: ['opinionReview'],
    every: 'quarter',
  },
} as const satisfies Record<string, MeetingKindRow>
export type MeetingKind = keyof typeof meetingKinds
