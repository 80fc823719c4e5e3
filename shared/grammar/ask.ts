import type * as z from 'zod/mini'
import type { LateSentences, PushKind } from '../words/messages'
import type { Party } from '../words/parties'
import type { RefusalCode } from '../words/refusals'
import type { NumberField, SpanField } from '../rules/profiles'
import type { Ladder } from './ladder'

/**
 * The grammar of an ask: a question to somebody, with a day of its own, inside a matter. From its row follow the steps, the
 * gates, who stands to the matter, whose turn it is, what the clock says, the forms and what a view shows of it.
 *
 * What is an ask: the matter stays where it is meanwhile; who is asked is somebody of the town; they have a day that is not
 * that of the matter; and the answer is one form. What looks like one and is none, with the reason:
 *
 * - An invitation to co-sign: to sign and to decline are two acts and no form, a signature stands under one version of the
 *   text and is asked for anew with the next, and whoever signed is a party for good, counted by gates. It has no day.
 * - The confirmation of a consultation: it is about one record among several, which stays as what was said, confirmed or
 *   disputed, and the turn is the deputy's until then. An ask would have to point at it, and save one gate of two.
 * - An answer from above: who is asked has no account here, so that nobody could be reminded; the office writes down what
 *   came. What it waits for is a fact of the referral.
 * - A return or an extension that waits for a decision: everything else stands still, so the question is a state, which has a
 *   limit, a ladder and a turn already. An ask inside it would say the same a second time.
 * - An objection to an award standing: likewise a state. An objection to what was recorded while the matter goes on would be
 *   an ask, to whoever recorded it, and is written as one when there is such a step.
 */

/** What a step does to a question. Sending back ends it and asks anew; waiving ends it without an answer. */
export type AskDeed = 'ask' | 'answer' | 'sendBack' | 'waive'

/**
 * What of an ask opens and closes steps: an answer is wanted of whoever asks for the step; one may be sent back; somebody
 * still owes one; nobody does; nobody was asked yet.
 */
export const askFacts = ['wanted', 'given', 'open', 'in', 'unasked'] as const
export type AskFact = (typeof askFacts)[number]
/** Such a fact as a gate of the table: `coOpinion.in`. */
export type AskGate<Name extends string = string> = `${Name}.${AskFact}`

/** What is said of a closed gate, where the row says nothing of its own. */
export const askRefusals = {
  wanted: 'answer_not_wanted',
  given: 'no_answer_to_send_back',
  open: 'no_open_question',
  in: 'answers_missing',
  unasked: 'asked_before',
} as const satisfies Record<AskFact, RefusalCode>

export interface AskStep<S extends string, P extends Party> {
  does: AskDeed
  label: string
  /** Where it is not that of its deed: of two answers one may be the ordinary one. */
  tone?: 'primary' | 'quiet'
  /** Who takes it; an answer is given by whoever is asked. */
  by?: readonly P[]
  /** In which states, where not in all of the ask. */
  in?: readonly S[]
  /**
   * What is kept of an answer is this form. A question is its field `question`; sending back and waiving give a `reason`, and
   * name whom they mean in `<party>Id` where several may be asked.
   */
  input: z.ZodMiniType
  tells: { readonly [party in P]?: string }
  /** Of those who do no more after it. */
  tellsLeft?: { readonly [party in P]?: string }
  pushes?: { readonly [party in P]?: PushKind }
  readBy?: readonly P[]
  /** Time counts anew from it. */
  renews?: true
  publicLine?: string
  source: string
}

/** How long whoever is asked has; or until the end of a day that the matter itself names. */
export type AskLimit = { span: SpanField } | { workingDays: NumberField } | { day: string }

/** The words with which a page shows it; `{who}` is whoever is asked, `{on}` the day on which they were. */
export interface AskWords {
  head: string
  waits: string
  /** Nothing is awaited any more, and nothing came. */
  over: string
  /** Before what was answered. */
  says: string
}

export interface AskPlan<S extends string, P extends Party> {
  /** What is asked for, as people call it. */
  word: string
  /** Who is asked. Where the kind names no holder of the party itself, whoever was asked is one from then on. */
  to: P
  /** The states in which an answer may be given. */
  in: readonly S[]
  due: AskLimit
  /** After it was sent back, which happens once; as long as at first where the row says nothing. */
  again?: AskLimit
  /** Whoever is awaited waits for the answer: it is the turn of who is asked, and their day counts, until it has passed. */
  stops?: true
  /** What was asked in an earlier round is history. */
  eachRound?: true
  /** It is asked only once, in a round where it has them. */
  once?: true
  ladder: Ladder
  says?: LateSentences
  refusals?: { readonly [fact in AskFact]?: RefusalCode }
  shown?: Partial<AskWords>
  steps: Readonly<Record<string, AskStep<S, P>>>
}

export const gateOf = <Name extends string, Fact extends AskFact>(name: Name, fact: Fact) =>
  `${name}.${fact}` as const

/** What stands on a page of an ask that says nothing of its own. */
export const wordsOfAsk = ({ word, shown }: Pick<AskPlan<string, Party>, 'word' | 'shown'>): AskWords => ({
  head: `${word}：{who}`,
  waits: '等回答',
  over: '不再等回答',
  says: '',
  ...shown,
})
