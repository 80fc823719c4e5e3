import type { Letterhead, Paper } from '../../../papers/paper'
import type { Day } from '../../../rules/days'
import type { SuggestionView } from '../endpoints'
import type { SuggestionAction } from '../table'

/** A paper of a suggestion, drawn from what its reader sees of it. */
export interface Drawn {
  round: number
  /** Which of those of a round, where there may be several. */
  part: string
  /** The day that it bears. */
  on: Day
  paper: Paper
  /** What counts today has taken its place. */
  isPast?: true
}

export interface PaperRow {
  word: string
  /** The steps that send it out; then it is kept as it was sent. Without any it is drawn as things stand. */
  sentBy: readonly SuggestionAction[]
  draw: (view: SuggestionView, head: Letterhead) => Drawn[]
}
