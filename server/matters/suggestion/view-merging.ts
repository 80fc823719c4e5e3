import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { part } from '../../database/together'
import type { SuggestionRecord } from './record'

/** The one it is handled with, and the texts of those that are handled with it: whoever replies must read them all. */
export const partsOfMerging = ({ id, townId, mergedIntoId }: SuggestionRecord) => ({
  mergedInto: part<NonNullable<SuggestionView['mergedInto']>>({
    columns: { id: 's.id', no: 's.suggestion_no', subject: 's.subject' },
    from: 'FROM suggestion s WHERE s.town_id = ? AND s.id = ?',
    order: 's.id',
    parameters: [townId, mergedIntoId ?? ''],
  }),
  merged: part<SuggestionView['merged'][number]>({
    columns: {
      id: 's.id',
      no: 's.suggestion_no',
      subject: 's.subject',
      leadDeputy: 'p.name',
      facts: 's.facts',
      proposal: 's.proposal',
    },
    // From the one that they wait in: most wait in none, so that by the town SQLite would think to find fewer.
    from: `FROM suggestion main JOIN suggestion s ON s.merged_into_id = main.id
      JOIN matter m ON m.id = s.id JOIN person p ON p.id = s.lead_deputy_id
      WHERE main.town_id = ? AND main.id = ? AND m.state <> 'withdrawn'`,
    order: 's.suggestion_no',
    parameters: [townId, id],
  }),
})
