import type { Party } from '../words/parties'

/**
 * 督办阶梯: who is told as a matter comes close to its day and passes it, one after another. Nothing waits for it:
 * `overdue` and `dueSoon` are computed wherever they are shown; the ladder only tells.
 */
export const rungs = {
  awaited: '现在等的人',
  handler: '经办人',
  leaderInCharge: '分管领导',
  unitHead: '单位负责人',
  congressOffice: '镇人大办',
  presidiumChair: '人大主席',
} as const
export type Rung = keyof typeof rungs

export interface LadderRow {
  /**
   * Days after the last day in time (before it, where negative), with the hour of that day in Beijing, else its beginning;
   * or the instant from which it counts as close, or as late, which of a limit in hours is in the middle of a day.
   */
  day: number | 'dueSoon' | 'overdue'
  hour?: number
  rung: Rung
  /** Who only learns that it is late, besides; whoever is awaited, where the rung is above them. */
  also?: readonly (Party | 'awaited')[]
}

export interface LadderPlan {
  rows: readonly LadderRow[]
  /** Who is told every seven days after the last row, as long as nothing has moved. */
  weekly: Rung | null
  /** Nobody is harmed while it lies: whoever is awaited is reminded when the time is over, and nobody else. */
  quiet?: true
}

/** As which party somebody on a rung reads the matter. */
export const partyOfRung = (rung: Rung, awaited: Party): Party =>
  rung === 'congressOffice' ? 'congressOffice' : rung === 'presidiumChair' ? 'presidium' : awaited

