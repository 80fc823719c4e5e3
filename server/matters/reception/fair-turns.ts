import type { Day } from '../../../shared/rules/days'

/** Whoever takes turns: how often they did, and when last. */
export interface Turns {
  id: string
  name: string
  count: number
  last: Day | null
}

/**
 * 轮流值守 (catalogue 31): for each day whoever has had the fewest turns, of those the one whose last is longest ago, and
 * of those the first in the register. Turns that were taken over for somebody count for whoever took them, so that the
 * next roster makes up for a swap by itself.
 * @param each how many sit at a time
 * @param cannot whether somebody is away or sits elsewhere that day
 */
export function fairTurns(
  days: readonly Day[],
  people: readonly Turns[],
  each: number,
  cannot: (id: string, day: Day) => boolean,
): { on: Day; sitters: Turns[] }[] {
  let turns = people.map((one, place) => ({ ...one, place }))
  return days.map((on) => {
    const inOrder = turns
      .filter(({ id }) => !cannot(id, on))
      .sort(
        (one, other) =>
          one.count - other.count || compare(one.last ?? '', other.last ?? '') || one.place - other.place,
      )
    const sitters = inOrder.slice(0, each)
    turns = turns.map((one) =>
      sitters.some(({ id }) => id === one.id) ? { ...one, count: one.count + 1, last: on } : one,
    )
    return { on, sitters }
  })
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
