import type { Endpoint } from '../../../shared/grammar/endpoint'
import type { AnyTable } from '../../../shared/grammar/matter'
import type { TestServer } from '../server'
import type { Question } from './cells'
import type { Peopled, Who } from './people'

export type { AnyTable }

/** One matter of a kind, brought into a state by the steps that people take. */
export interface Matter {
  id: string
  /** The state, and what is special about this one. */
  name: string
  state: string
  version: number
}

/** How one kind of matter is lived through, and what the database is expected to find about it. */
export interface Story {
  table: AnyTable
  steps: Readonly<Record<string, Endpoint>>
  /** Steps of people that are asked for as a step of another matter, where they are walked. */
  elsewhere?: Readonly<Record<string, readonly [kind: string, action: string]>>
  /** Shows one matter with the steps that are open; where there is none, every step is tried. */
  show?: Endpoint
  /** One in each state of the table, and some that are special. */
  live(server: TestServer, at: Peopled): Promise<Matter[]>
  /** Who somebody is to this matter: its parties, or why they are told nothing of it. */
  standing(who: Who, matter: Matter): readonly string[] | 'not_allowed' | 'not_found'
  /** The refusal of the gate that is shut in what `live` makes; all others are open there. */
  shut(action: string, matter: Matter, who?: Who): string | undefined
  /** What is told in words of its own, where the table has said this. */
  said?(action: string, who: Who, matter: Matter, told: string): string
  /** A form that is right for this step of this matter. */
  form(at: Peopled, action: string, matter: Matter, all: readonly Matter[]): Promise<object> | object
  /** How the step is asked for, where it is not by the id of the matter with version and form. */
  question?(at: Peopled, action: string, matter: Matter, form: object): Question
  /** What a step leads by besides its form. */
  facts(matter: Matter): Readonly<Record<string, string>>
  /** What a step leaves behind that does not move the matter itself, shows another one, or is not shown to who took it. */
  answered?(
    action: string,
    matter: Matter,
    who: Who,
  ): { state: string; version: number; events?: number } | undefined
  /** A step answers with a list; how the matter stands then is seen on its page. */
  seenOnItsPage?: true
}
