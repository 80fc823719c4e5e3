import type { Category, Outcome, Satisfaction } from '../../shared/words/words'

/** How far a matter of the demo town has come. */
export type Stage =
  | 'draft'
  | 'invited'
  | 'submitted'
  | 'underReview'
  | 'merged'
  | 'archived'
  | 'revisionRequested'
  | 'notAccepted'
  | 'withdrawn'
  | 'accepted'
  | 'assigned'
  | 'received'
  | 'consulted'
  | 'replyOpened'
  | 'confirmed'
  | 'replied'
  | 'closed'
  | 'lapsed'
  | 'evaluated'
  | 'reHandling'
  | 'closedAgain'
  | 'evaluatedAgain'
  | 'concluded'
  | 'returnRequested'
  | 'extensionRequested'
  | 'tracking'
  | 'escalated'

export interface DemoMatter {
  subject: string
  category: Category
  village: string
  /** Place in the roster of township deputies; 0 is 王建国, 1 is 张春梅. */
  deputy: number
  coSigners?: readonly number[]
  unit: string
  coUnit?: string
  facts: string
  proposal: string
  /** How many days ago it was submitted. */
  submitted: number
  /** Days from hand-over to the reply. */
  handled?: number
  stage: Stage
  /** The subject of the matter it is merged into. */
  mergedInto?: string
  result?: { outcome: Outcome; sentence: string; text: string }
  rating?: Satisfaction
  /** 重点建议: who leads it, and what was done and decided so far. */
  key?: { official: string; post: string; plan: string; progress: string; dispatch: string; planItem: string }
  /** 小组评议 of the result; the votes of the members, in the order of the roster. */
  ballot?: { votes: readonly Satisfaction[]; closed: boolean }
  /** Why the deputy thinks that it is in the wrong hands. */
  objection?: string
  /** What the unit reported of the progress, some weeks after the consultation. */
  progress?: string
  /** The office called: whom it reached, and what they said. */
  called?: { whom: string; answer: string }
}

export const solved = (sentence: string, text: string) => ({ outcome: 'solved', sentence, text }) as const
export const inProgress = (sentence: string, text: string) =>
  ({ outcome: 'inProgress', sentence, text }) as const
export const planned = (sentence: string, text: string) => ({ outcome: 'planned', sentence, text }) as const
