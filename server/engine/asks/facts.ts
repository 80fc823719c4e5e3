import { type AskFact, type AskGate, askFacts, type AskPlan, gateOf } from '../../../shared/grammar/ask'
import { askOfStep } from '../../../shared/grammar/ask-steps'
import { type Due, dueOn, shortDueOn } from '../../../shared/grammar/due'
import { addDays, type Day } from '../../../shared/rules/days'
import type { Party } from '../../../shared/words/parties'
import type { Reader } from '../../database/source'
import { type Holder, holdersOf } from '../holders'
import type { AnyKind, At, Holders, MatterRecord, SideClock } from '../kind'
import type { Asked } from './read'

type Plan = AskPlan<string, Party>

/** What follows from the asks of a matter for its gates, its turn, its clocks and its holders. */

/** An ask of a kind, with the questions of it that count: all that were not taken back, of this round. */
export function asksIn(
  { table, roundOf }: Pick<AnyKind, 'table' | 'roundOf'>,
  record: MatterRecord,
): { name: string; plan: Plan; questions: Asked[] }[] {
  const plans = Object.entries(table.asks ?? {})
  if (plans.length === 0) return []
  const { asked } = record
  if (asked === undefined) throw new Error(`a record of ${table.kind} comes without what was asked in it`)
  const round = roundOf?.(record) ?? 1
  return plans.map(([name, plan]) => ({
    name,
    plan,
    questions: asked.filter(
      ({ ask, roundNo, endedHow }) =>
        ask === name && endedHow !== 'withdrawn' && (plan.eachRound !== true || Number(roundNo) === round),
    ),
  }))
}

/** An answer is awaited; one that stops the clock is not awaited for ever. */
export const isOwed = ({ answer, endedHow, dueOn: on }: Asked, { stops }: Plan, today: Day) =>
  answer === null && endedHow === null && !(stops === true && on !== null && today > on)

/** There is an answer that may be sent back. */
export const isReturnable = ({ answer, endedHow, no }: Asked) =>
  answer !== null && endedHow === null && Number(no) === 1

/** Asked for whoever holds the party, it is about all of them. */
export const isOfAsker = ({ asker }: Pick<At, 'asker'>, { holder }: Asked) =>
  asker === null || 'system' in asker || holdersOf(asker).includes(holder)

export function gatesOfAsks(kind: AnyKind, record: MatterRecord, at: At): ReadonlySet<AskGate> {
  const open = asksIn(kind, record).flatMap(({ name, plan, questions }) => {
    const owed = questions.filter((one) => isOwed(one, plan, at.today))
    const holds: Readonly<Record<AskFact, boolean>> = {
      wanted: owed.some((one) => isOfAsker(at, one)),
      given: questions.some(isReturnable),
      open: owed.length > 0,
      in: owed.length === 0,
      unasked: questions.length === 0,
    }
    return askFacts.filter((fact) => holds[fact]).map((fact) => gateOf(name, fact))
  })
  return new Set(open)
}

/** Until when everybody waits for an answer, where they do. */
export function dueOfAsk(kind: AnyKind, record: MatterRecord, { today, rules, now }: At): Due | undefined {
  for (const { plan, questions } of asksIn(kind, record)) {
    if (plan.stops !== true || !plan.in.includes(record.state)) continue
    const on = questions.find((one) => isOwed(one, plan, today))?.dueOn
    if (on) return dueOn(on, rules, now)
  }
  return undefined
}

/** Answers that are awaited beside the turn; those of one day are asked for together. */
export function clocksOfAsks(kind: AnyKind, record: MatterRecord, { now, today }: At): SideClock<Party>[] {
  return asksIn(kind, record).flatMap(({ name, plan, questions }) => {
    if (plan.stops === true || !plan.in.includes(record.state)) return []
    const owed = questions.filter((one) => isOwed(one, plan, today))
    return [...new Set(owed.map((one) => one.dueOn))].sort().flatMap((day) => {
      if (day === null) return []
      const together = owed.filter((one) => one.dueOn === day)
      const step = Object.keys(plan.steps).find((one) => askOfStep({ [name]: plan }, one)?.does === 'answer')
      return [
        {
          ask: name,
          ladder: plan.ladder,
          due: shortDueOn(day, now),
          party: plan.to,
          holders: together.map(({ holder }) => holder),
          ...(step === undefined ? {} : { turn: { step } }),
          ...(plan.says === undefined ? {} : { says: plan.says }),
          words: { unit: together.map((one) => one.name ?? '').join('、') },
        },
      ]
    })
  })
}

/** The days after which nobody waits any more. */
export const endsOfAsks = (kind: AnyKind, record: MatterRecord, { today }: At): Day[] =>
  asksIn(kind, record).flatMap(({ plan, questions }) =>
    questions.flatMap((one) =>
      plan.stops === true && one.dueOn !== null && isOwed(one, plan, today) ? [addDays(one.dueOn, 1)] : [],
    ),
  )

/** Who stands to a matter: whom the kind names, and whoever was asked as what it names nobody. */
export async function holdersIn(
  reader: Reader,
  kind: AnyKind,
  record: MatterRecord,
): Promise<Holders<Party>> {
  const named = await kind.holders(reader, record)
  const asked: Partial<Record<Party, Holder[]>> = {}
  for (const { plan, questions } of asksIn(kind, record))
    if (named[plan.to] === undefined)
      asked[plan.to] = [...(asked[plan.to] ?? []), ...questions.map(({ holder }) => holder)]
  return { ...named, ...asked }
}
