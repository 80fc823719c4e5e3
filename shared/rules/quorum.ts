import type { Day } from './days'

/**
 * How many have to be there, and how many have to say yes: 地方组织法 14, 25, 31. All are counted from the members in
 * office, never from those who came; in whole numbers, so that nobody is two thirds. Also on the phone, where a roll is
 * called without a network.
 */

/** The least q with 3q ≥ 2n. */
export const quorumOf = (inOffice: number) => Math.floor((2 * inOffice + 2) / 3)
/** The least m with 2m > n. */
export const majorityOf = (inOffice: number) => Math.floor(inOffice / 2) + 1
/** Of all, who may ask for an extra session or a recall. */
export const fifthOf = (inOffice: number) => Math.ceil(inOffice / 5)

/** How many have to be there before anything may be decided; null where no rule says so. */
export type QuorumRule = 'twoThirds' | 'half' | null
export const neededOf = (rule: QuorumRule, inOffice: number): number | null =>
  rule === null ? null : rule === 'twoThirds' ? quorumOf(inOffice) : majorityOf(inOffice)

/** A mandate as the base is counted from it. */
export interface Seat {
  personId: string
  congressLevel: string
  begunOn: Day | null
  endedOn: Day | null
  suspendedOn: Day | null
}

/** Whom a session counts with: `inOffice` for what is needed, `expected` for who is called. */
export interface Base {
  inOffice: number
  suspended: number
  expected: number
}

/**
 * Of a congress on a day, by persons: the mandates of the township that had begun and not ended. A vacant seat lowers what
 * is needed; a suspended mandate does not, because it is still one (代表法 61).
 */
export function baseOn(day: Day, seats: readonly Seat[]): Base {
  const held = seats.filter(
    ({ congressLevel, begunOn, endedOn }) =>
      congressLevel === 'township' &&
      (begunOn === null || begunOn <= day) &&
      (endedOn === null || endedOn > day),
  )
  const persons = new Set(held.map(({ personId }) => personId))
  const acting = new Set(
    held
      .filter(({ suspendedOn }) => suspendedOn === null || suspendedOn > day)
      .map(({ personId }) => personId),
  )
  return { inOffice: persons.size, suspended: persons.size - acting.size, expected: acting.size }
}