/** Catalogue 71, 72: no item may rest unseen; reminders before and after the deadline. */
export const ladders = {
  /** A unit has it in hand. */
  unit: {
    rows: [
      { day: 'dueSoon', rung: 'handler' },
      { day: -3, rung: 'leaderInCharge' },
      { day: 1, rung: 'unitHead', also: ['leadDeputy'] },
      { day: 4, rung: 'congressOffice' },
      { day: 8, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** 严重逾期: counted from the day on which the town begins to call it so (`longOverdueDays`), beside the weeks of the unit. */
  grave: {
    rows: [{ day: 1, rung: 'unitHead', also: ['awaited', 'leadDeputy', 'congressOffice', 'presidium'] }],
    weekly: null,
  },
  /** Accepted and with no unit yet: nobody else can press for it, so the chair hears of it at once. */
  unassigned: {
    rows: [
      { day: 'dueSoon', rung: 'congressOffice' },
      { day: 1, rung: 'presidiumChair', also: ['awaited'] },
    ],
    weekly: 'presidiumChair',
  },
  office: {
    rows: [
      { day: 'dueSoon', rung: 'congressOffice' },
      { day: 1, rung: 'congressOffice' },
      { day: 4, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  presidium: {
    rows: [
      { day: 'dueSoon', rung: 'presidiumChair' },
      { day: 1, rung: 'presidiumChair', also: ['congressOffice'] },
    ],
    weekly: 'presidiumChair',
  },
  /** A deputy is awaited, with a matter that is handed in. */
  deputy: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 1, rung: 'congressOffice', also: ['awaited'] },
      { day: 8, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** A draft is nobody's business but its author's. */
  draft: { rows: [{ day: 1, rung: 'awaited' }], weekly: null, quiet: true },
  /** What hangs on a wall is replaced, and a letter box opened; whoever sees to it hears of the day, and nobody above them. */
  upkeep: { rows: [{ day: 1, rung: 'awaited' }], weekly: null, quiet: true },
  /** One reminder before the time for rating is over; then it lapses by itself. */
  rating: { rows: [{ day: 'dueSoon', rung: 'awaited' }], weekly: null },
  /** 每两月报告进展 (catalogue 73), 代表直接问的 (37). After its rows the list of what is late says the rest. */
  progress: {
    rows: [
      { day: 'dueSoon', rung: 'handler' },
      { day: 1, rung: 'leaderInCharge' },
      { day: 8, rung: 'congressOffice' },
    ],
    weekly: null,
  },
  /** A co-unit hears twice, and the second time those learn of it who may ask again or wait no longer. */
  coOpinion: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 1, rung: 'awaited', also: ['leadUnit', 'congressOffice'] },
    ],
    weekly: null,
  },
  /** A deputy answers a resident, within hours: the office learns at once that it is late. */
  answer: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 'overdue', rung: 'awaited', also: ['congressOffice'] },
      { day: 8, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** A deputy has answered a resident, and the conversation is not ended. */
  conversation: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 'overdue', rung: 'awaited' },
      { day: 8, rung: 'congressOffice' },
    ],
    weekly: 'congressOffice',
  },
  /** Whoever lives here may go on speaking, and owes nobody a word. */
  goesOn: { rows: [{ day: 1, rung: 'awaited' }], weekly: null, quiet: true },
  /** Somebody who lives here is asked once more before the days are over, and then no more. */
  askedBack: { rows: [{ day: 'dueSoon', rung: 'awaited' }], weekly: null },
  /** 信访事项: whoever handles it and nobody beside them, since it may be about one of their own; then the chair. */
  petition: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 1, rung: 'awaited' },
      { day: 4, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** Words on their way to others wait for a second person, for hours. */
  heldWords: {
    rows: [
      { day: 'dueSoon', rung: 'congressOffice' },
      { day: 'overdue', rung: 'congressOffice' },
      { day: 3, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** Whoever wrote them writes them again; nothing of it is public meanwhile. */
  sentBackWords: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 'overdue', rung: 'awaited' },
      { day: 3, rung: 'congressOffice' },
    ],
    weekly: 'congressOffice',
  },
  /** A machine is awaited, and has not answered: somebody must look. */
  machine: {
    rows: [
      { day: 'overdue', rung: 'congressOffice' },
      { day: 3, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** 评先资格: the presidium decides, and answers who objected to it. */
  awardAppeal: {
    rows: [
      { day: 'dueSoon', rung: 'presidiumChair' },
      { day: 1, rung: 'presidiumChair', also: ['congressOffice'] },
    ],
    weekly: 'presidiumChair',
  },
  /** 小组评议: whoever has not voted, then whoever may end it. */
  ballot: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 1, rung: 'awaited', also: ['groupLeader'] },
      { day: 8, rung: 'congressOffice' },
    ],
    weekly: 'congressOffice',
  },
  /** Carried to a higher congress: the office asks there how it stands. */
  externalSuggestion: {
    rows: [
      { day: 'dueSoon', rung: 'congressOffice' },
      { day: 1, rung: 'congressOffice' },
      { day: 8, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** 接访: three days before, the evening before, and where nothing was written down. */
  reception: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: -1, hour: 18, rung: 'awaited' },
      { day: 1, rung: 'congressOffice', also: ['awaited'] },
    ],
    weekly: 'congressOffice',
  },
  /** 现场评议: it is held on its day, and what was found is written down on the days after it. */
  siteReview: {
    rows: [
      { day: 'dueSoon', rung: 'congressOffice' },
      { day: 1, rung: 'congressOffice' },
      { day: 8, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
} as const satisfies Record<string, LadderPlan>
export type Ladder = keyof typeof ladders

const byTurn: Readonly<Partial<Record<Party, Ladder>>> = {
  leadUnit: 'unit',
  congressOffice: 'office',
  presidium: 'presidium',
  leadDeputy: 'deputy',
  mergedDeputy: 'deputy',
  invitee: 'deputy',
  groupLeader: 'ballot',
  convener: 'deputy',
  resident: 'goesOn',
}

/** The ladder that a matter stands on in this state: the one that its row names, or that of whoever is awaited instead. */
export function ladderOf(
  row: { waitsFor: Party | null; late?: Ladder; limit: unknown },
  turn: Party | null,
): Ladder | undefined {
  if (turn === null || row.limit === 'suggestion') return undefined
  return (turn === row.waitsFor ? row.late : undefined) ?? byTurn[turn]
}
