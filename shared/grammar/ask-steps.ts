import type * as z from 'zod/mini'
import type { Party } from '../words/parties'
import type { RefusalCode } from '../words/refusals'
import {
  type AskDeed,
  type AskFact,
  askFacts,
  type AskGate,
  type AskPlan,
  askRefusals,
  type AskStep,
  gateOf,
} from './ask'
import type { ActionRow } from './matter'

type InputOf<Step> = Step extends { input: infer I extends z.ZodMiniType } ? I : never

/** The rows that follow from an ask, each with the form of its own step. */
type RowsOf<Name extends string, S extends string, P extends Party, Steps> = {
  readonly [step in keyof Steps]: Omit<ActionRow<S, P, AskGate<Name>>, 'input'> & {
    input: InputOf<Steps[step]>
  }
}

/** Which fact of the ask opens a step. */
const openedBy = (does: AskDeed, once: boolean): AskFact =>
  (({ ask: once ? 'unasked' : 'in', answer: 'wanted', sendBack: 'given', waive: 'open' }) as const)[does]

/** How the asks of a kind are written: `const ask = asksOf<State, Party>()`, then `ask('coOpinion', { … })`. */
export const asksOf =
  <S extends string, P extends Party>() =>
  <const Name extends string, const Steps extends Readonly<Record<string, AskStep<S, P>>>>(
    name: Name,
    plan: Omit<AskPlan<S, P>, 'steps'> & { steps: Steps },
  ) => {
    const rows = Object.entries<AskStep<S, P>>(plan.steps).map(
      ([step, { does, by = [plan.to], in: states = plan.in, ...rest }]) => [
        step,
        {
          ...rest,
          tone: does === 'answer' ? 'primary' : 'quiet',
          by,
          moves: Object.fromEntries(states.map((state) => [state, state])),
          needs: [gateOf(name, openedBy(does, plan.once === true))],
        },
      ],
    )
    return {
      ...plan,
      /** The rows of the table, to stand among the others. */
      rows: Object.fromEntries(rows) as RowsOf<Name, S, P, Steps>,
      /** The gates of the table, with what people read where one is closed. */
      gates: Object.fromEntries(
        askFacts.map((fact) => [gateOf(name, fact), plan.refusals?.[fact] ?? askRefusals[fact]]),
      ) as Readonly<Record<AskGate<Name>, RefusalCode>>,
    }
  }

/** The ask of which this is a step, and what it does to it. */
export function askOfStep<Plan extends { steps: Readonly<Record<string, { does: AskDeed }>> }>(
  asks: Readonly<Record<string, Plan>> | undefined,
  action: string,
): { name: string; plan: Plan; does: AskDeed } | undefined {
  for (const [name, plan] of Object.entries(asks ?? {})) {
    const step = plan.steps[action]
    if (step !== undefined) return { name, plan, does: step.does }
  }
  return undefined
}
