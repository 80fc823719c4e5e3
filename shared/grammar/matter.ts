import type * as z from 'zod/mini'
import type { LateSentences, PushKind } from '../words/messages'
import type { Party } from '../words/parties'
import type { NumberField, SpanField } from '../rules/profiles'
import type { RefusalCode } from '../words/refusals'
import type { Step } from '../words/words'
import type { AskPlan } from './ask'
import type { Ladder } from './ladder'

/**
 * The grammar of a matter: something in which somebody is awaited until it ends. The rows stand in
 * `matters/<kind>/table.ts`, all kinds in `workflow.ts`; `decide.ts`, `due.ts` and the engine of the server apply them.
 */

/**
 * How long a state may last before it counts as late.
 * `deadline`: until the deadline of the current round; `day`: until the end of a day that the matter itself names under
 * this word. `suggestion`: as long as the suggestion behind it. Otherwise a number from the town's profile; a `span` is
 * one that some regulations count in working days and others in days or months.
 */
export type Limit =
  | 'deadline'
  | 'suggestion'
  | { day: string }
  | { workingDays: NumberField }
  | { months: NumberField }
  | { hours: NumberField }
  | { span: SpanField }

/** Until when what a step writes down may have happened: so long after a day that the matter itself names. */
export interface Within {
  /** The day field of its form. */
  on: string
  /** The day of the matter; where it names none yet, nothing is counted. */
  since: string
  workingDays: NumberField
  /** What people read of a day before or after it. */
  refusal: RefusalCode
}

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
  /** On which ladder it is asked for; absent where it is that of the party, see `ladderOf`. */
  late?: Ladder
  /** In which words, where they are not those that serve for every matter. */
  says?: LateSentences
  /** Somebody said no to what was done: it is drawn as that, whoever looks. */
  saidNo?: true
  /** It ended by itself and is on nobody's list. */
  unlisted?: true
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
  /** Where these stay silent, it is the way on: nobody waits for one person for good. */
  insteadOf?: readonly P[]
  /** It was taken without a phone by this party, as the step of this name, and is typed by another. */
  byWordOf?: { party: P; step: string }
  /** Puts back what was typed for whoever takes it: what stands behind the public line of the typed step from then on. */
  putsBack?: string
  /** The clock takes it by itself as soon as its gates are open. */
  byClock?: true
  /** Many may be taken after one look at their list: it judges nothing that one would have to read first. */
  manyAtOnce?: true
  /** Time counts anew from it, though the state stays. */
  renews?: true
  /** What has been counted so far goes on to count, though the state is another. */
  keepsTime?: true
  input: z.ZodMiniType
  /** What each party reads in the inbox. Placeholders: see `messages.ts`. */
  tells: { readonly [party in P]?: string }
  /** What is read by those who stood to the matter as this party before the step, and do no more. */
  tellsLeft?: { readonly [party in P]?: string }
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
  /** It records people meeting: the day field of its form, or the gate of the day that was fixed before. Never ahead of that day. */
  meeting?: { on: string } | { gate: G }
  /** Typed later it is taken all the same: what counts is the day in its form. */
  within?: Within
  /** It says otherwise of what was done before: what stands behind the public line of the last of these steps from then on. */
  takesBack?: { readonly [action: string]: string }
  /** The law, regulation or report that the row comes from. */
  source: string
}

/** Every value that a fact can have; or that it is the state in which the matter was before it came into these. */
export type Fact<S extends string> = readonly string[] | { before: readonly S[] }

export interface MatterTable<S extends string, A extends string, P extends Party, G extends string> {
  /** The kind of matter, as it stands in the database and in addresses. */
  kind: string
  /** What people call it. */
  word: string
  /** Below which its steps are taken, where they lie all together: then the phone needs no page of its own for it. */
  folder?: `/towns/:town/${string}`
  /** The state in which every matter of the kind begins. */
  first: S
  states: Readonly<Record<S, StateRow<P, G>>>
  actions: Readonly<Record<A, ActionRow<S, P, G>>>
  /** Questions to others inside it; their steps and gates stand among the other ones. */
  asks?: Readonly<Record<string, AskPlan<S, P>>>
  /** Gate → the code of the refusal that people read when it is closed. */
  gates: Readonly<Record<G, RefusalCode>>
  /** What `decidedBy` may name besides a field of the form. */
  facts?: Readonly<Record<string, Fact<S>>>
  /** Party → as whom else of the matter somebody decides nothing as that party: it waits for the others who are. */
  stepsAside?: { readonly [party in P]?: readonly P[] }
  /** Gates that something can be done about: people are told of them before they try the step. */
  announced: readonly G[]
}

/** A table in which only what every table has is known. */
export type AnyTable = MatterTable<string, string, Party, string>

/** Says that these rows fit together: a misspelt state, party or gate does not compile. */
export const defineMatter = <S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
): MatterTable<S, A, P, G> => table
