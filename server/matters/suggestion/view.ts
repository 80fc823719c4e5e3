import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { gatedActions } from '../../../shared/grammar/decide'
import { fill } from '../../../shared/words/messages'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { type SuggestionAction, suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { readTogether, type RowsOf } from '../../database/together'
import { viewAsks } from '../../engine/asks/view'
import { eventsPart, presentEvents } from '../../engine/timeline'
import { categoryPart, presentCategory } from '../../features/categories/queries'
import { filesOfProgress, filesOfText } from '../../features/photos/queries'
import { decidersPart, presentDeciders } from './deciders'
import { signersMissing } from './gates'
import { wordsOf } from './message-words'
import { presentRow } from './rows'
import { asUnitReads } from './sealed'
import type { SuggestionStanding } from './stands'
import { presentReferral, presentReturn, referrals, returns, separated } from './view-aside'
import { asFormerUnitHadIt } from './view-former'
import { partsOfKey, presentKey } from './view-key'
import { partsOfMerging, presentMerged } from './view-merging'
import { presentRegistration, registration } from './view-registration'
import { partsOfReview, presentReview } from './view-review'
import { partsOfRounds, presentRounds } from './view-rounds'
import * as children from './view-rows'
import { presentReminder, reminders, seesReminders, siteFindings } from './view-supervision'
import { partsOfVerdicts, presentVerdicts } from './view-verdicts'

/** One suggestion with all its history, as one of its parties sees it, and the steps open to that person. */
export async function presentSuggestion(
  reader: Reader,
  standing: SuggestionStanding,
  now: Date,
): Promise<SuggestionView> {
  const { record, parties: mine } = standing
  const found = await readTogether(reader, partsOf(standing))
  const view: SuggestionView = {
    ...presentRow(standing),
    ...presentRegistration(found.registration),
    files: filesOfText(found.photos),
    progressFiles: presentProgressFiles(found),
    category: presentCategory(found.category, record.category),
    publicItem: record.publicItem,
    step: suggestionStates[record.state].step,
    plain: fill(suggestionStates[record.state].plain, wordsOf(record, now)),
    signersMissing: signersMissing(record),
    coSigners: found.coSigners.map(({ textVersion, answer, ...signer }) => ({
      ...signer,
      answer: answer === 'signed' && textVersion !== record.textVersion ? 'askedAgain' : answer,
    })),
    deciders: presentDeciders(found.deciders),
    asks: viewAsks(suggestionTable, record, now),
    returns: found.returns.map(presentReturn),
    referrals: found.referrals.map(presentReferral),
    separated: found.separated,
    review: presentReview(found),
    earlier: found.raisedBefore,
    later: found.raisedAfter,
    mergedInto: found.mergedInto[0] ?? null,
    merged: presentMerged(found),
    key: presentKey(found),
    verdicts: presentVerdicts(record.id, found),
    reminders: found.reminders.map(presentReminder),
    siteFindings: found.siteFindings,
    rounds: presentRounds(found, standing, now),
    opinions: found.opinions,
    timeline: presentEvents<SuggestionAction>(suggestionTable, found.events, mine),
    gated: gatedActions(suggestionTable, standing),
  }
  return asUnitReads(asFormerUnitHadIt(view, found.returns, standing), standing)
}

/** What hangs on reports of progress, under the time of their event. */
function presentProgressFiles({
  photos,
  events,
}: Pick<RowsOf<ReturnType<typeof partsOf>>, 'photos' | 'events'>): SuggestionView['progressFiles'] {
  const found = filesOfProgress(photos)
  return events.flatMap(({ version, at }) => {
    const files = found.get(Number(version))
    return files === undefined ? [] : [{ at: isoInstant(at), files }]
  })
}

const { by: namesConcerned } = suggestionTable.actions.nameConcerned

/** Only what this view shows. */
const partsOf = ({ record, parties: mine, at }: SuggestionStanding) => {
  const { id, townId } = record
  return {
    registration: registration(id),
    category: categoryPart(townId, record.category),
    coSigners: children.coSigners(id),
    deciders: namesConcerned.some((party) => mine.has(party))
      ? decidersPart([id], { onlyMarked: false })
      : undefined,
    returns: returns(id),
    referrals: referrals(id),
    separated: separated(id),
    ...partsOfReview(id),
    ...partsOfMerging(record),
    ...partsOfKey(record),
    ...partsOfVerdicts(id),
    reminders: seesReminders(mine) ? reminders(id) : undefined,
    siteFindings: siteFindings(id),
    ...partsOfRounds(id, townId, at.now),
    opinions: mine.has('leadDeputy') ? children.opinions(id) : undefined,
    events: eventsPart<SuggestionAction>(suggestionTable, id),
  }
}
