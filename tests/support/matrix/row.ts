import type { Question } from './cells'
import { deputies, type Peopled, signedInHere, staff, units, type Who, working } from './people'
import type { Things } from './things'

export interface Lived extends Peopled {
  things: Things
}

/** What is expected of one operation. */
export interface Row {
  /** Who is answered; whoever is not named is refused. */
  may: readonly Who[] | 'anyone'
  /**
   * What those are told who may, where the question of this row meets a refusal of its own; `passes`: whatever the rules
   * of the thing say, past the guards.
   */
  told?: string
  /** Who is told something else. */
  but?: Partial<Record<Who, string>>
  /** What everybody else is told who is signed in. */
  otherwise?: string
  /** Takes long, and is the same for everybody who is signed in: a few ask for all. */
  heavy?: true
  /** A question that is right; what it leaves out is made from the contract. */
  ask?: (at: Lived, who: Who) => Question
}

export const who = { deputies, staff, units, working, signedIn: signedInHere }

/** Whether this is what was expected. */
export const isTold = (told: string, code: string) =>
  told === 'passes' ? !['sign_in_needed', 'not_allowed', 'not_found'].includes(code) : told === code

/** An outcome is the same wherever somebody comes from who is nobody here. */
export function expected(row: Row, as: Who): string {
  const { may, told = 'yes', but = {}, otherwise = 'not_allowed' } = row
  if (as === 'anonymous') return may === 'anyone' ? (but.anonymous ?? told) : 'sign_in_needed'
  const isMeant = may === 'anyone' || may.includes(as)
  return but[as] ?? (isMeant ? told : otherwise)
}
