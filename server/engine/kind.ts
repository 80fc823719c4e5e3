import type { AskGate } from '../../shared/grammar/ask'
import type { Calendar } from '../../shared/rules/calendar'
import type { Day } from '../../shared/rules/days'
import type { Due } from '../../shared/grammar/due'
import type { Ladder, Rung } from '../../shared/grammar/ladder'
import type { MatterTable } from '../../shared/grammar/matter'
import type { KeptRules } from '../../shared/rules/rules'
import type { Profile } from '../../shared/rules/profiles'
import type { LateSentences, MessageWords } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import type { Reader, Tx } from '../database/source'
import type { Actor } from '../http/actor'
import type { Asked } from './asks/read'
import type { Body } from './body'
import type { Holder } from './holders'

/**
 * What a kind of matter is to the engine: its table of rules, and what must be asked of a database to apply it.
 *
 * A kind is `server/matters/<kind>/kind.ts`, which exports `kind = kindOf(table, {…})`; it is found by its folder. The row
 * of a matter in the table `matter` holds its state, version and since, under the id of the row in the kind's own table.
 *
 * - `begin.ts` puts a new matter there after its own row is written; `act.ts` takes every later step.
 * - `standing.ts` says how somebody stands to a matter and what they may do; the views of a kind begin with it.
 * - `refresh.ts` derives header, holders, words to be found by and the next look of the clock; a step does it for its own
 *   matter. Whoever changes what a kind reads, without a step of it, calls `refresh`, or `lookAgain` for many.
 * - `clock.ts` tells and lapses; `list.ts`, `counts.ts` and `search.ts` read what was derived; `rebuild.ts` makes it anew.
 *
 * A function of a kind gets `now` as a value and never writes, but for `effects`, `everyStep`, `sent` and `told`.
 */
export interface Kind<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
> {
  table: MatterTable<S, A, P, G>

  /**
   * The matter with all that the rest asks of it: one statement that joins `matter m` and begins with the town.
   * @param step the one that is being taken, whose event is written when all that it says is known
   */
  read(reader: Reader, townId: string, id: string, step?: StepTaken): Promise<R | undefined>

  /** What a row of a list shows, and by which words it is found. */
  head(record: R): Head

  /** Who stands to it as what. A party that nobody holds is left out, and one that is made by asking: see `asks/`. */
  holders(reader: Reader, record: R): Promise<Holders<P>> | Holders<P>

  /**
   * Everybody who has to do with it. `listed`: finds it in a list of work. `aside`: holds it, to read it or to be told, and
   * finds it in none. `told`: holds nothing of it; an effect tells them.
   */
  parties: { readonly [party in Party]?: StandsAs }

  /** Which gates are open; those of its asks follow from them. `at.asker` is null where it is asked for whoever holds the party. */
  gates(record: R, at: At): Readonly<Record<Exclude<G, AskGate>, boolean>>

  /** In which round it is, where what was asked in an earlier one is history. */
  roundOf?(record: R): number

  /** What a step leads by besides its form, and words for the sentence of a closed gate. */
  facts?(record: R, at: At): Readonly<Record<string, string>>

  /** Before this day nothing of it can have been, whatever a form says. */
  begunOn?(record: R): Day | null

  /** The deadline of the current round, for limits that say so. */
  deadlineOn?(record: R): Day | null

  /** Where the limit of the state is not all: the day that counts instead. Undefined where the limit of the state does. */
  due?(record: R, at: At): Due | null | undefined

  /** Clocks beside that of the state and those of its asks: reports. */
  clocks?(record: R, at: At): readonly SideClock<P>[]

  /** The days at whose beginning a gate, a day or a turn changes by itself. */
  changesOn?(record: R, at: At): readonly Day[]

  /** Whom the unit named for a rung, by their names; else it is whoever holds the post. */
  named?(record: R): Readonly<Partial<Record<Rung, string | null>>>

  /** What a step changes besides the state, and words for what is told of it. */
  effects: { readonly [action in A]?: Effect<R> }

  /** What puts back a step that was typed for somebody who objects: the children of the matter; the row says the state. */
  undoes?: { readonly [step: string]: Effect<R> }

  /** What every step does or refuses; and how it was decided, where its form does not say that in words. */
  everyStep?(step: StepOf<R>): Promise<{ decidedHow: string } | void>

  /** The words that every sentence about it may use. */
  words(record: R, now: Date): Partial<MessageWords>

  /** Changes the sentence of a step for one reader, or withholds it (null). Asked once a step. */
  says?(tx: Tx, said: Said<R>): Promise<ForReader<P>>

  /** Where a party opens a matter of this kind. */
  page(party: P, townId: string, id: string): string

  /** Where it is not the same for each of that party. */
  opens?(record: R, party: P, reader: Recipient): { page: string; opinionId?: string }

  /** What the history keeps of what was written; the reason, where the kind says nothing. */
  note?(form: Form, words: Partial<MessageWords>): string | null

  /** The public line of a step may hold words that are to be checked. @returns the check's id */
  checkLine?(tx: Tx, said: Said<R> & { line: string; calendar: Calendar }): Promise<string | null>

  /** The steps of other matters that follow from this one, after whatever else of them had to be derived anew. */
  follows?(tx: Tx, record: R, moved: Moved<S, A, R>): Promise<readonly Follow[]>

  /** Keeps what the step has sent out as it was sent. */
  sent?(tx: Tx, record: R, step: { action: A; at: At }): Promise<void>

  /** Keeps for people to read that the clock has told somebody. */
  told?(tx: Tx, record: R, reminded: Reminded): Promise<void>
}

