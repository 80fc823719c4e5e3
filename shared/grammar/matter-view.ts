import * as z from 'zod/mini'
import { type AskView, askView } from './ask-view'
import { actionNames, stateNames } from './decide'
import { due } from './due-fields'
import { id } from './fields'
import type { MatterTable } from './matter'
import { parties, type Party } from '../words/parties'
import { type RefusalCode, refusals } from '../words/refusals'
import { type Step, steps } from '../words/words'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]
const party = z.enum(keys<Party>(parties))
const code = z.enum(keys<RefusalCode>(refusals))

/** `10 个工作日`, until the end of this day. */
const limitAfter = z.strictObject({ action: z.string(), length: z.string(), on: z.iso.date() })

/** What every view of a matter has, of whatever kind: where it stands, what may be done now, and what was done. */
export const matterView = <S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
) => {
  const action = z.enum(actionNames(table))
  return {
    id: id(),
    version: z.int(),
    state: z.enum(stateNames(table)),
    /** Where it stands, in a sentence for people who never saw a form. */
    plain: z.string(),
    step: z.enum(keys<Step>(steps)),
    /** Whose turn it is; nobody where it rests. */
    waitsFor: z.nullable(party),
    due: z.nullable(due),
    /** The steps that are open to this person. */
    actions: z.array(action),
    /** Steps that wait for something, each with what it waits for. */
    gated: z.array(z.strictObject({ action, because: code })),
    /** Until when whoever is awaited next has time, were the step taken now; of steps that lead to one state with a limit. */
    limits: z.optional(z.array(limitAfter)),
    /** Of a kind that has asks. */
    asks: z.optional(z.array(askView)),
    /** Who did what, oldest first. */
    timeline: z.array(
      z.strictObject({
        action: z.union([action, z.literal('start')]),
        by: z.string(),
        note: z.nullable(z.string()),
        at: z.iso.datetime(),
      }),
    ),
  }
}

/** The view of a matter of any kind, without what only that kind has. */
export const anyMatterView = z.strictObject({
  kind: z.string(),
  id: id(),
  version: z.int(),
  number: z.nullable(z.string()),
  title: z.string(),
  note: z.nullable(z.string()),
  unitId: z.nullable(id()),
  state: z.string(),
  plain: z.string(),
  step: z.enum(keys<Step>(steps)),
  waitsFor: z.nullable(party),
  due: z.nullable(due),
  actions: z.array(z.string()),
  gated: z.array(z.strictObject({ action: z.string(), because: code })),
  limits: z.optional(z.array(limitAfter)),
  asks: z.optional(z.array(askView)),
  timeline: z.array(
    z.strictObject({
      action: z.string(),
      by: z.string(),
      note: z.nullable(z.string()),
      at: z.iso.datetime(),
    }),
  ),
})
export type AnyMatterView = z.output<typeof anyMatterView>

/** Any of them, where only what all have in common is read. */
export interface MatterView {
  id: string
  version: number
  state: string
  plain: string
  step: Step
  waitsFor: Party | null
  due: { on: string; urgency: 'inTime' | 'dueSoon' | 'overdue' } | null
  actions: string[]
  gated: { action: string; because: RefusalCode }[]
  limits?: { action: string; length: string; on: string }[] | undefined
  asks?: AskView[] | undefined
  timeline: { action: string; by: string; note: string | null; at: string }[]
}
