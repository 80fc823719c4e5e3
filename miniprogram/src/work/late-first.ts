import type { FigureGroup } from '../../../shared/api/figures'

/** Those with most that is late first, then those with most in hand; what is the same keeps its order. */
export const lateFirst = <G extends Pick<FigureGroup, 'counts'>>(groups: readonly G[]): G[] =>
  [...groups].sort((a, b) => b.counts.overdue - a.counts.overdue || b.counts.inHand - a.counts.inHand)