export type StandsAs = 'listed' | 'aside' | 'told'

/** What the engine knows of every record. Kinds select these columns from `matter m` with `matterColumns`. */
export interface MatterRecord<S extends string = string> extends KeptRules {
  id: string
  townId: string
  version: number
  state: S
  stateSince: string
  /** What was asked in it; of a kind that has asks, every record has it. */
  asked?: readonly Asked[]
  /** The last step that was typed for whoever took it, where they may object to it; of kinds that know such steps. */
  typed?: LastTyped | null
}
export interface TypedStep {
  /** The row by which it was typed. */
  action: string
  fromState: string
  toState: string
  /** When it was typed. */
  at: string
}
export type LastTyped = TypedStep & { party: Party } // with whoever is said to have spoken
export const matterColumns = 'm.id, m.town_id AS townId, m.version, m.state, m.state_since AS stateSince'

export interface Head {
  title: string
  number: string | null
  /** What a row of a list says besides: whose it is, which kind. */
  note?: string | null
  villageId?: string | null
  unitId?: string | null
  category?: string | null
  /** It is not looked for: whoever wants it goes by the matter that it is about. */
  unsought?: true
  /** Names of persons by which it is found; never a resident's. */
  names?: readonly (string | null)[]
}

export type Holders<P extends Party> = { readonly [party in P]?: readonly Holder[] }

/** Whoever asks: a person in a town, or the clock; or a body that has decided, and who writes it down. */
export type Asker = Actor | { townId: string; system: true; of?: Body }
export const systemOf = (townId: string): Asker => ({ townId, system: true })

/** When it is asked, under which rules, by whom. */
export interface At {
  now: Date
  today: Day
  rules: Profile
  calendar: Calendar
  asker: Asker | null
  /** Until when whoever is awaited must have moved; not known yet where that is asked. */
  due: Due | null
}

export interface SideClock<P extends Party> {
  /** The ask that it belongs to. */
  ask?: string
  ladder: Ladder
  due: Due
  /** Who is asked for. */
  party: P
  /** Which of them, where not all. */
  holders?: readonly Holder[]
  /** It is their turn, beside whoever else is awaited: with this step as their next. */
  turn?: { step: string }
  says?: LateSentences
  /** Words of its own, such as who is awaited. */
  words?: Partial<MessageWords>
  /** Not asked for while the awaited step is itself late: one thing at a time. */
  waitsForTurn?: true
}

export type Form = Readonly<Record<string, unknown>>

export interface StepOf<R> {
  tx: Tx
  record: R
  action: string
  /** The state that it leads to. */
  to: string
  asker: Asker
  parties: ReadonlySet<Party>
  form: Form
  calendar: Calendar
  now: Date
  /** When it happened, where somebody writes it down later: what it begins counts from then. */
  at: Date
  /** For what is sealed. */
  secretKey: string
  /** Of a step of an ask: the question that it asks, answers or ends. */
  asked?: Pick<Asked, 'askedOn' | 'dueOn'>
  /** This step leads to another matter, which its answer shows instead. */
  leadTo(this: void, id: string): void
  /** Takes a step of another matter, or of this one, in the same transaction. */
  take(other: Follow & { asker?: Asker }): Promise<void>
}

/** Of a step what a history tells. */
export interface StepTaken {
  action: string
  from: string
  to: string
  at: Date
}

/** Methods, so that an effect of one kind fits where any kind is meant. */
export type Effect<R> = { run(step: StepOf<R>): Promise<Partial<MessageWords> | void> }['run']

export type ForReader<P extends Party> = {
  change(party: P, reader: Recipient, sentence: string): string | null
}['change']

export interface Follow {
  /** Of which kind, where not of this one. */
  kind?: string
  id: string
  action: string
  form?: Form
}

export interface Moved<S extends string, A extends string, R> {
  /** As it was before the step. */
  before: R
  action: A
  from: S
  to: S
  now: Date
}

/** Somebody with an inbox. */
export interface Recipient {
  kind: 'person' | 'resident'
  id: string
  /** As what they were found. */
  holder: Holder
}

export interface Said<R> {
  record: R
  action: string
  asker: Asker
  words: Partial<MessageWords>
  now: Date
}

/** A step of a ladder that was taken. */
export interface Reminded {
  ladder: Ladder
  /** The ask that it belongs to, where it is one. */
  ask: string | undefined
  due: Due
  step: number
  /** Who heard it; null where nobody new could be reached. */
  rung: Rung | null
  passed: readonly Rung[]
  people: readonly { id: string; name: string }[]
  text: string | null
  now: Date
}

/** Any kind, where only what all have in common is used. */
export type AnyKind = Kind<string, string, Party, string, MatterRecord>

/** Puts the two halves of a kind together. */
export const kindOf = <
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(
  table: MatterTable<S, A, P, G>,
  rest: Omit<Kind<S, A, P, G, R>, 'table'> & {
    /** Of each that the table can speak of. */
    parties: { readonly [party in Exclude<NoInfer<P>, 'system'>]: StandsAs }
  },
): Kind<S, A, P, G, R> => ({ table, ...rest })
