import { type Holder, unit } from '../../engine/holders'
import { isoInstant } from '../../database/sql'
import type { SuggestionRecord } from './record'

/** A unit that had it, as lead or to help, and has it no more. */
export interface FormerUnit {
  holder: Holder
  leftAt: string
}

/** The last to leave comes last. */
export function formerUnits({ returns, asked = [], leadUnitId }: SuggestionRecord): FormerUnit[] {
  const ofCoUnits = asked.filter(({ ask }) => ask === 'coOpinion')
  const helps = ofCoUnits.filter(({ endedHow }) => endedHow !== 'withdrawn').map(({ holder }) => holder)
  const left: FormerUnit[] = [
    ...returns.flatMap(({ answer, unitId, decidedAt }) =>
      answer === 'approved' && decidedAt !== null
        ? [{ holder: unit(unitId), leftAt: isoInstant(decidedAt) }]
        : [],
    ),
    ...ofCoUnits.flatMap(({ endedHow, endedAt, holder }) =>
      endedHow === 'withdrawn' && endedAt !== null ? [{ holder, leftAt: isoInstant(endedAt) }] : [],
    ),
  ].sort((one, other) => (one.leftAt < other.leftAt ? -1 : 1))
  return left.filter(
    ({ holder }, at) =>
      holder !== (leadUnitId === null ? '' : unit(leadUnitId)) &&
      !helps.includes(holder) &&
      !left.slice(at + 1).some((one) => one.holder === holder),
  )
}
