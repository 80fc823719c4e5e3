import type { Party } from '../words/parties'
import type { RefusalCode } from '../words/refusals'
import { type AskDeed, type AskFact, askFacts, type AskGate, type AskPlan, askRefusals, gateOf } from './ask'
import type { ActionRow } from './matter'

type Plans<S extends string, P extends Party> = Readonly<Record<string, AskPlan<S, P>>>
type Both<U> = (U extends unknown ? (one: U) => void : never) extends (both: infer I) => void ? I : never

/** The rows that follow from asks, each with the form of its own step. */
type RowsOf<S extends string, P extends Party, All extends Plans<S, P>> = Both<
  {
    [name in keyof All]: {
      readonly [step in keyof All[name]['steps']]: Omit<ActionRow<S, P, AskGate<name & string>>, 'input'> & {
        input: All[name]['steps'][step]['input']
      }
    }
  }[keyof All]
>

/** Which fact of the ask opens a step. */
const openedBy = (does: AskDeed, once: boolean): AskFact =>
  (({ ask: once ? 'unasked' : 'in', answer: 'wanted', sendBack: 'given', waive: 'open' }) as const)[does]

function rowsOf<S extends string, P extends Party>(
  name: string,
  { steps, to, in: within, once }: AskPlan<S, P>,
) {
  return Object.entries(steps).map(([step, { does, tone, by = [to], in: states = within, ...rest }]) => [
    step,
    {
      ...rest,
      tone: tone ?? (does === 'answer' ? 'primary' : 'quiet'),
      by,
      moves: Object.fromEntries(states.map((state) => [state, state])),
      needs: [gateOf(name, openedBy(does, once === true))],
    },
  ])
}

const gatesOf = (name: string, { refusals }: Pick<AskPlan<string, Party>, 'refusals'>) =>
  askFacts.map((fact) => [gateOf(name, fact), refusals?.[fact] ?? askRefusals[fact]])

/**
 * How the asks of a kind are written: `asksOf<State, Party>()({ coOpinion: { … } })`. Of what comes of it `rows` stand
 * among the steps of the table, `gates` among its gates with what people read where one is closed, and `plans` beside them.
 */
export const asksOf =
  <S extends string, P extends Party>() =>
  <const All extends Plans<S, P>>(plans: All) => {
    const each = Object.entries<AskPlan<S, P>>(plans)
    return {
      plans,
      rows: Object.fromEntries(each.flatMap(([name, plan]) => rowsOf(name, plan))) as RowsOf<S, P, All>,
      gates: Object.fromEntries(each.flatMap(([name, plan]) => gatesOf(name, plan))) as Readonly<
        Record<AskGate<keyof All & string>, RefusalCode>
      >,
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
