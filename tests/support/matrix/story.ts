import type { Endpoint } from '../../../shared/grammar/endpoint'
import type { AnyTable } from '../../../shared/grammar/matter'
import type { TestServer } from '../server'
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
  /** Shows one matter with the steps that are open; where there is none, every step is tried. */
  show?: Endpoint
  /** One in each state of the table, and some that are special. */
  live(server: TestServer, at: Peopled): Promise<Matter[]>
  /** Who somebody is to this matter: its parties, or why they are told nothing of it. */
  standing(who: Who, matter: Matter): readonly string[] | 'not_allowed' | 'not_found'
  /** The refusal of the gate that is shut in what `live` makes; all others are open there. */
  shut(action: string, matter: Matter): string | undefined
  /** A form that is right for this step of this matter. */
  form(at: Peopled, action: string, matter: Matter, all: readonly Matter[]): Promise<object> | object
  /** What a step leads by besides its form. */
  facts(matter: Matter): Readonly<Record<string, string>>
  /** What a step answers that does not show the matter itself. */
  answered?(action: string): { state: string; version: number } | undefined
}
