import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import type { RoundView } from '../../../shared/matters/suggestion/rounds'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { isoInstant } from '../../database/sql'
import { holdersOf, unit } from '../../engine/holders'
import { formerUnits } from './former-units'
import type { SuggestionStanding } from './stands'
import type { ReturnRow } from './view-aside'

/** When a unit gave a suggestion back, or lost it, and what it had in hand then. */
interface Parting {
  at: string
  roundNo: number
  unit: { id: string; name: string }
  handedOverOn: Day
  deadlineOn: Day
  newUnit: string
}

/** The last of whoever is nothing but a former unit; undefined for everybody else. */
function partingOf(rows: readonly ReturnRow[], { parties, at: { asker } }: SuggestionStanding) {
  if (asker === null || parties.size === 0 || [...parties].some((party) => party !== 'formerUnit'))
    return undefined
  const mine = holdersOf(asker)
  const own = rows.flatMap((row): Parting[] =>
    row.answer === 'approved' && row.decidedAt !== null && mine.includes(unit(row.fromUnitId))
      ? [
          {
            at: isoInstant(row.decidedAt),
            roundNo: Number(row.roundNo),
            unit: { id: row.fromUnitId, name: row.unit },
            handedOverOn: row.handedOverOn,
            deadlineOn: row.deadlineOn,
            newUnit: row.newUnit ?? '',
          },
        ]
      : [],
  )
  return own.sort((one, other) => (one.at < other.at ? 1 : -1))[0]
}

/** A former unit reads what it had, not what comes. */
export function asFormerUnitHadIt(
  view: SuggestionView,
  rows: readonly ReturnRow[],
  standing: SuggestionStanding,
): SuggestionView {
  const parting = partingOf(rows, standing)
  if (parting === undefined) return asHelperHadIt(view, standing)
  const day = beijingDay(new Date(parting.at))
  return {
    ...view,
    ...{ state: 'assigned', step: suggestionStates.assigned.step, unit: parting.newUnit },
    plain: `这件事已经改由${parting.newUnit}办理，以后的经过由那里记。`,
    ...{ waitsFor: null, due: null, progressDue: null, changedAt: parting.at },
    ...{
      asks: [],
      later: [],
      mergedInto: null,
      merged: [],
      key: null,
      keyYear: null,
      conclusion: null,
      reminders: [],
    },
    verdicts: { deputy: null, residents: null, group: null },
    returns: view.returns.filter((_, index) => isoInstant(rows[index]?.requestedAt ?? '') <= parting.at),
    referrals: view.referrals
      .filter(({ on }) => on <= day)
      .map((one) =>
        one.answeredOn !== null && one.answeredOn > day ? { ...one, answeredOn: null, answer: null } : one,
      ),
    siteFindings: view.siteFindings.filter(({ heldOn }) => heldOn <= day),
    rounds: view.rounds.flatMap((round) =>
      round.no > parting.roundNo
        ? []
        : [round.no < parting.roundNo ? round : roundHad(round, parting, standing)],
    ),
    progressFiles: view.progressFiles.filter(({ at }) => at <= parting.at),
    timeline: view.timeline.filter(({ at }) => at <= parting.at),
  }
}

/** Who only helped reads the hand-over that it helped with, and no reply of later. */
function asHelperHadIt(
  view: SuggestionView,
  { record, parties, at: { asker } }: SuggestionStanding,
): SuggestionView {
  if (asker === null || parties.size === 0 || [...parties].some((party) => party !== 'formerUnit'))
    return view
  const mine = holdersOf(asker)
  const at = formerUnits(record).find(({ holder }) => mine.includes(holder))?.leftAt ?? ''
  return {
    ...view,
    ...{
      waitsFor: null,
      due: null,
      progressDue: null,
      asks: [],
      merged: [],
      later: [],
      conclusion: null,
      reminders: [],
    },
    verdicts: { deputy: null, residents: null, group: null },
    ...{ returns: [], referrals: [], siteFindings: [] },
    rounds: view.rounds.slice(0, 1).map((round) => ({
      ...{ ...round, consultations: [], extension: null, commitments: [], summons: null },
      ...{ reply: null, evaluation: null },
    })),
    progressFiles: view.progressFiles.filter((event) => event.at <= at),
    timeline: view.timeline.filter((event) => event.at <= at),
  }
}

/** Of the round in which it left: what it had written down of its talks, under its own days. */
function roundHad(round: RoundView, parting: Parting, { record }: SuggestionStanding): RoundView {
  // It had replied, and the next round is another unit's: this one stands as it was.
  if (round.leadUnit.id === parting.unit.id) return round
  const talks = record.consultations.filter(
    ({ roundNo, recordedAt }) => Number(roundNo) === round.no && isoInstant(recordedAt) <= parting.at,
  )
  return {
    no: round.no,
    leadUnit: parting.unit,
    handedOverOn: parting.handedOverOn,
    deadline: { on: parting.deadlineOn, tentative: false, urgency: 'inTime' },
    consultations: round.consultations.slice(0, talks.length),
    ...{ instructions: null, responsibles: null, extension: null, commitments: [], summons: null },
    ...{ reply: null, evaluation: null },
  }
}
