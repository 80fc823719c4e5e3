import { addDays, addMonths, type Day } from '../../rules/days'
import type { PlannedKind } from './words'
import { spokenMonths } from './words'

/** One line of a plan: so many times, in these months. */
export interface PlanItem {
  id: string
  title: string
  kind: PlannedKind
  times: number
  firstMonth: number
  lastMonth: number
}

/** What was held in the year of the plan. */
export interface Gathering {
  kind: PlannedKind
  on: Day
}

export interface Counted<I extends PlanItem> {
  item: I
  done: number
  /** Its last month is over, and so many times are missing. */
  missed: number
}

/** A meeting is held earlier or later than it was planned for, and is the same meeting. */
const monthsBeside = 1

/**
 * Plan against done (catalogue 153, 计划落实), without anybody typing it: what was held goes to the first open line of its
 * kind whose months lie no further than a month from it; what finds none stands beside the plan.
 * @param items in the order of the plan
 */
export function planAgainstDone<I extends PlanItem>(
  items: readonly I[],
  held: readonly Gathering[],
  year: number,
  today: Day,
): { counted: Counted<I>[]; unplanned: Gathering[] } {
  const done = new Map(items.map(({ id }) => [id, 0]))
  const doneOf = ({ id }: PlanItem) => done.get(id) ?? 0
  const soonest = [...items].sort((a, b) => a.lastMonth - b.lastMonth)
  const unplanned: Gathering[] = []
  for (const one of [...held].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const month = Number(one.on.slice(5, 7))
    const found = soonest.find(
      (item) =>
        item.kind === one.kind &&
        doneOf(item) < item.times &&
        month >= item.firstMonth - monthsBeside &&
        month <= item.lastMonth + monthsBeside,
    )
    if (found === undefined) unplanned.push(one)
    else done.set(found.id, doneOf(found) + 1)
  }
  return {
    unplanned,
    counted: items.map((item) => ({
      ...{ item, done: doneOf(item) },
      missed: today > lastDayOf(year, item.lastMonth) ? item.times - doneOf(item) : 0,
    })),
  }
}

const lastDayOf = (year: number, month: number): Day =>
  addDays(addMonths(`${year}-${String(month).padStart(2, '0')}-01`, 1), -1)

/** `计划 18 次，办了 8 次，过了没办 1 次（专题调研，5 月）`; there is no percentage. */
export function sayPlan(counted: readonly Counted<PlanItem>[], unplanned: number): string {
  const sum = (of: (one: Counted<PlanItem>) => number) => counted.reduce((all, one) => all + of(one), 0)
  const missed = counted.filter((one) => one.missed > 0)
  const which = missed
    .map(({ item }) => `${item.title}，${spokenMonths(item.firstMonth, item.lastMonth)}`)
    .join('；')
  return [
    `计划 ${sum(({ item }) => item.times)} 次，办了 ${sum(({ done }) => done)} 次`,
    ...(missed.length === 0 ? [] : [`过了没办 ${sum((one) => one.missed)} 次（${which}）`]),
    ...(unplanned === 0 ? [] : [`计划外 ${unplanned} 次`]),
  ].join('，')
}
