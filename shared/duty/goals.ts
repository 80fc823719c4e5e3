import { addDays, type Day, daysBetween } from '../rules/days'
import type { DutyKindName } from './kinds'

/** 四个一, 六个一: what a deputy is asked to do at least, as data. The deputy alone reads how far that is (D.L4). */
export interface Goal {
  label: string
  kinds: readonly DutyKindName[]
  atLeast: number
  per: 'year' | 'term'
}

const suggestion: Goal = { label: '提出一条建议', kinds: ['suggestionSubmitted'], atLeast: 1, per: 'year' }
const deed: Goal = { label: '办一件实事', kinds: ['goodDeedDone'], atLeast: 1, per: 'year' }
const study: Goal = {
  label: '参加一次调研视察',
  kinds: ['studyJoined', 'inspectionJoined'],
  atLeast: 1,
  per: 'year',
}

/** Source reports 000 and 003. */
export const goalSets = {
  fourOnes: {
    word: '四个一',
    goals: [
      study,
      { label: '接待一次选民', kinds: ['receptionServed'], atLeast: 1, per: 'year' },
      suggestion,
      deed,
    ],
  },
  sixOnes: {
    word: '六个一',
    goals: [
      { label: '走访一次选民', kinds: ['votersVisited'], atLeast: 1, per: 'year' },
      suggestion,
      deed,
      study,
      { label: '调处一起纠纷', kinds: ['mediationDone'], atLeast: 1, per: 'year' },
      { label: '述职一次', kinds: ['dutyReported'], atLeast: 1, per: 'term' },
    ],
  },
} as const satisfies Record<string, { word: string; goals: readonly Goal[] }>
export type GoalSet = keyof typeof goalSets

export const goalSetChoices = {
  none: '不用',
  fourOnes: goalSets.fourOnes.word,
  sixOnes: goalSets.sixOnes.word,
  both: '四个一和六个一',
} as const satisfies Record<GoalSet | 'none' | 'both', string>
export type GoalSetChoice = keyof typeof goalSetChoices

const setNames = Object.keys(goalSets) as GoalSet[]

/** What is asked; where two sets ask the same, it stands once and under both names. */
export function goalsOf(chosen: GoalSetChoice): (Goal & { sets: string[] })[] {
  const asked = new Map<string, Goal & { sets: string[] }>()
  for (const name of setNames.filter((one) => chosen === 'both' || chosen === one))
    for (const goal of goalSets[name].goals) {
      const key = `${goal.kinds.join(' ')} ${goal.atLeast} ${goal.per}`
      const known = asked.get(key)
      asked.set(key, { ...goal, sets: [...(known?.sets ?? []), goalSets[name].word] })
    }
  return [...asked.values()]
}

/** With fewer there is no median: it would be somebody (D.L8). */
export const fewestForMedian = 5

/** The middle one, or half the sum of the middle two; null among too few. */
export function medianOf(counts: readonly number[]): number | null {
  if (counts.length < fewestForMedian) return null
  const sorted = [...counts].sort((a, b) => a - b)
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)]
  return ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2
}

/** In a leap year too. */
export const fewestDays = 183

export interface Span {
  from: Day
  to: Day
}

/** How many days of a year somebody is in office, and on how many of them away. */
export function daysIn(year: number, office: Span, away: readonly Span[]) {
  const within = { from: `${year}-01-01`, to: `${year}-12-31` }
  const held = cut(office, within)
  const days = lengthOf(held)
  const leave = united(away.map((one) => cut(one, held)).filter((one) => lengthOf(one) > 0))
  return { days, away: leave.reduce((sum, one) => sum + lengthOf(one), 0) }
}

const cut = (one: Span, other: Span): Span => ({
  from: one.from > other.from ? one.from : other.from,
  to: one.to < other.to ? one.to : other.to,
})
const lengthOf = ({ from, to }: Span) => Math.max(0, daysBetween(from, to) + 1)

/** A day on two leaves is one day. */
function united(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))
  const kept: Span[] = []
  for (const one of sorted) {
    const last = kept.at(-1)
    if (last !== undefined && one.from <= addDays(last.to, 1))
      kept[kept.length - 1] = { from: last.from, to: one.to > last.to ? one.to : last.to }
    else kept.push(one)
  }
  return kept
}

/** Why the goals of a year do not count, or null where they do. */
export function notCounted({ days, away }: { days: number; away: number }): string | null {
  if (days < fewestDays) return `今年在职 ${days} 天，年度目标不计。`
  return days - away < fewestDays ? `今年请假 ${away} 天，年度目标不计。` : null
}
