/** From acceptance to the end: everywhere that a suggestion can still be pushed on. */
export const onceAccepted = {
  accepted: 'accepted',
  assigned: 'assigned',
  returnRequested: 'returnRequested',
  received: 'received',
  handling: 'handling',
  extensionRequested: 'extensionRequested',
  replied: 'replied',
  evaluated: 'evaluated',
  reHandling: 'reHandling',
  tracking: 'tracking',
  escalated: 'escalated',
} as const

/** From the day on which it was handed in. */
export const onceSubmitted = {
  submitted: 'submitted',
  underReview: 'underReview',
  revisionRequested: 'revisionRequested',
  ...onceAccepted,
} as const
