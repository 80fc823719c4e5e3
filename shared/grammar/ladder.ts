import { addDays, type Day, daysBetween } from '../rules/days'
import type { Due } from './due'
import type { Party } from '../words/parties'
import type { SuggestionParty, SuggestionState } from '../matters/suggestion/states'

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

interface LadderRow {
  /** Days after the last day in time (before it, where negative), or the first day that counts as close. */
  day: number | 'dueSoon'
  rung: Rung
  /** Who only learns that it is late, besides. */
  also?: readonly SuggestionParty[]
}

export interface LadderPlan {
  rows: readonly LadderRow[]
  /** Who is told every seven days after the last row, as long as nothing has moved. */
  weekly: Rung | null
}

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
  /** Accepted and with no unit yet: nobody else can press for it, so the chair hears of it at once. */
  unassigned: {
    rows: [
      { day: 'dueSoon', rung: 'congressOffice' },
      { day: 1, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  office: {
    rows: [
      { day: 'dueSoon', rung: 'congressOffice' },
      { day: 4, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  presidium: {
    rows: [
      { day: 'dueSoon', rung: 'presidiumChair' },
      { day: 1, rung: 'congressOffice' },
    ],
    weekly: 'presidiumChair',
  },
  /** A deputy is awaited, with a matter that is handed in. */
  deputy: {
    rows: [
      { day: 'dueSoon', rung: 'awaited' },
      { day: 1, rung: 'congressOffice' },
      { day: 8, rung: 'presidiumChair' },
    ],
    weekly: 'presidiumChair',
  },
  /** A draft is nobody's business but its author's. */
  draft: { rows: [{ day: 1, rung: 'awaited' }], weekly: null },
  /** One reminder before the time for rating is over; then it lapses by itself. */
  rating: { rows: [{ day: 'dueSoon', rung: 'awaited' }], weekly: null },
  /** 每两月报告进展 (catalogue 73). After its rows the list of late reports says the rest. */
  progress: {
    rows: [
      { day: 'dueSoon', rung: 'handler' },
      { day: 1, rung: 'leaderInCharge' },
      { day: 8, rung: 'congressOffice' },
    ],
    weekly: null,
  },
} as const satisfies Record<string, LadderPlan>
export type Ladder = keyof typeof ladders

/**
 * A co-unit has a day of its own and no ladder: it hears twice, and the second time those learn of it who may ask again
 * or wait no longer.
 */
export const coOpinionPlan = {
  rows: [
    { day: 'dueSoon', rung: 'awaited' },
    { day: 1, rung: 'awaited', also: ['leadUnit', 'congressOffice'] },
  ],
  weekly: null,
} as const satisfies LadderPlan

const byState: Readonly<Partial<Record<SuggestionState, Ladder>>> = {
  draft: 'draft',
  accepted: 'unassigned',
  replied: 'rating',
}
const byTurn: Readonly<Partial<Record<SuggestionParty, Ladder>>> = {
  leadUnit: 'unit',
  congressOffice: 'office',
  presidium: 'presidium',
  leadDeputy: 'deputy',
  invitee: 'deputy',
}

/** The ladder that a matter stands on; none where nobody is awaited. */
export const ladderOf = (state: SuggestionState, turn: SuggestionParty | null): Ladder | undefined =>
  turn === null ? undefined : (byState[state] ?? byTurn[turn])

/** As whom somebody on this rung reads the matter. */
export const partyOfRung: Readonly<Record<Exclude<Rung, 'awaited'>, Party & SuggestionParty>> = {
  handler: 'leadUnit',
  leaderInCharge: 'leadUnit',
  unitHead: 'leadUnit',
  congressOffice: 'congressOffice',
  presidiumChair: 'presidium',
}

type Clock = Pick<Due, 'on' | 'soonFrom'>

/** The day of a row. A short limit leaves no room for the days before it: no later row comes before it is close. */
export function dayOfRow(row: LadderRow, { on, soonFrom }: Clock): Day {
  if (row.day === 'dueSoon') return soonFrom
  const day = addDays(on, row.day)
  return day <= soonFrom ? addDays(soonFrom, 1) : day
}

/**
 * The highest step that has come by this day: a row, or after them a week. A clock that was not looked at for a while
 * has one step to take, not each that was missed.
 * @returns -1 before the first
 */
export function stepOn({ rows, weekly }: LadderPlan, clock: Clock, today: Day): number {
  const days = rows.map((row) => dayOfRow(row, clock))
  const step = days.filter((day) => day <= today).length - 1
  const last = days[rows.length - 1]
  if (weekly === null || last === undefined || step < rows.length - 1) return step
  return step + Math.floor(daysBetween(last, today) / 7)
}

/** Whether this step is one of the weeks after the last row. */
export const isWeekly = ({ rows }: LadderPlan, step: number) => step >= rows.length

/** Whom a step tells; where nobody is known or bound there, the next above, and at the top the nearest below. */
export function rungsFrom({ rows, weekly }: LadderPlan, step: number): Rung[] {
  const above = rows.slice(step + 1).map(({ rung }) => rung)
  const below = rows
    .slice(0, step)
    .map(({ rung }) => rung)
    .reverse()
  const first = rows[step]?.rung ?? weekly
  return [...new Set([...(first === null ? [] : [first]), ...above, ...below])]
}

/** Who only learns of it, of the rows that have come since the last look. */
export const alsoBetween = ({ rows }: LadderPlan, before: number, step: number): SuggestionParty[] =>
  rows.slice(before + 1, step + 1).flatMap(({ also }) => also ?? [])

/** Where a matter stands in a lane: late first, then what has no unit yet, then by its day. */
export const orderInLane = (
  due: Pick<Due, 'on' | 'urgency'> | null,
  /** None where it is no suggestion. */
  state?: SuggestionState,
): string =>
  [
    due?.urgency === 'overdue' ? 0 : 1,
    state !== undefined && byState[state] === 'unassigned' ? 0 : 1,
    due?.on ?? '9999-12-31',
  ].join(' ')
