import type { ReactNode } from 'react'
import type * as z from 'zod/mini'
import type { AnyTable } from '../../../shared/grammar/matter'
import type { MatterView } from '../../../shared/grammar/matter-view'
import type { Walk } from '../../../shared/matters/suggestion/steps-walked'
import type { MessageWords } from '../../../shared/words/messages'
import type { Values } from '../hooks/use-form'
import type { Lists } from '../pieces/field'
import type { Hints } from '../pieces/form-fields'
import type { TagTone } from '../pieces/tag'

/** One matter, and what its page was opened with. */
export interface Shown<V> {
  town: string
  view: V
  /** Something was done by another way than the buttons below the head. */
  reload: () => void
}

/** What stands at the top, of every matter in the same places. */
export interface MatterTitle {
  /** Of which sort it is, its number, where: what stands above the title. */
  over: readonly (string | null | undefined | false)[]
  title: string
  /** Beside the state and the day. */
  tags?: readonly { tone: TagTone; word: string }[]
  /** Where its state has not one tone for all that has come to rest. */
  tone?: TagTone
  /** Who has to do with it. */
  who?: readonly (string | null | undefined | false)[]
  /** Who is awaited, where it is known by name. */
  awaits?: string | null
  plain?: string
  /** A matter that is no matter of the six steps has none. */
  walk?: Walk
}

/** What the forms of the steps need besides their fields. */
export interface StepForms {
  lists?: Lists
  /** The form as this matter needs it, where its row knows not how many lines it has. */
  inputOf?: (step: string) => z.ZodMiniType | undefined
  initial?: (step: string) => Values
  hintsOf?: (step: string, values: Values) => Hints
  beside?: (step: string) => ReactNode
}

/** All that a kind of matter brings to the page; the rest is drawn from what every view has. */
export interface MatterParts<V extends MatterView> {
  table: AnyTable
  /** The word in the title bar. */
  word: string
  load: (town: string, id: string) => Promise<V>
  take(town: string, view: V, step: string, form: Values, key: string): Promise<V>
  head(view: V): MatterTitle
  /** What was said in a step, where its own note does not say it. */
  said?(view: V, event: V['timeline'][number]): string | null | undefined
  /** The facts in short, each with its label. */
  facts?(view: V): readonly (readonly [label: string, value: string | null | undefined | false])[]
  /** What one answers to: between the head and the buttons. */
  above?(shown: Shown<V>): ReactNode
  below?(shown: Shown<V>): ReactNode
  useForms?(this: void, town: string, view: V): StepForms
  /** Words of a sentence that says what a step waits for. */
  gateWords?(view: V): Partial<MessageWords>
  /** The word of an event that no row of the table has. */
  eventWord?(event: V['timeline'][number]): string
}
