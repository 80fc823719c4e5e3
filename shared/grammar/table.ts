import type * as z from 'zod/mini'
import type { PushKind } from '../words/messages'
import type { Party } from '../words/parties'
import type { NumberField, SpanField } from '../rules/profiles'
import type { RefusalCode } from '../words/refusals'
import type { Step } from '../words/words'

/** The grammar of a workflow table. The rows are in `workflow/` and `opinion-workflow.ts`; `decide.ts` applies them. */

/**
 * How long a state may last before it counts as late.
 * `deadline`: until the deadline of the current round. Otherwise a number from the town's profile; a `span` is one
 * that some regulations count in working days and others in days or months.
 */
export type Limit =
  | 'deadline'
  | 'suggestion'
  | { workingDays: NumberField }
  | { months: NumberField }
  | { hours: NumberField }
  | { span: SpanField }

export interface StateRow<P extends Party, G extends string = never> {
  label: string
  /** One plain sentence of where the matter stands, for people who never saw a form. May hold placeholders. */
  plain: string
  step: Step
  /** Whose turn it is; nobody only where the matter rests for good. */
  waitsFor: P | null
  /** Whose turn it is instead while a gate is open. */
  waitsInsteadFor?: { readonly [gate in G]?: P }
  limit: Limit | null
  /** Who is told besides the one whose turn it is, when the limit has passed. Suggestions climb `ladder.ts` instead. */
  lateTells?: readonly P[]
}

/** Where a step leads: one state, or a choice by what the form or the facts of the matter say, one after another. */
export type Move<S extends string> = S | { readonly [answer: string]: Move<S> }

export interface ActionRow<S extends string, P extends Party, G extends string> {
  /** The word on the button. */
  label: string
  tone: 'primary' | 'quiet' | 'danger'
  by: readonly P[]
  /** From which state to which; where there is a choice, `decidedBy` names the fields and facts that pick, in order. */
  moves: { readonly [from in S]?: Move<S> }
  decidedBy?: readonly string[]
  /** Facts that must hold before the step opens. */
  needs: readonly G[]
  input: z.ZodMiniType
  /** What each party reads in the inbox. Placeholders: see `messages.ts`. */
  tells: { readonly [party in P]?: string }
  /** Who alone reads of the step in the history; absent where every party does. */
  readBy?: readonly P[]
  /** What the WeChat card is about where that is more than "your turn" or "something new". */
  pushes?: { readonly [party in P]?: PushKind }
  /**
   * 联名建议: this step answers the deputies. Where the profile answers the lead deputy alone, the co-signers are told
   * nothing and the lead deputy is asked to pass it on, in this sentence.
   */
  passOn?: string
  /** The line that everyone may read on the public timeline; absent where the step is nobody's business outside. */
  publicLine?: string
  /** The law, regulation or report that the row comes from. */
  source: string
}

export interface Table<S extends string, A extends string, P extends Party, G extends string> {
  states: Readonly<Record<S, StateRow<P, G>>>
  actions: Readonly<Record<A, ActionRow<S, P, G>>>
  /** Gate → the code of the refusal that people read when it is closed. */
  gates: Readonly<Record<G, RefusalCode>>
  /** Gates that something can be done about: people are told of them before they try the step. */
  announced: readonly G[]
}
