/** Where a checked answer leads, by `writtenIn`: the state that it was written in. */
const answered = {
  received: 'replied',
  // Words are no call: that is still owed.
  callAsked: 'callAsked',
  replied: 'replied',
  deputyAway: 'replied',
  inSuggestion: 'inSuggestion',
  unsolved: 'replied',
} as const
/** What was asked back waits for the resident, wherever it was asked. */
export const shown = { answers: answered, asksBack: 'askedBack', talked: 'replied' } as const
export const back = {
  received: 'received',
  callAsked: 'callAsked',
  replied: 'replied',
  deputyAway: 'deputyAway',
  inSuggestion: 'inSuggestion',
  unsolved: 'unsolved',
} as const
export const backOfEnd = {
  ...back,
  held: 'held',
  deputyLeft: 'deputyLeft',
  unsolvedAgain: 'unsolvedAgain',
} as const
/** Where checked words of the resident lead: what became of the matter goes on. */
export const goesOn = {
  received: 'received',
  callAsked: 'callAsked',
  inSuggestion: 'inSuggestion',
  closed: 'closed',
} as const
