import type { Move } from './matter'

/** Every state that a move can lead to. */
export const targetsOf = <S extends string>(move: Move<S> | undefined): S[] =>
  move === undefined
    ? []
    : typeof move === 'string'
      ? [move]
      : [...new Set(Object.values(move).flatMap((next) => targetsOf<S>(next)))]
