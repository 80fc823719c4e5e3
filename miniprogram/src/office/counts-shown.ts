import type { Counts } from '../../../shared/rules/rates'

/** How many there are, before any rate is made of them. */
export const countsShown = (counts: Counts): Record<string, number> => ({
  交办: counts.handedOver,
  已答复: counts.replied,
  办结: counts.closed,
  其中办成: counts.solved,
  还在办: counts.inHand,
  逾期: counts.overdue,
})
