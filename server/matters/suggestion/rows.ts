import type { SuggestionRow } from '../../../shared/matters/suggestion/endpoints'
import type { Due } from '../../../shared/grammar/due'
import { openActions } from '../../../shared/grammar/decide'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { isoInstant } from '../../database/sql'
import { progressDueOf } from './clocks'
import type { SuggestionStanding } from './stands'

const asDue = (due: Due | null) => (due === null ? null : { on: due.on, urgency: due.urgency })

/** What every list of suggestions says of one, and its view begins with. */
export function presentRow({ record, due, turn, at, ...standing }: SuggestionStanding): SuggestionRow {
  return {
    id: record.id,
    version: record.version,
    no: record.suggestionNo,
    subject: record.subject,
    state: record.state,
    leadDeputy: record.leadDeputyName,
    unit: record.unitName,
    waitsFor: turn,
    due: asDue(due),
    progressDue: asDue(progressDueOf(record, at)),
    changedAt: isoInstant(record.stateSince),
    keyYear: record.keyYear,
    actions: openActions(suggestionTable, standing),
  }
}
