import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { ratingStates } from '../../../shared/matters/suggestion/state-lists'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import type { SuggestionRecord } from './record'

/**
 * Sealed until the round is over: while the lead deputy is still to rate a reply, no unit reads what others have already
 * said of it, so that nobody can be talked round by it.
 */
export const isSealedFor = (party: SuggestionParty, { state }: Pick<SuggestionRecord, 'state'>): boolean =>
  ratingStates.includes(state) && units.includes(party)

const units: readonly SuggestionParty[] = ['leadUnit', 'coUnit', 'formerUnit', 'letterUnit']
/** These tell how somebody rated it. */
const tellRatings: readonly SuggestionAction[] = ['closeBallot']

/** What whoever is nothing but a unit reads of it: never that the presidium was to read it first, and no sealed rating. */
export function asUnitReads(
  given: SuggestionView,
  { record, parties }: { record: SuggestionRecord; parties: ReadonlySet<SuggestionParty> },
): SuggestionView {
  const isUnit = [...parties].every((party) => units.includes(party))
  const view = isUnit ? { ...given, presidiumFirst: false } : given
  if (parties.size === 0 || ![...parties].every((party) => isSealedFor(party, record))) return view
  return {
    ...view,
    verdicts: { ...view.verdicts, residents: null, group: null },
    timeline: view.timeline.filter(({ action }) => !tellRatings.includes(action as SuggestionAction)),
  }
}
